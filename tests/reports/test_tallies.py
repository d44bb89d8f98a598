"""Counting recorded items."""

from dataclasses import replace

from sleepy_coder.registry.night_record import NightRecord
from sleepy_coder.reports.tallies import Cell, by_group, by_skill, forgetting, gained, lost, routes


def test_every_item_is_counted_once_by_group_and_by_skill(make_night) -> None:
    night: NightRecord = make_night()
    for tallies in (by_group(night.items), by_skill(night.items)):
        assert sum(tally.total for tally in tallies) == len(night.items)
        assert sum(tally.after for tally in tallies) == sum(item.after == "FIXED" for item in night.items)


def test_flips_explain_the_difference_between_before_and_after(make_night) -> None:
    night = make_night(lose=3)
    for tally in by_skill(night.items):
        assert tally.after - tally.before == tally.gained - tally.lost
    assert len(lost(night.items)) == 3
    assert {item.id for item in gained(night.items)}.isdisjoint(item.id for item in lost(night.items))


def test_trained_skills_come_first(make_night) -> None:
    groups = [tally.group for tally in by_skill(make_night().items)]
    assert groups == sorted(groups, key=lambda group: group != "trained")


def test_items_of_one_family_that_part_ways_are_two_lines(make_night) -> None:
    items = make_night().items
    straying = [
        replace(item, route_after=None) if item.id == "trained/E0614-deref/000000000003" else item for item in items
    ]
    lines = [(line.before, line.after, line.total) for line in routes(straying) if line.family == "E0614-deref"]
    assert sorted(lines) == [("base model", "E0614-deref", 15), ("base model", "base model", 1)]


def test_changed_ways_come_first(make_night) -> None:
    changed = [line.before != line.after for line in routes(make_night().items)]
    assert changed == sorted(changed, reverse=True)
    assert any(changed) and not all(changed)


def test_a_refused_night_leaves_the_incumbents_results_in_the_matrix(make_night) -> None:
    first, second = make_night(1), replace(make_night(2, ("E0063-field",)), promoted=False, outcome="keep")
    matrix = forgetting([first, second])
    assert [row.label for row in matrix.rows] == ["before", "night 1", "night 2"]
    column = matrix.skills.index("E0063-field")
    assert matrix.rows[2].cells[column] == Cell(1, 16)
    column = matrix.skills.index("E0614-deref")
    assert matrix.rows[0].cells[column] == Cell(1, 16)
    assert matrix.rows[1].cells[column] == Cell(15, 16)
    assert matrix.rows[2].cells[column] is None, "the second night judged no item of that skill"


def test_skills_stand_in_the_order_in_which_they_were_learned(make_night) -> None:
    matrix = forgetting([make_night(1, ("E0614-deref",)), make_night(2, ("E0063-field",))])
    assert matrix.skills[:2] == ("E0614-deref", "E0063-field")


def test_nights_without_items_make_no_matrix(make_night) -> None:
    assert forgetting([replace(make_night(), items=())]).rows == ()


def test_an_older_item_counts_for_the_specialist_that_answered_it(make_night) -> None:
    totals = {tally.name: tally.total for tally in by_skill(make_night().items)}
    assert totals["E0061-extra-argument"] == 40
    assert totals["base model"] == 200
