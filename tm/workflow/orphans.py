"""Find PO files whose document is no longer in `source/`: it was renamed, or taken away."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tm.exchange import po
from tm.project.layout import Project


def orphans(project: Project) -> Iterator[tuple[Path, str]]:
    """Yield PO files that `tm segment` made of a document that is gone, and where that was; others are not meant.

    Raises:
        SettingsError: a PO file cannot be read.
    """
    names = {path.stem for path in project.sources()}
    for path in project.po_files():
        if path.stem in names or path.parent.parent != project.root / "locales":
            continue
        file = po.read(path, shown=project.shown(path), savable=False)
        places = sorted({place.path for unit in file.units if unit.is_live for place in unit.places})
        made_from = [
            place for place in places if Path(place).parts[:1] == ("source",) and Path(place).stem == path.stem
        ]
        if made_from:
            yield path, made_from[0]
