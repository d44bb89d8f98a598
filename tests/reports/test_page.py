"""The morning report as one HTML file."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from sleepy_coder.reports import pictures
from sleepy_coder.reports.morning import morning
from sleepy_coder.reports.page import page, write_page
from sleepy_coder.reports.yesterday import Failure, Yesterday

VOID = {"meta", "br", "hr", "img", "link", "input", "line", "circle", "path", "rect", "polyline"}


class Balance(HTMLParser):
    """Fails on a tag that is never closed or closed twice; remembers what refers to the outside."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.outside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.outside += [value for name, value in attrs if name in ("src", "href", "srcset", "action") and value]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open and self.open.pop() == tag, f"</{tag}> closes nothing"


def checked(html: str) -> Balance:
    balance = Balance()
    balance.feed(html)
    balance.close()
    assert balance.open == []
    return balance


def test_the_page_is_whole_and_needs_nothing_from_elsewhere(make_night) -> None:
    html = page(morning(make_night()))
    assert checked(html).outside == []
    assert "@import" not in html and not re.search(r"url\((?!#)", html)
    assert "<script" not in html


def test_every_number_of_the_record_that_matters_is_on_the_page(make_night) -> None:
    night = make_night(lose=2)
    html = page(morning(night)).replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")
    assert night.decision is not None
    for check in night.decision["checks"]:
        assert check["words"].split(":")[0].replace("'", "&#39;") in html
    for words in (
        "57 344",
        "<code>core</code> × 56",
        "0.012",
        "24–31",
        "full core",
        "4 min 17 s",
        "1.8 MiB",
        "exact 2 %",
    ):
        assert words in html
    assert html.count('class="curve"') == len(night.skills)
    assert "▲28" in html and "▼2" in html


def test_code_of_the_owner_cannot_become_markup(make_night) -> None:
    day = Yesterday(1, 0, 1, 1, {}, (Failure("E0308|expected `Vec<script>`, found `<b>`", 1),))
    html = page(morning(make_night(), day=day))
    assert "<script>" not in html and "&lt;script&gt;" in html


@pytest.mark.parametrize("outcome", ["keep", "undecided"])
def test_a_night_without_candidate_renders(make_night, outcome: str) -> None:
    idle = replace(
        make_night(), skills=(), items=(), ledger=(), basis=None, decision=None, candidate=None, promoted=False,
        outcome=outcome, seconds={}, not_due={}, provenance={},
    )  # fmt: skip
    checked(page(morning(idle)))


def test_a_curve_cut_short_shows_what_is_missing(make_night) -> None:
    skill = make_night().skills[0]
    assert "missing" not in pictures.learning_curve(skill, 0.01, 10)
    assert "missing" in pictures.learning_curve(replace(skill, steps=60), 0.01, 10)


def test_curves_stay_within_their_frame_whatever_the_loss() -> None:
    from sleepy_coder.registry.night_record import CurvePoint

    low, high = pictures.loss_range([[CurvePoint(1, 0.0), CurvePoint(2, float("inf")), CurvePoint(3, 7.0)]])
    assert low == pictures.LEAST_LOSS and high == 10.0


def test_the_page_replaces_an_older_one(make_night, tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    for number in (1, 2):
        write_page(morning(make_night(number)), target)
    assert "Night 2" in target.read_text(encoding="utf-8")
    assert [path.name for path in tmp_path.iterdir()] == ["report.html"]
