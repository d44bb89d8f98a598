"""Results hold what the design promises, resume after a cut, and come back from JSON as they were."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from sleepy_coder.errors import UsageError
from sleepy_coder.evaluation.record import Evaluation, ItemResult, evaluate, from_json, summarise, to_json
from sleepy_coder.tasks.task import Oracle, Task
from sleepy_coder.tasks.verify import Verdict

TASKS = tuple(
    Task(id=f"t{n}", files={"main.rs": f"fn main() {{ {n} }}"}, oracle=Oracle(kind="compile")) for n in range(7)
)


def result(task: str, verdict: Verdict = Verdict.FIXED, stage: int | None = 1, family: str | None = None) -> ItemResult:
    routes = (("E1|x", None),)
    return ItemResult(id=task, verdict=verdict, stage=stage, attempts=4, seconds=0.5, family=family, routes=routes)


class Solver:
    """Fixes every task but the third, remembers what it was asked, and can be made to die."""

    def __init__(self, dies_at: str = "") -> None:
        self.asked: list[str] = []
        self.dies_at = dies_at

    def __call__(self, tasks: Sequence[Task]) -> list[ItemResult]:
        if any(task.id == self.dies_at for task in tasks):
            raise KeyboardInterrupt
        self.asked += [task.id for task in tasks]
        return [result(task.id, Verdict.BROKEN if task.id == "t2" else Verdict.FIXED) for task in tasks]


def run(solver: Solver, journal: Path | None = None, library: str | None = None, **more: object) -> Evaluation:
    return evaluate(
        TASKS,
        solver,
        suite="seven",
        suite_digest="dd",
        library=library,
        arm="agent",
        journal=journal,
        chunk=2,
        **more,  # type: ignore[arg-type]
    )


def test_the_json_holds_what_the_design_promises() -> None:
    plain = json.loads(to_json(run(Solver())))
    assert next(iter(plain)) == "schema" and plain["schema"] == "sleepy-coder/evaluation/1"
    assert {"suite", "suite_digest", "library", "arm", "passed", "total", "interval", "items"} <= plain.keys()
    assert (plain["suite"], plain["suite_digest"], plain["arm"]) == ("seven", "dd", "agent")
    assert (plain["passed"], plain["total"]) == (6, 7)
    low, high = plain["interval"]
    assert (round(low, 3), round(high, 3)) == (0.421, 0.996)
    assert [item["id"] for item in plain["items"]] == [task.id for task in TASKS]
    assert {"id", "verdict", "stage", "attempts", "seconds"} <= plain["items"][2].keys()
    assert plain["items"][2]["verdict"] == "BROKEN"


def test_json_comes_back_as_it_was_and_nonsense_is_refused() -> None:
    evaluation = run(Solver())
    assert from_json(to_json(evaluation), "x") == evaluation
    other = to_json(evaluation).replace(b"evaluation/1", b"evaluation/2")
    for content in (b"", b"{}", b"[]", other, to_json(evaluation).replace(b'"FIXED"', b'"MAYBE"')):
        with pytest.raises(UsageError, match=r"results\.json is not an evaluation"):
            from_json(content, "results.json")


def test_only_fixed_passes() -> None:
    for verdict in Verdict:
        assert result("x", verdict).passed == (verdict is Verdict.FIXED)


def test_a_run_that_was_cut_goes_on_where_it_stopped(tmp_path: Path) -> None:
    journal = tmp_path / "journal.jsonl"
    first = Solver(dies_at="t5")
    with pytest.raises(KeyboardInterrupt):
        run(first, journal)
    second = Solver()
    progress: list[int] = []
    evaluation = run(second, journal, on_progress=progress.append)
    assert (first.asked, second.asked) == (["t0", "t1", "t2", "t3"], ["t4", "t5", "t6"])
    assert evaluation == run(Solver())
    assert progress == [4, 6, 7]
    with pytest.raises(UsageError, match="library"):
        run(Solver(), journal, library="other")
    with pytest.raises(UsageError, match="attempts"):
        run(Solver(), journal, about={"attempts": "9"})


def test_a_solver_that_answers_for_other_tasks_is_found_out() -> None:
    with pytest.raises(ValueError, match="other tasks"):
        evaluate(TASKS, lambda tasks: [], suite="s", suite_digest="d", library=None, arm="a")
    with pytest.raises(ValueError, match="twice"):
        summarise([result("a"), result("a")], suite="s", suite_digest="d", library=None, arm="a")


def test_what_any_answer_mends() -> None:
    items = [
        ItemResult(id="a", verdict=Verdict.FIXED, stage=0, attempts=4, seconds=1, passed_attempts=1),
        ItemResult(id="b", verdict=Verdict.FIXED, stage=2, attempts=4, seconds=1, passed_attempts=4),
        ItemResult(id="c", verdict=Verdict.ADVANCED, stage=2, attempts=4, seconds=1),
    ]
    evaluation = summarise(items, suite="s", suite_digest="d", library=None, arm="agent")
    assert evaluation.passed_by_any_fraction == pytest.approx(2 / 3)
    empty = summarise([], suite="s", suite_digest="d", library=None, arm="agent")
    assert (empty.passed_fraction, empty.interval) == (0.0, (0.0, 1.0))


def test_hard_and_easy_families_are_counted_apart_where_they_are_known() -> None:
    items = [result("a", family="E0384"), result("b", family="E0384"), result("c", Verdict.BROKEN, family="E0502")]
    told = summarise(items, suite="s", suite_digest="d", library=None, arm="agent", easy_families={"E0384"})
    assert told.easy is not None and (told.easy.passed, told.easy.total) == (2, 2)
    assert told.hard is not None and (told.hard.passed, told.hard.total) == (0, 1)
    assert told.passed == 2 and from_json(to_json(told), "here") == told
    unknown = summarise(items, suite="s", suite_digest="d", library=None, arm="agent")
    assert unknown.hard is None and unknown.easy is None
