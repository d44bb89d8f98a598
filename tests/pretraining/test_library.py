"""What the first library may learn, and that no signature has two masters."""

from sleepy_coder.breaker.families import FAMILIES, KNOWN, NOVEL, family_named
from sleepy_coder.pretraining.data import Row
from sleepy_coder.pretraining.library import _signatures
from sleepy_coder.pretraining.run import by_skill
from sleepy_coder.pretraining.skills import BASE, LIBRARY, OUT_OF_REACH


def row(skill: str, signature: str) -> Row:
    return Row("prompt", "1<|above|>x", skill, signature)


def test_base_library_and_what_no_prompt_can_teach_share_the_known_families_out_between_them() -> None:
    assert LIBRARY
    assert sorted((*BASE, *LIBRARY, *OUT_OF_REACH)) == sorted(KNOWN)


def test_no_novel_family_and_no_code_of_one_is_in_pretraining() -> None:
    taught = {code for name in (*BASE, *LIBRARY) for code in family_named(name).codes}
    novel = {code for family in FAMILIES if family.novel for code in family.codes}
    assert NOVEL and not set(NOVEL) & {*BASE, *LIBRARY}
    assert not taught & novel


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

    found = by_skill(rows(), 3)
    assert len(found[rare]) == 1
    assert all(len(found[skill]) == 3 for skill in common)
