"""Flips are between the same items only; an item counts as unchanged only if nothing it touched can differ."""

import dataclasses

import msgspec
import pytest

from sleepy_coder.errors import UsageError
from sleepy_coder.evaluation.compare import Role, flips, gate_items, unchanged
from sleepy_coder.evaluation.decision import Group
from sleepy_coder.evaluation.record import Evaluation, ItemResult, summarise
from sleepy_coder.registry.manifest import BaseModel, Manifest, Skill
from sleepy_coder.routing.signature_router import SignatureRouter
from sleepy_coder.tasks.verify import Verdict


def item(name: str, passed: bool = True, routes: tuple[tuple[str, str | None], ...] | None = ()) -> ItemResult:
    verdict = Verdict.FIXED if passed else Verdict.BROKEN
    return ItemResult(id=name, verdict=verdict, stage=1, attempts=1, seconds=0.1, routes=routes)


def evaluation(marks: str, digest: str = "d") -> Evaluation:
    items = [item(f"i{n}", mark == "+") for n, mark in enumerate(marks)]
    return summarise(items, suite="s", suite_digest=digest, library=None, arm="agent")


def test_flips_name_every_item_and_test_the_counts() -> None:
    found = flips(evaluation("+-+--+-----"), evaluation("-+++-++++++"))
    assert found.gained == ("i1", "i3", "i6", "i7", "i8", "i9", "i10") and found.lost == ("i0",)
    assert found.gain_points == pytest.approx(100 * 6 / 11)
    assert found.p_value == pytest.approx(2 * 9 / 256)
    assert found.interval_points.low < found.gain_points < found.interval_points.high
    assert flips(evaluation("+-"), evaluation("+-"))[:3] == ((), (), 1.0)


def test_other_items_cannot_be_compared() -> None:
    for other in (evaluation("+-", digest="e"), evaluation("+-+")):
        with pytest.raises(UsageError, match="same items"):
            flips(evaluation("+-"), other)


OLD = Manifest(
    base_model=BaseModel(id="m", digest="m0"),
    skills={
        "same": Skill(signatures=("E1|same / a",), served="s0"),
        "turned": Skill(signatures=("E2|turned / a",), served="t0"),
    },
)
NEW = Manifest(
    base_model=OLD.base_model,
    skills={
        "same": OLD.skills["same"],
        "turned": Skill(signatures=("E2|turned / a",), served="t1"),
        "new": Skill(signatures=("E3|new / a",), served="n0"),
    },
)


def test_only_untouched_routes_to_untouched_coefficients_are_unchanged() -> None:
    def pair(manifest: Manifest) -> tuple[Manifest, SignatureRouter]:
        return manifest, SignatureRouter.of(manifest)

    items = [
        item("same", routes=(("E1|same / a", "same"),)),
        item("turned", routes=(("E2|turned / a", "turned"),)),
        item("learned", routes=(("E3|new / a", None),)),
        item("nobody", routes=(("E9|other", None),)),
        item("mixed", routes=(("E9|other", None), ("E3|new / a", None))),
        item("untouched", routes=()),
        item("unknown", routes=None),
    ]
    assert set(unchanged(items, pair(OLD), pair(NEW))) == {"same", "nobody", "untouched"}
    assert len(unchanged(items, pair(OLD), pair(OLD))) == 6
    retrained = msgspec.structs.replace(NEW, base_model=BaseModel(id="m", digest="m1"))
    assert unchanged(items, pair(OLD), pair(retrained)) == {}


def test_the_gate_sees_every_item_with_a_role() -> None:
    before, after = (
        [item("a", True), item("b", False), item("c", True)],
        [item("a", False), item("b", True), item("c", True)],
    )
    roles = {"a": Role(Group.CANARY, None), "b": Role(Group.TRAINED, "new"), "c": Role(Group.OLD, "old")}
    found = gate_items(before, after, roles, identical=frozenset({"c"}), retried={"a": True})
    assert [dataclasses.astuple(one) for one in found] == [
        ("a", "canary", None, True, False, False, True),
        ("b", "trained", "new", False, True, False, None),
        ("c", "old", "old", True, True, True, None),
    ]
    with pytest.raises(KeyError):
        gate_items(before, after[1:], roles)
