"""The report says from what a night learned, why it went about it so, and what would help most next."""

import dataclasses

from sleepy_coder.registry.night_record import NOT_MERGED, DataCard
from sleepy_coder.reports.learned import cost, learned, next_step
from sleepy_coder.reports.yesterday import Failure, Yesterday

CARD = DataCard(
    12, 2, {"human": 4, "dream": 8}, {}, {}, {}, {"near the rotating holdout": {"dream": 3, "human": 1}}, ()
)


def test_a_skill_tells_its_origins_what_was_left_out_and_every_choice(make_night) -> None:
    skill = dataclasses.replace(
        make_night().skills[0],
        examples=12,
        origins=CARD.origins,
        card=CARD,
        choices=("due: 4 failures", "started from nothing"),
        holdout_after=1,
    )
    said = [sentence.replace("\N{NO-BREAK SPACE}", " ") for sentence in learned(skill)]
    assert said == [
        "12 examples: 4 by human and 8 by dream",
        "left out: 4 near the rotating holdout (dream 3, human 1)",
        "of 2 newest repairs, never trained on, 0 were answered exactly before, 1 after",
        "due: 4 failures",
        "started from nothing",
    ]


def test_the_next_step_is_the_error_that_failed_most_and_was_not_taught(make_night) -> None:
    night = dataclasses.replace(make_night(), outcome="keep", not_due={"E1|a": "reason a", "E2|b": "reason b"})
    day = Yesterday(9, 1, 9, 9, {}, (Failure("E2|b", 5), Failure("E1|a", 2)))
    assert next_step(night, day).replace("\N{NO-BREAK SPACE}", " ") == "E2 b, 5 failures by day: reason b."
    assert "judges the same candidate" in next_step(dataclasses.replace(night, outcome="undecided"), day)
    stubborn = dataclasses.replace(night, not_due={}, skills=(dataclasses.replace(night.skills[0], fate=NOT_MERGED),))
    assert "`watch`" in next_step(stubborn, day)
    cut = dataclasses.replace(night.skills[0], fate=NOT_MERGED, steps=3)
    assert "3 of 120 steps" in next_step(dataclasses.replace(night, not_due={}, skills=(cut,)), day)
    assert next_step(dataclasses.replace(night, not_due={}), day) == ""


def test_cost_tells_only_what_is_known(make_night) -> None:
    assert cost(make_night()) == ()
    known = dataclasses.replace(make_night(), stored_bytes=2**20, joules=7200.0)
    assert [words.replace("\N{NO-BREAK SPACE}", " ") for words in cost(known)] == [
        "1.0 MiB stored",
        "2.0 Wh by the processor",
    ]
