from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from sleepy_coder.breaker.families import FAMILIES, family_named
from sleepy_coder.breaker.leaf import Leaf, aimed_at
from sleepy_coder.errors import UsageError
from sleepy_coder.rust.cargo import Crate, open_crate
from sleepy_coder.rust.sandbox import best_sandbox
from sleepy_coder.rust.signature import Signature
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.rust.toolchain import find_toolchain

TILL = Path(__file__).parents[2] / "examples" / "till"
FAMILIES_HERE = (
    "E0425-typo",
    "E0382-clone-removed",
    "E0308-reference-removed",
    "E0384-mut-removed",
    "E0616-pub-removed",
)


@pytest.fixture(scope="module")
def till() -> Iterator[Crate]:
    with open_crate(TILL, find_toolchain(), best_sandbox(required=False)) as crate:
        yield crate


def test_every_pair_of_a_crate_is_one_that_cargo_confirms_alone(till: Crate) -> None:
    leaf = Leaf([till])
    wave = next(leaf.waves(dict.fromkeys(FAMILIES_HERE, 1.0), 5))
    assert len(wave.pairs) >= 15 and len({pair.family for pair in wave.pairs}) >= 3
    for pair in Random(1).sample(wave.pairs, 5):
        assert till.check(pair.broken).errors == (pair.diagnostic,)
        assert pair.diagnostic.code in family_named(pair.family).codes and pair.green == till.tree


def test_breaks_that_a_check_does_not_compile_are_not_proposed(till: Crate) -> None:
    leaf = Leaf([till])
    assert all(site.file.startswith("src/") for site in leaf.sites("E0425-typo", Random(1)))
    assert leaf.skipped["not checked"] == sum(not file.startswith("src/") for file in till.tree.files)


def test_a_red_crate_is_refused(till: Crate) -> None:
    class Red:
        tree = SourceTree({**till.tree.files, "src/lib.rs": "fn f() -> u8 { nothing }\n"})
        check = till.check

    with pytest.raises(UsageError, match="green"):
        Leaf([Red()])


def test_a_day_aims_at_the_families_that_make_its_errors() -> None:
    weights = aimed_at({Signature("E0382", "moved"): 3, Signature("parse", "expected `;`"): 1})
    makers = {family.name for family in FAMILIES if family.codes & {"E0382", None}}
    assert set(weights) == makers and sum(weights.values()) == pytest.approx(4)
    assert weights["E0382-clone-removed"] > weights["parse-semicolon"]
