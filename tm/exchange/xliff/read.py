"""Read XLIFF of any version, and tell at once what makes a file none."""

from __future__ import annotations

from tm import safexml
from tm.exchange.xliff import read1, read2
from tm.exchange.xliff.names import CORE, split
from tm.exchange.xliff.record import Xliff
from tm.exchange.xliff.rules.check import check
from tm.model.errors import FormatError

MAX_BYTES = 64 * 2**20
"""A file is read as a whole, and takes some twenty times its size in memory."""

_OLD = {"1.0", "1.1", "1.2"}
_OLD_NAMESPACES = {"", *(f"urn:oasis:names:tc:xliff:document:{version}" for version in _OLD)}


def read(data: bytes, path: str) -> Xliff:
    """Read a file; `path` is how the user knows it.

    Raises:
        FormatError: not well-formed, hostile, too large, not XLIFF, of a version that is not known, or XLIFF 2 against
            its rules; names the first line of trouble.
    """
    if len(data) > MAX_BYTES:
        raise FormatError(path, 0, f"the XLIFF is larger than {MAX_BYTES // 2**20} MB; split it")
    root = safexml.parse(data, path)
    namespace, name = split(root.tag)
    line, version = safexml.line_of(root), root.get("version", "")
    if name != "xliff":
        raise FormatError(path, line, f"not XLIFF: the outermost element is <{name}>")
    if namespace in _OLD_NAMESPACES and version in _OLD:
        return read1.read(root, path)
    if namespace != CORE:
        raise FormatError(path, line, f"XLIFF {version or 'without a version'} is not known: save it as 1.2 or 2.1")
    problems = check(root)
    if problems:
        first, more = problems[0], len(problems) - 1
        others = f" (and {more} more)" if more else ""
        raise FormatError(path, first.line, f"{first.message}{others}")
    return read2.read(root)
