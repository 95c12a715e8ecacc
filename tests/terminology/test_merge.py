"""Terms are merged into a glossary without replacing any, and what is not clear is refused."""

from tm.model.term import Concept, Term
from tm.terminology.merge import merge

HELD = (
    Concept("post-sg", "post", (Term("Secretary-General", "en"), Term("Secrétaire général", "fr"))),
    Concept("chair-a", "", (Term("chair", "en"), Term("président", "fr"))),
    Concept("chair-b", "", (Term("chair", "en"), Term("chaise", "fr"))),
)


def concept(name: str = "", **terms: str) -> Concept:
    return Concept(name, "", tuple(Term(text, code) for code, text in terms.items()))


def test_a_known_concept_gains_what_it_lacks_and_keeps_its_id() -> None:
    merged = merge(HELD, [concept("other-id", en="secretary-general", ru="Генеральный секретарь")])
    assert (merged.added, merged.updated, merged.unchanged, merged.refused) == (0, 1, 0, [])
    assert merged.concepts[0] == Concept(
        "post-sg", "post", (*HELD[0].terms, Term("Генеральный секретарь", "ru"))
    )  # fmt: skip
    assert merged.concepts[1:] == list(HELD[1:])


def test_merging_again_changes_nothing() -> None:
    first = merge(HELD, [concept(en="peace", fr="paix"), concept(en="Secretary-General", es="Secretario General")])
    again = merge(
        first.concepts, [concept(en="peace", fr="paix"), concept(en="Secretary-General", es="Secretario General")]
    )
    assert (again.added, again.updated, again.unchanged) == (0, 0, 2)
    assert again.concepts == first.concepts


def test_a_new_concept_has_an_id_of_its_own() -> None:
    merged = merge(
        HELD,
        [
            concept(en="Sea level", fr="niveau de la mer"),
            concept("post-sg", en="x", fr="y"),
            concept(ru="мир", zh="和平"),
        ],
    )
    assert [one.id for one in merged.concepts[3:]] == ["term-sea-level", "post-sg-2", "term"]


def test_what_speaks_against_the_glossary_or_fits_several_is_refused_and_nothing_replaced() -> None:
    against, several = concept(en="Secretary-General", fr="Directeur"), concept(en="chair", zh="主席")
    merged = merge(HELD, [against, several])
    assert merged.concepts == list(HELD)
    assert [one for one, _ in merged.refused] == [against, several]
    assert merged.refused[0][1].startswith("the glossary has «Secrétaire général» in French for post-sg")
    assert merged.refused[1][1].startswith("it may be any of chair-a, chair-b")


def test_another_term_tells_which_of_several_is_meant() -> None:
    merged = merge(HELD, [concept(en="chair", fr="chaise", zh="椅子")])
    assert merged.concepts[2].terms[-1] == Term("椅子", "zh")
