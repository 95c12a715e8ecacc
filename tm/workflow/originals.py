"""Tell in which language the originals of a PO file are."""

from __future__ import annotations

from tm.exchange import po
from tm.model.language import BY_CODE, ENGLISH, Language


def source_of(file: po.PoFile, usual: Language) -> Language:
    """Give the language of the originals: what other programs make does not say, but the project does.

    Args:
        usual: that of the project's settings.
    """
    return BY_CODE.get(file.source_language, ENGLISH) if file.header.get("X-Source-Language") else usual
