"""What the first library may learn, and that no signature has two masters."""

from collections.abc import Iterable

from sleepy_coder.breaker.families import KNOWN, NOVEL, family_named
from sleepy_coder.pretraining.data import Row
from sleepy_coder.pretraining.library import _signatures
from sleepy_coder.pretraining.shards import by_skill
from sleepy_coder.pretraining.skills import BASE, LIBRARY, NOVEL_CODES


def row(skill: str, signature: str) -> Row:
    return Row("prompt", "1<|above|>x", skill, signature)


def codes_of(names: Iterable[str]) -> set[str | None]:
    return {code for name in names for code in family_named(name).codes}


def test_base_and_library_share_the_known_families_out_between_them() -> None:
    assert sorted((*BASE, *LIBRARY)) == sorted(KNOWN)
    assert len(LIBRARY) >= 24 and len(BASE) > len(LIBRARY)


def test_no_error_code_of_a_library_skill_is_in_the_base_models_pretraining() -> None:
    assert not codes_of(LIBRARY) & codes_of(BASE)


def test_the_committed_list_of_novel_codes_is_what_the_table_calls_novel_and_none_is_in_pretraining() -> None:
    assert codes_of(NOVEL) == NOVEL_CODES and len(NOVEL_CODES) >= 30
    assert not NOVEL_CODES & codes_of((*BASE, *LIBRARY))


def test_a_signature_belongs_to_the_skill_that_saw_it_most_and_to_no_other() -> None:
    rows = {
        "a": [row("a", "E1|x")] * 3 + [row("a", "E1|tie")],
        "b": [row("b", "E1|x")] * 2 + [row("b", "E1|tie"), row("b", "E2|y")],
        "c": [],
    }
    owners = _signatures(rows)
    assert owners == {"a": ("E1|tie", "E1|x"), "b": ("E2|y",), "c": ()}
    every = [key for keys in owners.values() for key in keys]
    assert len(every) == len(set(every))


def test_a_rare_skill_does_not_hold_up_the_others() -> None:
    rare, common = LIBRARY[0], LIBRARY[1:]

    def rows():  # type: ignore[no-untyped-def]
        yield row(rare, "E|r")
        while True:
            for skill in common:
                yield row(skill, f"E|{skill}")

    found = by_skill(rows(), 3, LIBRARY)
    assert len(found[rare]) == 1
    assert all(len(found[skill]) == 3 for skill in common)
