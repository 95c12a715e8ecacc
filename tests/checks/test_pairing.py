"""The bracket without a partner is the one that is shown."""

from __future__ import annotations

from tm.checks.check import Fault, Pair
from tm.checks.pairing import unpaired
from tm.model.language import BY_CODE, ENGLISH
from tm.model.unit import Unit


def test_a_letter_in_brackets_is_no_lonely_bracket() -> None:
    target = "См. a) это, b) то и пункт 3(l) (как сказано."
    pair = Pair(Unit("See (a) this, (b) that and item 3(l) (as said).", target), ENGLISH, BY_CODE["ru"])
    places = [fault.at.start for fault in unpaired.function(pair) if isinstance(fault, Fault) and fault.at]
    assert places == [target.index("(как")]
