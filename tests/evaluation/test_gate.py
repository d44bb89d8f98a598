"""The gate, rule by rule: what it lets through, what it refuses, and why it says so; years of it: test_gate_years."""

import dataclasses
import json
import math

import pytest

from sleepy_coder.evaluation.decision import Decision, GateItem, Group
from sleepy_coder.evaluation.evidence import items_needed
from sleepy_coder.evaluation.gate import BLOCK, Gate, SequentialGate, candidate_alpha, settings_digest
from sleepy_coder.settings import Settings

SETTINGS = Settings()


def block(
    group: Group, skill: str | None, *, gained: int = 0, lost: int = 0, both: int = 0, neither: int = 0
) -> list[GateItem]:
    flips = [(False, True)] * gained + [(True, False)] * lost + [(True, True)] * both + [(False, False)] * neither
    return [
        GateItem(f"{group}-{skill}-{number}", group, skill, before, after)
        for number, (before, after) in enumerate(flips)
    ]


def decide(*blocks: list[GateItem], number: int = 1, settings: Settings = SETTINGS) -> Decision:
    gate: Gate = SequentialGate()
    return gate.decide([item for block in blocks for item in block], number, settings)


OLD_UNTOUCHED = block(Group.OLD, "old", both=1500, neither=500)
CLEAR_GAIN = block(Group.TRAINED, "new", gained=40, both=5, neither=15)


def test_the_candidates_spend_alpha_between_them_and_no_more() -> None:
    spent = math.fsum(candidate_alpha(0.05, number) for number in range(1, 2000 * BLOCK, BLOCK)) * BLOCK
    assert 0.0499 < spent <= 0.05
    assert candidate_alpha(0.05, 1) == candidate_alpha(0.05, BLOCK) == 4 * candidate_alpha(0.05, BLOCK + 1)
    with pytest.raises(ValueError, match="from 1"):
        candidate_alpha(0.05, 0)


def test_a_clear_gain_without_loss_is_promoted_even_late() -> None:
    for night in (1, 10, BLOCK):
        decision = decide(CLEAR_GAIN, OLD_UNTOUCHED, number=night)
        assert decision.outcome == "promote", decision.reason
        assert (decision.trained.gained, decision.trained.lost, decision.old.lost) == (40, 0, 0)
        assert decision.trained.change_points == pytest.approx(100 * 40 / 60)
        low, high = decision.trained.interval_points
        assert 45 < low < decision.trained.change_points < high < 85
        assert decision.reason.startswith("Promote") and "60 items" in decision.reason


def test_a_loss_on_old_items_keeps_the_incumbent() -> None:
    decision = decide(CLEAR_GAIN, block(Group.OLD, "old", lost=40, both=1460, neither=500))
    assert decision.outcome == "keep"
    assert "old items: 40 lost and 0 gained of 2000" in decision.reason


def test_one_skill_that_got_worse_keeps_the_incumbent_though_the_pool_hides_it() -> None:
    worse = block(Group.OLD, "small", lost=6, both=9)
    decision = decide(CLEAR_GAIN, OLD_UNTOUCHED, worse, block(Group.OLD, "lucky", gained=6, neither=9))
    assert decision.outcome == "keep" and "small lost 6" in decision.reason
    retrained = block(Group.TRAINED, "again", lost=8, both=8)
    assert decide(CLEAR_GAIN, OLD_UNTOUCHED, retrained).outcome == "keep"


def test_what_gains_too_little_to_be_of_use_keeps_the_incumbent() -> None:
    decision = decide(block(Group.TRAINED, "new", gained=2, lost=3, both=200, neither=200), OLD_UNTOUCHED)
    assert decision.outcome == "keep" and "less than 5 points gained" in decision.reason


def test_evidence_goes_on_over_the_nights_of_one_candidate() -> None:
    night = block(Group.TRAINED, "new", gained=7, both=20, neither=30)
    first = decide(night, block(Group.OLD, "old", both=500))
    assert first.outcome == "undecided"
    gate = SequentialGate()
    second = gate.decide([*night, *block(Group.OLD, "old", both=500)], 1, SETTINGS, first.skills)
    assert (second.trained.gained, second.trained.total, second.old.total) == (14, 114, 1000)
    assert second.outcome == "undecided" and second.gain_evidence > 2 * first.gain_evidence > 0
    third = gate.decide([*night, *block(Group.OLD, "old", both=500)], 1, SETTINGS, second.skills)
    assert third.outcome == "promote", third.reason


def test_a_lost_canary_keeps_the_incumbent_unless_the_retry_saves_it() -> None:
    for retried, expected in ((None, "keep"), (False, "keep"), (True, "promote")):
        canary = GateItem("canary-1", Group.CANARY, None, before=True, after=False, retried=retried)
        decision = decide(CLEAR_GAIN, OLD_UNTOUCHED, [canary])
        assert decision.outcome == expected
        assert ("canary-1" in decision.canaries_lost) == (expected == "keep") == ("canary-1" in decision.reason)
    never_passed = GateItem("canary-1", Group.CANARY, None, before=False, after=False)
    assert decide(CLEAR_GAIN, OLD_UNTOUCHED, [never_passed]).outcome == "promote"


def test_too_few_items_leave_it_undecided_and_tell_how_many_would_do() -> None:
    few = decide(block(Group.TRAINED, "new", gained=4), OLD_UNTOUCHED)
    assert few.outcome == "undecided" and few.smallest_visible_gain_points is None
    assert "4 items cannot show any gain, 17 could" in few.reason
    short = decide(CLEAR_GAIN, block(Group.OLD, "old", both=100))
    assert short.outcome == "undecided"
    needed = items_needed(candidate_alpha(SETTINGS.alpha, 1), 0.01)
    assert f"{needed} items without a loss" in short.reason
    assert decide(CLEAR_GAIN, block(Group.OLD, "old", both=needed)).outcome == "promote"
    assert decide(CLEAR_GAIN, block(Group.OLD, "old", both=needed - 1)).outcome == "undecided"
    assert decide(CLEAR_GAIN).outcome == decide(OLD_UNTOUCHED).outcome == decide().outcome == "undecided"


def test_a_gain_that_may_be_chance_is_undecided_with_the_smallest_visible_effect() -> None:
    decision = decide(block(Group.TRAINED, "new", gained=5, lost=2, both=10, neither=43), OLD_UNTOUCHED)
    assert decision.outcome == "undecided" and "may be chance" in decision.reason
    assert decision.smallest_visible_gain_points is not None and 25 < decision.smallest_visible_gain_points < 40
    assert decision.smallest_provable_margin_points == pytest.approx(0.514, abs=0.01)


def test_identical_items_count_as_ties_without_being_generated() -> None:
    old = [dataclasses.replace(item, identical=True) for item in OLD_UNTOUCHED]
    decision = decide(CLEAR_GAIN, old)
    assert decision.outcome == "promote" and decision.old.identical == 2000
    with pytest.raises(ValueError, match="identical by construction"):
        decide([GateItem("x", Group.OLD, None, before=True, after=False, identical=True)])
    with pytest.raises(ValueError, match="twice"):
        decide(CLEAR_GAIN, CLEAR_GAIN)


def test_every_flip_and_every_skill_is_listed() -> None:
    decision = decide(
        block(Group.TRAINED, "b", gained=2, lost=1, both=3),
        block(Group.TRAINED, "a", gained=1),
        block(Group.OLD, None, lost=1, both=20),
        block(Group.CANARY, None, gained=1),
    )
    assert len(decision.gained) == 4 and len(decision.lost) == 2
    assert [(line.skill, line.group, line.result.gained) for line in decision.skills] == [
        ("a", Group.TRAINED, 1), ("b", Group.TRAINED, 2), ("(no skill)", Group.OLD, 0),
    ]  # fmt: skip


def test_a_decision_is_plain_json_and_names_its_settings() -> None:
    decision = decide(CLEAR_GAIN, OLD_UNTOUCHED)
    plain = decision.to_json()
    assert json.loads(json.dumps(plain)) == json.loads(json.dumps(plain, sort_keys=True))
    assert plain["outcome"] == "promote" and plain["schema"] == "sleepy-coder/decision/2"
    assert plain["skills"][0]["group"] == "trained"
    wider = dataclasses.replace(SETTINGS, margin_points=2.0)
    assert settings_digest(wider) != settings_digest(SETTINGS) == decision.settings_digest
    assert settings_digest(dataclasses.replace(SETTINGS, max_rounds=3)) == decision.settings_digest
