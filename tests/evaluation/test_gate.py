"""The gate by simulation: noise is not promoted over a year of nights, gains are, losses never, and it says why."""

import dataclasses
import json
import math
from functools import cache

import numpy as np
import pytest
from scipy.special import betainc, betaincc

from sleepy_coder.evaluation.decision import Decision, GateItem, Group
from sleepy_coder.evaluation.gate import Gate, SequentialGate, night_alpha, settings_digest
from sleepy_coder.evaluation.statistics import items_needed
from sleepy_coder.settings import Settings

SETTINGS = Settings()
YEAR = 365


def block(
    group: Group, skill: str | None, *, gained: int = 0, lost: int = 0, both: int = 0, neither: int = 0
) -> list[GateItem]:
    flips = [(False, True)] * gained + [(True, False)] * lost + [(True, True)] * both + [(False, False)] * neither
    return [
        GateItem(f"{group}-{skill}-{number}", group, skill, before, after)
        for number, (before, after) in enumerate(flips)
    ]


def decide(*blocks: list[GateItem], night: int = 1, settings: Settings = SETTINGS) -> Decision:
    gate: Gate = SequentialGate()
    return gate.decide([item for block in blocks for item in block], night, settings)


OLD_UNTOUCHED = block(Group.OLD, "old", both=1500, neither=500)
CLEAR_GAIN = block(Group.TRAINED, "new", gained=40, both=5, neither=15)


def test_the_nights_spend_alpha_between_them_and_no_more() -> None:
    spent = math.fsum(night_alpha(0.05, night) for night in range(1, 20_000))
    assert 0.04999 < spent <= 0.05
    assert night_alpha(0.05, 1) == pytest.approx(0.0304, abs=1e-4)
    with pytest.raises(ValueError, match="from 1"):
        night_alpha(0.05, 0)


WIDE = dataclasses.replace(SETTINGS, margin_points=30.0)  # so that few old items do, and simulation is quick


@cache
def outcome(night: int, gained: int, lost: int, old_lost: int = 0) -> str:
    """80 trained items that fail and 20 that pass before; 80 old items, as many gained as lost."""
    trained = block(Group.TRAINED, "new", gained=gained, lost=lost, both=20 - lost, neither=80 - gained)
    old = block(Group.OLD, "old", gained=old_lost, lost=old_lost, both=80 - 2 * old_lost)
    return decide(trained, old, night=night, settings=WIDE).outcome


ALPHAS = np.array([night_alpha(SETTINGS.alpha, night) for night in range(1, YEAR + 1)])


def test_no_true_change_is_hardly_ever_promoted_in_a_year_of_nights() -> None:
    """Each item flips either way with the same chance, 250 years. Nights far from significance skip the gate's call."""
    random = np.random.default_rng(11)
    gained = random.binomial(80, 0.06, size=(250, YEAR))
    lost = random.binomial(20, 0.24, size=(250, YEAR))  # as many on average
    p_values = betainc(gained, lost + 1, 0.5)
    promoted_years = set()
    for year, night in np.argwhere((gained > 0) & (p_values < 5 * ALPHAS)).tolist():
        if outcome(night + 1, int(gained[year, night]), int(lost[year, night])) == "promote":
            promoted_years.add(year)
    assert 0 < len(promoted_years) <= SETTINGS.alpha * 250  # some are, or the simulation would not test the gate
    for year, night in np.argwhere(p_values >= 5 * ALPHAS)[::700].tolist():
        assert outcome(night + 1, int(gained[year, night]), int(lost[year, night])) != "promote"


def test_without_the_spending_noise_would_be_promoted_in_most_years() -> None:
    """The control: the same noise, every night tested as if it were the first."""
    random = np.random.default_rng(11)
    gained, lost = random.binomial(80, 0.06, size=(25, YEAR)), random.binomial(20, 0.24, size=(25, YEAR))
    years = sum(
        any(outcome(1, g, w) == "promote" for g, w in zip(*pair, strict=True))
        for pair in zip(gained.tolist(), lost.tolist(), strict=True)
    )
    assert years > 20


def test_a_true_loss_of_the_margin_is_hardly_ever_promoted_in_a_year_of_clear_gains() -> None:
    """Of the old items, the margin's share is truly lost every night (and as many gained, so that no sum shows it)."""
    random = np.random.default_rng(12)
    lost = random.binomial(80, 0.30, size=(250, YEAR))
    p_values = betaincc(lost + 1, 80 - lost, 0.30)  # of a loss below the margin
    promoted_years = set()
    for year, night in np.argwhere(p_values < 5 * ALPHAS).tolist():
        if outcome(night + 1, 60, 0, int(lost[year, night])) == "promote":
            promoted_years.add(year)
    assert 0 < len(promoted_years) <= SETTINGS.alpha * 250
    assert outcome(1, 60, 0, 10) == "promote"


def test_a_clear_gain_without_loss_is_promoted_even_late() -> None:
    for night in (1, 10, YEAR):
        decision = decide(CLEAR_GAIN, OLD_UNTOUCHED, night=night)
        assert decision.outcome == "promote", decision.reason
        assert (decision.trained.gained, decision.trained.lost, decision.old.lost) == (40, 0, 0)
        assert decision.trained.change_points == pytest.approx(100 * 40 / 60)
        low, high = decision.trained.interval_points
        assert 45 < low < decision.trained.change_points < high < 85
        assert decision.reason.startswith("Promote") and "60 items" in decision.reason


def test_a_real_but_modest_gain_gets_through_most_of_the_time() -> None:
    random = np.random.default_rng(13)
    gained = random.binomial(80, 0.20, size=60)
    promoted = sum(outcome(1, int(count), 0) == "promote" for count in gained)
    assert promoted >= 55


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


def test_nothing_gained_keeps_the_incumbent() -> None:
    decision = decide(block(Group.TRAINED, "new", gained=3, lost=3, both=20, neither=34), OLD_UNTOUCHED)
    assert decision.outcome == "keep" and "nothing gained" in decision.reason


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
    assert "4 items cannot show any gain, 6 could" in few.reason
    short = decide(CLEAR_GAIN, block(Group.OLD, "old", both=100))
    assert short.outcome == "undecided"
    needed = items_needed(night_alpha(SETTINGS.alpha, 1), 0.01)
    assert f"{needed} items without a loss" in short.reason
    assert decide(CLEAR_GAIN, block(Group.OLD, "old", both=needed)).outcome == "promote"
    assert decide(CLEAR_GAIN, block(Group.OLD, "old", both=needed - 1)).outcome == "undecided"
    assert decide(CLEAR_GAIN).outcome == decide(OLD_UNTOUCHED).outcome == decide().outcome == "undecided"


def test_a_gain_that_may_be_chance_is_undecided_with_the_smallest_visible_effect() -> None:
    decision = decide(block(Group.TRAINED, "new", gained=5, lost=2, both=10, neither=43), OLD_UNTOUCHED)
    assert decision.outcome == "undecided" and "may be chance" in decision.reason
    assert decision.smallest_visible_gain_points is not None and 10 < decision.smallest_visible_gain_points < 15
    assert decision.smallest_provable_margin_points == pytest.approx(0.174, abs=0.01)


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
    assert plain["outcome"] == "promote" and plain["schema"] == "sleepy-coder/decision/1"
    assert plain["skills"][0]["group"] == "trained"
    wider = dataclasses.replace(SETTINGS, margin_points=2.0)
    assert settings_digest(wider) != settings_digest(SETTINGS) == decision.settings_digest
    assert settings_digest(dataclasses.replace(SETTINGS, batch_size=3)) == decision.settings_digest
