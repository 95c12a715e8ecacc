r"""Where gettext may break a line, and how wide a character is: Unicode Standard Annex 14 as libunistring reads it.

Not all of it: the classes of the six languages' scripts and of symbols. Other scripts break between words.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache

_CLASSES = """
SP 0020
BA 0009 007C 00AD 058A 05BE 2000-2006 2008-200A 2010 2012-2013 2027 2056 2058-205B 205D-205F 3000
BB 00B4 02C8 02CC 02DF
B2 2014 2E3A-2E3B
BK 000A-000D 0085 2028-2029
HY 002D
SY 002F
ZW 200B
ZWJ 200D
WJ 2060 FEFF
GL 00A0 035C-0362 2007 2011 202F
CL 007D 3001-3002 FE10-FE12 FE50-FE52 FF0C FF0E FF61 FF64
CP 0029 005D
EX 0021 003F 05C6 061B 061D-061F 06D4 07F9 FE15-FE16 FE56-FE57 FF01 FF1F
IN 2024-2026 22EF FE19
IS 002C 002E 003A-003B 037E 0589 060C-060D 07F8 2044 FE13-FE14
NU 066B-066C
PO 0025 00A2 00B0 0609-060B 066A 2030-2037 20A7 20B6 20BB 20BE 2103 2109 FE6A FF05 FFE0
PR 0024 002B 005C 00A3-00A5 00B1 058F 20A0-20A6 20A8-20B5 20B7-20BA 20BC-20BD 20BF 2116 2212-2213 FE69 FF04 FFE1
PR FFE5-FFE6
QU 0022 0027 201B 201F 275B-275E
OP 00A1 00BF 201A 201E
NS 203C-203D 2047-2049 3005 301C 303B-303C 3041 3043 3045 3047 3049 3063 3083 3085 3087 308E 3095-3096 309B-309E
NS 30A0-30A1 30A3 30A5 30A7 30A9 30C3 30E3 30E5 30E7 30EE 30F5-30F6 30FB-30FE FE54-FE55 FF1A-FF1B FF65 FF67-FF70
CM 0000-0008 000E-001F 007F-0084 0086-009F 061C 200C 200E-200F 202A-202E 2066-206F FFF9-FFFB
ID 2600-2603 2614-2615 2618 261A-261F 2639-263B 2668 26BD-26C8 26CD 26CF-26D1 26D3-26D4 26D8-26D9 26DC 26DF-26E1
ID 26EA 26F1-26F5 26F7-26FA 26FD-2704 2708-270D FF10-FF19 FF66 FF71-FF9D
AL 2648-2653 2693 26A1 26AA-26AB 26CE 2705 2728 274C 274E 2753-2755 2757 2795-2797 27B0 27BF 2B1B-2B1C 2B50 2B55
"""

_BY_CATEGORY = {"Mn": "CM", "Mc": "CM", "Me": "CM", "Nd": "NU", "Ps": "OP", "Pe": "CL", "Pi": "QU", "Pf": "QU"}

_NEVER = frozenset("WJ CL CP EX IS SY CM ZWJ".split())
"""Classes that stay on the line of what is before them, spaces or not."""

_DIRECT = {
    before: frozenset(after.split())
    for before, after in {
        "B2": "BB OP OW NU PO PR AL ID",
        "BA": "GL B2 BB OP OW NU PO PR AL ID",
        "HY": "GL B2 BB OP OW PO PR AL ID",
        "CL": "B2 BB OP OW NU AL ID",
        "CP": "B2 BB OP OW ID",
        "EX": "B2 BB OP OW NU PO PR AL ID",
        "IN": "B2 BB OP OW NU PO PR AL ID",
        "NS": "B2 BB OP OW NU PO PR AL ID",
        # The annex keeps a letter behind a stop ("e.g."); libunistring breaks there, for tags: "sentence.</p>".
        "IS": "B2 BB OP OW PO PR AL ID",
        "NU": "B2 BB OW ID",
        "PO": "B2 BB PO PR ID",
        "PR": "B2 BB PO PR",
        "SY": "B2 BB OP OW PO PR AL ID",
        "AL": "B2 BB OW ID",
        "ID": "B2 BB OP OW NU PR AL ID",
    }.items()
}
"""After which class a line may break without a space, before which."""

_KEPT = {("B2", "B2"), ("CL", "NS"), ("CP", "NS"), ("QU", "OP"), ("QU", "OW")}
"""Pairs that even spaces between them do not part."""


def opportunities(atoms: Iterable[str]) -> list[bool]:
    """Say of each atom, a character or more that are never parted, whether a line may break before it."""
    found: list[bool] = []
    last, spaced = "BK", False
    for atom in atoms:
        kind = line_class(atom[0])
        if kind == "SP":
            found.append(False)
            spaced = True
            continue
        if kind == "CM" and not (spaced or last in {"ZW", "BK"}):
            found.append(False)
            continue
        if kind == "CM":
            kind = "AL"
        found.append(_may_break(last, kind, spaced=spaced))
        last, spaced = kind if len(atom) == 1 else line_class(atom[-1]), False
    return found


@cache
def _may_break(last: str, kind: str, *, spaced: bool) -> bool:
    if last == "BK" or kind in {"BK", "ZW"}:
        return False
    if last == "ZW":
        return True
    if last in {"OP", "OW"} or (last, kind) in _KEPT or kind in _NEVER - {"ZWJ"}:
        return False
    return spaced or kind in _DIRECT.get(last, ())


@cache
def line_class(char: str) -> str:
    """Give the line breaking class of a character."""
    listed = _listed().get(ord(char))
    if listed:
        return listed
    kind = _BY_CATEGORY.get(unicodedata.category(char)) or ("ID" if _is_wide(char) else "AL")
    # OW, opening and wide, is our name: unlike other opening brackets, 《 may be parted from a letter before it.
    return "OW" if kind == "OP" and _is_wide(char) else kind


@cache
def width(char: str) -> int:
    """Give the number of columns that a character takes: none for marks and format characters, two for wide ones."""
    if unicodedata.category(char) in {"Mn", "Me", "Cf", "Cc"}:
        return 0
    return 2 if _is_wide(char) else 1


def _is_wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in "WF"


@cache
def _listed() -> dict[int, str]:
    table: dict[int, str] = {}
    for line in _CLASSES.split("\n"):
        name, *spans = line.split() or [""]
        for span in spans:
            first, _, last = span.partition("-")
            table.update(dict.fromkeys(range(int(first, 16), int(last or first, 16) + 1), name))
    return table
