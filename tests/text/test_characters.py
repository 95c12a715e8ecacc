"""The classes of characters do not overlap; that they are Unicode's is tested with the tokens."""

import re
import sys

from tm.text import characters


def test_no_character_is_both_part_of_a_word_and_a_token_of_its_own() -> None:
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    alone = set(re.findall(f"[{characters.ALONE}{characters.ALONE_ASTRAL}]", every))
    word = set(re.findall(f"[{characters.WORD}{characters.WORD_ASTRAL}]", every))
    assert alone
    assert word
    assert not alone & word


def test_the_classes_are_parted_at_u10000() -> None:
    for ranges in (characters.ALONE, characters.WORD):
        assert max(ranges) < "\U00010000"
    for ranges in (characters.ALONE_ASTRAL, characters.WORD_ASTRAL):
        assert min(set(ranges) - {"-"}) >= "\U00010000"
