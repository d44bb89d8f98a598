"""What is trained on, and what is not: every reason to leave an example out, the rotating holdout, the data card."""

import dataclasses
from collections.abc import Iterator
from random import Random

from sleepy_coder.curation.case import PRACTICE, Case
from sleepy_coder.curation.selection import Selection, select
from sleepy_coder.errors import ModelBroken
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.settings import Settings
from sleepy_coder.tasks.likeness import HeldOut, Index
from sleepy_coder.training.example import Origin

NOTHING = HeldOut(Index([]))
MARKS = ("+", "-", "*", "/", "%", "&", "|", "^", "<<", ">>")


def case(number: int, repository: str = "crate:/x", author: str = "owner", at: float = 0.0, body: str = "") -> Case:
    """Programs that differ in shape, not only in names."""
    rng = Random(number)
    shape = body or "a" + "".join(f" {rng.choice(MARKS)} b" for _ in range(30))
    lines = [f"fn f{number}(a: i32, b: i32) -> i32 {{", f"    let n = {shape};", "    m", "}", "fn main() {}", ""]
    before = SourceTree({"main.rs": "\n".join(lines)})
    after = SourceTree({"main.rs": "\n".join(lines).replace("    m\n", "    n\n")})
    span = Span("main.rs", 0, 0, 3, 3, 5, 6, True, "not found in this scope", None, None, "m", in_macro=False)
    error = Diagnostic("E0425", "error", "cannot find value `m` in this scope", (span,), (), "")
    return Case(before, error, after, f"episode {number}", repository, author, at)


def chosen(*cases: tuple[Origin, list[Case]], held_out: HeldOut = NOTHING, **changed: int) -> Selection:
    settings = dataclasses.replace(Settings(), **{"holdout_per_skill": 0, **changed})  # type: ignore[arg-type]
    return select("s", ((origin, iter(found)) for origin, found in cases), settings, held_out)


def test_the_stronger_origin_keeps_what_both_have() -> None:
    found = chosen((Origin.HUMAN, [case(1)]), (Origin.SEARCH, [case(1), case(2)]))
    assert [lesson.origin for lesson in found.lessons] == [Origin.HUMAN, Origin.SEARCH]
    assert found.card.left_out == {"the same to the letter": {"search": 1}}


def test_what_differs_in_names_alone_is_one_example_unless_it_is_dreamt() -> None:
    twins = [case(1, body="a + 7"), case(2, body="a + 9")]
    assert len(chosen((Origin.EPISODE, twins)).lessons) == 1
    dreams = [dataclasses.replace(twin, repository=PRACTICE) for twin in twins]
    assert len(chosen((Origin.DREAM, dreams)).lessons) == 2


def test_nothing_near_an_item_of_a_suite_is_trained_on() -> None:
    item = "\n".join(case(1).before.files.values()).replace("f1", "renamed").replace("let n", "let other")
    found = chosen((Origin.HUMAN, [case(1), case(4)]), held_out=HeldOut(Index([("item", item)])))
    assert [lesson.source for lesson in found.lessons] == ["episode 4"]
    assert found.card.left_out == {"near an item of an evaluation suite": {"human": 1}}


def test_no_repository_author_or_origin_has_more_than_its_share() -> None:
    many = [case(number) for number in range(12)]
    reason = "enough from that origin, repository or author"
    assert chosen((Origin.HUMAN, many), most_per_repository=3).card.left_out == {reason: {"human": 9}}
    assert chosen((Origin.HUMAN, many), most_per_author=5).card.left_out == {reason: {"human": 7}}
    crates = [dataclasses.replace(case(number), repository=f"crate:/{number}") for number in range(60)]
    assert chosen((Origin.SEARCH, crates)).card.origins["search"] <= 48


def test_a_secret_is_blanked_out_in_prompt_and_answer() -> None:
    secret = "ghp_16C7e42F292c6912E7710c838347Ae178B4a"
    found = chosen((Origin.HUMAN, [case(1, body=f'"{secret}".len() as i32')]))
    assert secret not in str(found.lessons)
    assert "ghp_16C7" not in str(found.lessons)


def test_the_newest_repairs_are_held_out_until_newer_ones_come() -> None:
    old = [case(number, at=float(number)) for number in range(9)]
    first = chosen((Origin.HUMAN, old), holdout_per_skill=2)
    assert {lesson.source for lesson in first.holdout} == {"episode 8", "episode 7"}
    assert not set(first.holdout) & set(first.lessons)
    newer = [case(number, at=float(number)) for number in range(11)]
    second = chosen((Origin.HUMAN, newer), holdout_per_skill=2)
    assert {lesson.source for lesson in second.holdout} == {"episode 10", "episode 9"}
    assert {"episode 8", "episode 7"} <= {lesson.source for lesson in second.lessons}


def test_nothing_near_the_holdout_is_trained_on_whatever_its_origin() -> None:
    real = [case(number, at=float(number)) for number in range(3)]
    copies = [dataclasses.replace(case(2), repository=PRACTICE), dataclasses.replace(case(2), source="found")]
    old = dataclasses.replace(case(2), at=0.5, after=SourceTree({"main.rs": case(2).after.files["main.rs"] + "\n"}))
    found = chosen(
        (Origin.HUMAN, [*real, old]), (Origin.SEARCH, copies[1:]), (Origin.DREAM, copies), holdout_per_skill=1
    )
    assert [lesson.source for lesson in found.holdout] == ["episode 2"]
    assert {lesson.source for lesson in found.lessons} == {"episode 0", "episode 1"}
    assert found.card.holdout == 1


def test_a_teacher_that_does_not_answer_costs_a_night_nothing_but_its_examples() -> None:
    def away() -> Iterator[Case]:
        raise ModelBroken("https://me:password@host is not there: start the server")
        yield case(0)

    found = chosen((Origin.HUMAN, [case(1)]), (Origin.TEACHER, away()), (Origin.DREAM, [case(2)]))  # type: ignore[list-item]
    assert found.card.origins == {"human": 1, "dream": 1}
    assert found.card.left_out == {"https://host is not there: start the server": {"teacher": 1}}


def test_dreams_fill_up_and_are_not_asked_for_more() -> None:
    asked = 0

    def dreams() -> Iterator[Case]:
        nonlocal asked
        for number in range(100, 200):
            asked += 1
            yield case(number, PRACTICE, "")

    settings = dataclasses.replace(Settings(), dreams_per_skill=5, holdout_per_skill=0)
    origins = ((Origin.HUMAN, iter([case(1), case(2)])), (Origin.DREAM, dreams()))
    found = select("s", origins, settings, NOTHING)
    assert found.card.origins == {"dream": 3, "human": 2}
    assert asked == 3
    assert found.card.sources == ("episode 1", "episode 2"), "practice is no source to retrain for"
