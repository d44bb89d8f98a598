import pytest

from sleepy_coder.breaker.families import FAMILIES, KNOWN, NOVEL, family_named
from sleepy_coder.errors import UsageError


def test_known_and_novel_families_share_no_code() -> None:
    known = {code for name in KNOWN for code in family_named(name).codes}
    novel = {code for name in NOVEL for code in family_named(name).codes}
    assert known and novel and not known & novel


def test_a_familys_name_starts_with_one_of_its_codes() -> None:
    for family in FAMILIES:
        assert family.name.split("-")[0] in family.codes or None in family.codes


def test_a_family_without_a_code_says_what_kind_it_is() -> None:
    for family in FAMILIES:
        if None in family.codes:
            assert family.name.split("-")[0] in ("parse", "lifetime", "edition")


def test_an_unknown_family_names_the_known_ones() -> None:
    with pytest.raises(UsageError, match="E0382-clone-removed"):
        family_named("E9999-nothing")
