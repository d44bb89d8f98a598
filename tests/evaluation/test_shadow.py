"""By day an undecided candidate is judged in silence: only what it would answer otherwise, each task once."""

from pathlib import Path

from sleepy_coder.episodes.episode import Reported
from sleepy_coder.evaluation.decision import Group
from sleepy_coder.evaluation.shadow import Shadowed, by_day, journal, shadow
from sleepy_coder.lm.scripted import ScriptedModel
from sleepy_coder.registry.manifest import BaseModel, Manifest, Skill
from sleepy_coder.registry.version import Version
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.signature import signature
from sleepy_coder.tasks.task import Task

RIGHT = "4<|after|>i<|text|> as usize"


def version(name: str, signatures: tuple[str, ...]) -> Version:
    skills = {"index": Skill(signatures=signatures, served=name)} if signatures else {}
    return Version(name, Path(name), Manifest(base_model=BaseModel("m", "00"), skills=skills))


def met(tasks: tuple[Task, ...], compiler: Compiler) -> list[tuple[Task, tuple[Reported, ...]]]:
    checked = compiler.check_many([task.tree for task in tasks])
    return [
        (task, tuple(Reported(signature(error).key, error) for error in result.errors))
        for task, result in zip(tasks, checked, strict=True)
    ]


def test_only_what_changes_is_judged_and_only_once(suite: tuple[Task, ...], compiler: Compiler, tmp_path: Path) -> None:
    model = ScriptedModel({"": ["no edit"]}, {"index": {"E0277": [RIGHT]}})
    found = met(suite, compiler)
    key = found[0][1][0].signature
    incumbent, candidate = version("old", ()), version("new", (key,))
    kept = journal(tmp_path, "new")
    rows = shadow(found, incumbent, candidate, lambda: model, compiler, kept)
    outcomes = {row.id: (row.skill, row.before, row.after) for row in rows}
    assert outcomes == {
        "shadow/cast-1": ("index", False, True),
        "shadow/cast-2": ("index", False, True),
        "shadow/wrong-output": ("index", False, False),
    }
    assert {item.group for item in (row.gate_item for row in rows)} == {Group.TRAINED}
    assert journal(tmp_path, "new").rows == tuple(rows)
    assert shadow(found, incumbent, candidate, lambda: model, compiler, journal(tmp_path, "new")) == []


def test_a_candidate_that_changes_nothing_costs_nothing(
    suite: tuple[Task, ...], compiler: Compiler, tmp_path: Path
) -> None:
    def never() -> ScriptedModel:
        raise AssertionError("the model was loaded")

    same = version("same", ("E0001|nothing says this",))
    assert shadow(met(suite, compiler), same, same, never, compiler, journal(tmp_path, "same")) == []


def test_an_error_that_the_candidate_no_longer_sends_to_its_skill_is_judged_too(
    suite: tuple[Task, ...], compiler: Compiler, tmp_path: Path
) -> None:
    model = ScriptedModel({"": ["no edit"]}, {"index": {"E0277": [RIGHT]}})
    found = met(suite[:1], compiler)
    incumbent, candidate = version("old", (found[0][1][0].signature,)), version("new", ())
    (row,) = shadow(found, incumbent, candidate, lambda: model, compiler, journal(tmp_path, "new"))
    assert (row.skill, row.before, row.after) == ("index", True, False)


def test_a_task_is_evidence_once_however_many_days_work_on_it(tmp_path: Path) -> None:
    nights = [tmp_path / "nights" / name for name in ("1", "2")]
    days = [["a", "b", "a"], ["b", "c"]]
    seen = []
    for night, tasks in zip(nights, days, strict=True):
        journal(tmp_path / "shadow", "new").append([Shadowed(f"shadow/{task}", "s", False, True) for task in tasks])
        seen.append([item.id for item in by_day(tmp_path / "shadow", night, "new")])
    assert seen == [["shadow/a", "shadow/b"], ["shadow/c"]]
    assert [item.id for item in by_day(tmp_path / "shadow", nights[1], "new")] == ["shadow/c"], "it goes on alike"
