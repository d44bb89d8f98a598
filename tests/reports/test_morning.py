"""What the morning report says, before anything renders it."""

from dataclasses import replace

import msgspec

from sleepy_coder.evaluation.decision import Decision
from sleepy_coder.registry.night_record import NOT_MERGED
from sleepy_coder.reports.morning import morning
from sleepy_coder.reports.yesterday import Failure, Yesterday


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_a_promotion_is_told_with_its_numbers(make_night) -> None:
    report = morning(make_night())
    assert report.headline.startswith("Promoted")
    assert "6 % to 94 % of 32 items" in plain(report.summary)
    assert "none was lost" in plain(report.summary)
    assert isinstance(report.decision, Decision)


def test_a_loss_is_never_called_nothing_lost(make_night) -> None:
    report = morning(replace(make_night(lose=2), promoted=True))
    assert "nothing lost" not in report.headline
    assert "2 were lost" in plain(report.summary)


def test_keep_and_undecided_are_told_apart(make_night) -> None:
    kept = morning(replace(make_night(), promoted=False, outcome="keep")).headline
    undecided = morning(replace(make_night(), promoted=False, outcome="undecided")).headline
    assert kept != undecided and "ndecided" in undecided


def test_a_night_without_work_has_a_report(make_night) -> None:
    idle = replace(
        make_night(), skills=(), items=(), ledger=(), basis=None, decision=None, candidate=None, promoted=False
    )
    report = morning(idle)
    assert report.headline == "Nothing to learn tonight"
    assert report.decision is None and report.skills == () and report.matrix.rows == ()


def test_failures_say_what_became_of_them(make_night) -> None:
    night = make_night()
    taught, waiting = night.skills[0].signatures[0], next(iter(night.not_due))
    day = Yesterday(9, 2, 30, 900, {}, (Failure(taught, 5), Failure(waiting, 1), Failure("E9999|new", 1)))
    lines = morning(night, day=day).failures
    assert [(line.count, line.taught) for line in lines] == [(5, True), (1, False), (1, False)]
    assert lines[1].fate == night.not_due[waiting]
    assert lines[2].fate == "not looked at"


def test_the_wordings_of_one_taught_error_are_one_line(make_night) -> None:
    night = make_night()
    first, second = night.skills[0].signatures[0], "E0277|the type `Vec<_>` cannot be indexed by `u8`"
    skill = replace(night.skills[0], signatures=(first, second))
    day = Yesterday(9, 2, 30, 900, {}, (Failure("E9999|new", 6), Failure(second, 4), Failure(first, 3)))
    taught, other = morning(replace(night, skills=(skill, *night.skills[1:])), day=day).failures
    assert (taught.count, other.count) == (7, 6)
    assert taught.shapes == (second.partition("|")[2], first.partition("|")[2])


def test_a_skill_that_did_not_get_better_is_not_counted_as_learned(make_night) -> None:
    night = make_night()
    spoilt = [replace(item, after=item.before) if item.family == "E0614-deref" else item for item in night.items]
    assert (
        plain(morning(replace(night, items=tuple(spoilt))).headline) == "Promoted: 1 of 2 skills learned, nothing lost"
    )


def test_a_skill_that_was_not_merged_is_never_told_as_learned(make_night) -> None:
    night = make_night()
    stubborn = replace(night.skills[1], fate=NOT_MERGED)
    report = morning(replace(night, skills=(night.skills[0], stubborn)))
    assert plain(report.headline) == "Promoted: 1 of 2 skills learned, nothing lost"
    assert report.summary.startswith("On E0277-index-cast the repair rate")
    assert report.matrix.rows[1].trained == ("E0277-index-cast",)


def test_a_retrial_tells_of_the_skills_that_were_judged_again(make_night) -> None:
    again = replace(make_night(), skills=(), retrial=True)
    assert plain(morning(again).headline) == "Promoted: 2 skills learned, nothing lost"
    assert morning(again).summary.startswith("On E0277-index-cast and E0614-deref the repair rate")
    kept = replace(again, promoted=False, outcome="undecided")
    assert morning(kept).headline == "Undecided, so the incumbent stays"


def test_without_the_day_the_nights_own_notes_speak(make_night) -> None:
    lines = morning(make_night()).failures
    assert [line.count for line in lines] == [14, 14, None]


def test_later_nights_are_no_part_of_an_earlier_report(make_night) -> None:
    nights = [make_night(1), make_night(2, ("E0063-field",)), make_night(3, ("E0618-call",))]
    assert [row.label for row in morning(nights[1], nights).matrix.rows] == ["before", "night 1", "night 2"]


def test_the_report_is_plain_json(make_night) -> None:
    content = msgspec.json.decode(msgspec.json.encode(morning(make_night()).to_json()))
    assert content["night"]["outcome"] == "promote"
    assert len(content["gained"]) == 28 and content["lost"] == []
