from collections.abc import Iterator
from pathlib import Path

import pytest

from sleepy_coder.breaker.crate import break_crate
from sleepy_coder.errors import UsageError
from sleepy_coder.rust.crates.cargo import Crate, open_crate
from sleepy_coder.rust.sandbox import best_sandbox
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.rust.toolchain import find_toolchain

TILL = Path(__file__).parents[2] / "examples" / "till"


@pytest.fixture(scope="module")
def till() -> Iterator[Crate]:
    with open_crate(TILL, find_toolchain(), best_sandbox(required=False)) as crate:
        yield crate


def test_a_broken_crate_has_exactly_the_errors_it_tells_of_in_files_of_their_own(till: Crate) -> None:
    broken = break_crate(till, 7)
    told = till.check(broken.tree).errors
    assert {error.rendered for error in told} == {one.diagnostic.rendered for one in broken.breaks}
    assert len(told) == 3 == len({one.family for one in broken.breaks})
    places = [error.primary.file for error in told if error.primary is not None]
    assert len(set(places)) == 3
    first = broken.breaks[0]
    assert not first.suggested
    changed = {file for file, text in broken.tree.files.items() if till.tree.files[file] != text}
    assert len(changed) == 3


def test_the_same_seed_breaks_a_crate_alike(till: Crate) -> None:
    assert break_crate(till, 3, count=1) == break_crate(till, 3, count=1)


def test_a_red_crate_is_refused(till: Crate) -> None:
    class Red:
        tree = SourceTree({**till.tree.files, "src/lib.rs": "fn f() -> u8 { nothing }\n"})
        check = till.check

    with pytest.raises(UsageError, match="green"):
        break_crate(Red(), 1)


def test_more_errors_than_a_crate_has_places_for_are_refused(till: Crate) -> None:
    with pytest.raises(UsageError, match="only 1 of 2"):
        break_crate(till, 1, count=2, families=("E0277-index-cast",))
