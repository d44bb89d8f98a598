"""The same in a terminal."""

import io
from dataclasses import replace

from sleepy_coder.registry.history import Event, HistoryNode
from sleepy_coder.reports.morning import morning
from sleepy_coder.reports.text import console, history_tree, morning_text
from sleepy_coder.reports.yesterday import Failure, Yesterday


def printed(renderable: object) -> str:
    out = io.StringIO()
    console(out).print(renderable)
    return out.getvalue().replace("\N{NO-BREAK SPACE}", " ")


def test_the_text_names_outcome_flips_and_ledger(make_night) -> None:
    text = printed(morning_text(morning(make_night(lose=2))))
    assert "\x1b" not in text, "a file gets no colours"
    for words in ("E0277-index-cast", "Gained: 28", "Lost: 2", "k 24–31 → 26–33", "core × 56", "0.011", "220 by dream"):
        assert words in text


def test_what_strangers_wrote_is_shown_to_the_letter_and_commands_no_terminal(make_night) -> None:
    shapes = ("see [/docs] for features", "expected `[integer; N]`, found `&[integer]`", "a\x1b[31mred\x9b32m")
    day = Yesterday(3, 0, 3, 90, {}, tuple(Failure(f"parse|{shape}", 1) for shape in shapes))
    night = make_night()
    skill = replace(night.skills[0], skill="[bold]x", choices=("started from [/b]\x1b]0;title\x07",))
    items = tuple(replace(item, family="f[/i]\x1b[2J", skill="[bold]x") for item in night.items)
    ledger = (replace(night.ledger[0], skill="[bold]x"),)
    text = printed(morning_text(morning(replace(night, skills=(skill,), items=items, ledger=ledger), day=day)))
    for words in (*shapes[:2], "a␛[31mred\N{REPLACEMENT CHARACTER}32m", "[bold]x", "from [/b]␛]0;title␇", "f[/i]␛[2J"):
        assert words in text
    assert "\x1b" not in text and "\x9b" not in text and "\x07" not in text


def test_an_idle_night_has_a_text(make_night) -> None:
    idle = replace(make_night(), skills=(), items=(), ledger=(), basis=None, decision=None, reason="Nothing is due.")
    assert "Nothing is due." in printed(morning_text(morning(idle)))


def test_versions_hang_under_their_parents_and_the_served_one_is_marked() -> None:
    event = Event(at="2026-11-21T02:00:00", action="promote", version="b" * 16, reason="Promote: [/b]\x1b[2Jbetter.")
    nodes = (
        HistoryNode("a" * 16, (), None, ("one",), False, ()),
        HistoryNode("b" * 16, ("a" * 16,), "n1", ("one", "two"), True, (event,)),
        HistoryNode("c" * 16, ("gone",), "n2", ("one",), False, ()),
        HistoryNode("d" * 16, (), None, (), False, (), damaged=True),
    )
    lines = printed(history_tree(nodes)).splitlines()
    first, second = (next(line for line in lines if letter * 12 in line) for letter in "ab")
    assert second.index("b" * 12) > first.index("a" * 12)
    assert "served" in second and "served" not in first
    assert any("Promote: [/b]␛[2Jbetter." in line for line in lines)
    assert any("d" * 12 in line and "damaged" in line for line in lines)
    assert any("c" * 12 in line for line in lines), "a version whose parent is gone is still shown"
