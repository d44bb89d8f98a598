"""Rounds go on until the gate can tell or the clock says stop, and which of the two it was is told."""

import dataclasses
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from sleepy_coder.breaker.pairs import Pair
from sleepy_coder.evaluation import hearing
from sleepy_coder.evaluation.decision import Decision, GateItem, Group
from sleepy_coder.evaluation.gate import SequentialGate
from sleepy_coder.evaluation.hearing import Heard, Items, hear
from sleepy_coder.evaluation.practice import PracticeItem
from sleepy_coder.lm.scripted import ScriptedModel
from sleepy_coder.registry.manifest import BaseModel, Manifest
from sleepy_coder.registry.version import Version
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.settings import Settings

GREEN, RED = (SourceTree({"main.rs": f"fn main() {{ let n: i32 = 3; let _ = {use}; }}\n"}) for use in ("n", "*n"))
NOTHING = Version("v", Path("v"), Manifest(base_model=BaseModel("m", "0"), skills={}))
ITEMS = Items({"s": ("f",)}, 1, 3, 1, 0, seed=1)


def heard(monkeypatch: pytest.MonkeyPatch, compiler: Compiler, outcome: str, until: float) -> Heard:
    """Three rounds of one item each, before a gate that always says the same."""
    pair = Pair("f", "t", 1, GREEN, RED, compiler.check(RED).errors[0])

    def rounds(*_: object, **__: object) -> Iterator[list[PracticeItem]]:
        for number in range(3):
            yield [PracticeItem(f"trained/f/{number}", Group.TRAINED, "s", pair)]

    def decide(items: Sequence[GateItem]) -> Decision:
        return dataclasses.replace(SequentialGate().decide(items, 1, Settings()), outcome=outcome)  # type: ignore[arg-type]

    monkeypatch.setattr(hearing, "draw_rounds", rounds)
    model = ScriptedModel({"": ["no edit"]})
    return hear(ITEMS, NOTHING, NOTHING, model, compiler, decide, until=until, tell=lambda *_: None)


@pytest.mark.parametrize(
    ("outcome", "until", "judged", "cut"),
    [
        ("undecided", float("inf"), 3, False),
        ("undecided", 0.0, 1, True),
        ("keep", float("inf"), 1, False),
        ("keep", 0.0, 1, False),
    ],
)
def test_a_trial_ends_by_the_gate_the_items_or_the_clock(
    monkeypatch: pytest.MonkeyPatch, compiler: Compiler, outcome: str, until: float, judged: int, cut: bool
) -> None:
    found = heard(monkeypatch, compiler, outcome, until)
    assert (len(found.trial.items), found.cut) == (judged, cut)
