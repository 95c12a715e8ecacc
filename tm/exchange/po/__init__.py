"""PO files as gettext, Poedit and Weblate know them, of which a save changes nothing but what changed."""

from tm.exchange.po.create import create
from tm.exchange.po.parse import parse, read
from tm.exchange.po.record import PoFile, Problem, Trouble, require_sound
from tm.exchange.po.save import save, save_new
from tm.exchange.po.write import with_units

__all__ = [
    "PoFile",
    "Problem",
    "Trouble",
    "create",
    "parse",
    "read",
    "require_sound",
    "save",
    "save_new",
    "with_units",
]
