"""Thompson sampling over specialists and the base model: the better arm wins, and nothing changes without evidence."""

from collections import Counter
from random import Random

from sleepy_coder.routing.choice import Arm, ChoosingRouter, Tally
from sleepy_coder.routing.router import Route
from sleepy_coder.rust.signature import Signature

ERROR = Signature("E0308", "mismatched types / expected `String`, found `&_`")


class Ambiguous:
    """Sends everything to one skill, beside which another knows the message."""

    def route(self, error: object) -> Route:
        return Route("owned", 1.0, "for the test", ("owned", "borrowed"))


def choose(tallies: dict[Arm, Tally], seed: int = 0) -> Route:
    return ChoosingRouter(Ambiguous(), {ERROR.key: tallies}, seed).route(ERROR)


def test_without_two_tried_arms_the_router_decides() -> None:
    for tallies in ({}, {"owned": Tally(50, 0)}, {None: Tally(50, 50)}):
        assert {choose(tallies, seed).skill for seed in range(50)} == {"owned"}


def test_the_arm_that_mends_more_is_asked_more_and_the_base_model_is_an_arm() -> None:
    better_base = {"owned": Tally(40, 2), None: Tally(40, 36)}
    chosen_arms = Counter(choose(better_base, seed).skill for seed in range(200))
    assert chosen_arms[None] > 160 and chosen_arms["owned"] < 3  # the rest tries the one that nobody knows
    better_other = {"owned": Tally(40, 2), "borrowed": Tally(40, 38), None: Tally(40, 20)}
    chosen = [choose(better_other, seed) for seed in range(200)]
    assert Counter(route.skill for route in chosen)["borrowed"] > 180
    assert "mended 38 of 40" in next(route.reason for route in chosen if route.skill == "borrowed")


def test_the_same_day_chooses_alike() -> None:
    even = {"owned": Tally(10, 5), "borrowed": Tally(10, 5), None: Tally(10, 5)}
    assert choose(even, 3) == choose(even, 3)
    assert {choose(even, seed).skill for seed in range(60)} == {"owned", "borrowed", None}


def test_regret_stays_small_over_a_thousand_errors() -> None:
    """True success 0.5, 0.7 and 0.2: nearly always the second is asked, at a cost of few failures."""
    truth: dict[Arm, float] = {"owned": 0.5, "borrowed": 0.7, None: 0.2}
    random = Random(5)
    tallies: dict[Arm, Tally] = {"owned": Tally(1, 1), None: Tally(1, 0)}
    regret, late = 0.0, Counter[Arm]()
    for error in range(1000):
        arm = choose(tallies, error).skill
        regret += 0.7 - truth[arm]
        late[arm] += error >= 500
        old = tallies.get(arm, Tally())
        tallies[arm] = Tally(old.asked + 1, old.mended + (random.random() < truth[arm]))
    assert regret < 40 and late["borrowed"] > 450
