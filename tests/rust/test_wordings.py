"""One signature whatever version of rustc words the error, in rustc's own words of three versions."""

import pytest

from sleepy_coder.embedded.location import library_folder
from sleepy_coder.registry.manifest import read_manifest
from sleepy_coder.routing.background import NOW, OLDER, wordings
from sleepy_coder.rust.wordings import code_now, said_now


@pytest.mark.parametrize(("version", "least"), [(OLDER[0], 0.995), (OLDER[1], 0.85)])
def test_most_signatures_are_those_of_the_installed_rustc(version: str, least: float) -> None:
    both = [(row.keys[version], row.keys[NOW]) for row in wordings() if version in row.keys]
    assert len(both) > 350
    assert sum(old == now for old, now in both) / len(both) >= least


def test_todays_words_stay_as_they_are() -> None:
    """The shipped library was keyed before there was a table, and every key is its own."""
    keys = [row.keys[NOW] for row in wordings()]
    keys += [key for skill in read_manifest(library_folder()).skills.values() for key in skill.signatures]
    for code, _, shape in (key.partition("|") for key in keys):
        assert (code_now(code, shape), said_now(code, shape)) == (code, shape)


def test_words_that_mean_something_else_are_not_touched() -> None:
    assert said_now("E0308", "mismatched types / expected a struct, found `_`").count("struct") == 1
    assert code_now("E0412", "something new about types") == "E0412"
    assert said_now("E0614", "type `_` cannot be dereferenced / can't be dereferenced").count("can't") == 1


ONE_SKILL = (
    # told apart by rustc's other labels, notes and suggestions, which these records do not hold
    {"E0382-clone-removed", "E0382-closure-moved", "E0382-loop-moved"},
    {"E0505-clone-removed", "E0505-use-removed"},
    {"E0505-use-removed", "E0506-borrow"},
    {"E0425-self-removed", "E0425-typo"},
    # one repair
    {"E0201-method-twice", "E0592-method-twice"},
    # rustc says nothing that tells them apart: a value that no arm covers, a delimiter that is not closed
    {"E0004-guard", "E0004-range-end"},
    {"parse-brace", "parse-paren"},
)


def test_families_that_want_different_repairs_have_different_signatures() -> None:
    """Those that share one are known: rustc says the same, so they are one skill to a router."""
    families: dict[str, set[str]] = {}
    for row in wordings():
        families.setdefault(row.keys[NOW], set()).add(row.family)
    shared = [found for found in families.values() if len(found) > 1]
    assert all(found in ONE_SKILL for found in shared), shared
