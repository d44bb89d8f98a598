"""Every origin yields what the compiler accepts, of the skill alone, and nothing from suites or from later days."""

import dataclasses
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from sleepy_coder.breaker.families import FAMILIES
from sleepy_coder.breaker.pairs import Pair
from sleepy_coder.curation.case import PRACTICE, Case, Patience, Sources, Wanted
from sleepy_coder.curation.due import DueSkill
from sleepy_coder.curation.origins import dream, teacher
from sleepy_coder.curation.origins.dream import dreams
from sleepy_coder.curation.origins.table import ORIGINS
from sleepy_coder.curation.rechecking import Rechecker
from sleepy_coder.episodes.episode import Attempt, Episode, Repair, Reported
from sleepy_coder.episodes.store import EpisodeStore
from sleepy_coder.errors import UsageError
from sleepy_coder.lm.model import Candidate
from sleepy_coder.lm.prompt import RepairContext
from sleepy_coder.registry.manifest import BaseModel, Manifest
from sleepy_coder.registry.version import Version
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.sandbox import best_sandbox
from sleepy_coder.rust.signature import signature
from sleepy_coder.rust.source import SourceTree, edits_between
from sleepy_coder.rust.toolchain import find_toolchain
from sleepy_coder.settings import Settings
from sleepy_coder.training.example import Origin

GREEN = SourceTree(
    {"main.rs": "fn sum(n: i32, m: i32) -> i32 {\n    let all = n + m;\n    all\n}\n\nfn main() {\n    sum(1, 2);\n}\n"}
)
RED = SourceTree({"main.rs": 'fn main() {\n    let n: i32 = 3;\n    println!("{}", *n + 1);\n}\n'})
MENDED = SourceTree({"main.rs": 'fn main() {\n    let n: i32 = 3;\n    println!("{}", n + 1);\n}\n'})


class Model:
    """Answers everything with the repair of `RED`, the second time it is asked."""

    def __init__(self) -> None:
        self.asked: list[dict[str, Any]] = []

    def load_library(self, folder: Path) -> None: ...

    def propose(self, contexts: Sequence[RepairContext], **how: Any) -> list[list[Candidate]]:
        self.asked.append(how)
        right = edits_between(RED, MENDED) if len(self.asked) > 1 else None
        return [[Candidate("", None, 5, 0.0), Candidate("", right, 5, 0.0)] for _ in contexts]


@pytest.fixture(scope="module")
def compiler() -> Compiler:
    return Compiler(find_toolchain(), best_sandbox(required=False))


@pytest.fixture(scope="module")
def error(compiler: Compiler) -> Diagnostic:
    return compiler.check(RED).errors[0]


@pytest.fixture
def sources(tmp_path: Path, compiler: Compiler) -> Iterator[Sources]:
    incumbent = Version("v", tmp_path, Manifest(base_model=BaseModel("m", ""), skills={}))
    with EpisodeStore(tmp_path / "e.db") as store, Rechecker(compiler, tmp_path / "cache") as rechecker:
        yield Sources(store, compiler, rechecker, Model(), incumbent, Settings(), time.time() + 9)  # type: ignore[arg-type]


def episode(name: str, error: Diagnostic, origin: str = "crate:/gone", fixed: bool = False) -> Episode:
    told = Reported(signature(error).key, error)
    attempt = Attempt(
        1, None, RED.digest, MENDED, told, "d", tuple(edits_between(RED, MENDED)), "", 3, 0.1, "FIXED", ""
    )
    return Episode(
        id=name, started_at=time.time(), seconds=0.1, origin=origin, subject="s", model="m", model_digest="",
        library=None, seed=0, before=RED, after=MENDED if fixed else None, verdict="FIXED" if fixed else "BROKEN",
        errors=(told,), remaining=() if fixed else (told,), attempts=(attempt,) if fixed else (),
    )  # fmt: skip


def wanted(error: Diagnostic, episodes: tuple[str, ...] = (), count: int = 4) -> Wanted:
    key = signature(error).key
    skill = DueSkill("E0614-deref", ("E0614-deref",), (key,), 3, (3,), episodes)
    return Wanted(skill, frozenset(), {}, count, 1)


def found(origin: Origin, want: Wanted, sources: Sources) -> list[Case]:
    return list(ORIGINS[origin](want, sources))


def test_the_owners_repair_is_taken_only_while_the_compiler_accepts_it(sources: Sources, error: Diagnostic) -> None:
    told = Reported(signature(error).key, error)
    wrong = SourceTree({"main.rs": RED.files["main.rs"].replace("3", "4")})
    sources.store.add(episode("a", error))
    for at, after in ((1.0, wrong), (2.0, MENDED)):
        sources.store.add_repair(Repair("a", at, "git:abc 0123", told, RED, after, "FIXED"))
    (case,) = found(Origin.HUMAN, wanted(error), sources)
    assert (case.after, case.repository, case.author, case.at) == (MENDED, "crate:/gone", "0123", 2.0)
    later = dataclasses.replace(sources, until=1.5)
    assert found(Origin.HUMAN, wanted(error), later) == []


def test_work_on_suites_is_never_learned_from(sources: Sources, error: Diagnostic) -> None:
    sources.store.add(episode("own", error, fixed=True))
    sources.store.add(episode("suite", error, "suite:frozen", fixed=True))
    sources.store.add(episode("failed", error, "suite:frozen"))
    assert [case.source for case in found(Origin.EPISODE, wanted(error), sources)] == ["own"]
    assert found(Origin.SEARCH, wanted(error, ("failed",)), sources) == []


def test_search_goes_on_with_another_temperature_where_the_first_samples_fail(
    sources: Sources, error: Diagnostic
) -> None:
    sources.store.add(episode("failed", error))
    (case,) = found(Origin.SEARCH, wanted(error, ("failed",)), sources)
    assert (case.after, case.source) == (MENDED, "failed")
    assert [how["temperature"] for how in sources.model.asked] == [0.8, 1.2]  # type: ignore[attr-defined]


def test_no_model_is_asked_when_the_clock_has_ended_the_search(sources: Sources, error: Diagnostic) -> None:
    sources.store.add(episode("failed", error))
    settings = dataclasses.replace(Settings(), teacher="big")
    late = dataclasses.replace(sources, patience=Patience(models=0.0), settings=settings)
    assert found(Origin.SEARCH, wanted(error, ("failed",)), late) == [] and late.patience.ended
    assert found(Origin.TEACHER, wanted(error, ("failed",)), late) == []
    assert not sources.model.asked  # type: ignore[attr-defined]


def test_a_teacher_is_asked_only_where_one_is_named_and_not_beyond_its_cap(
    sources: Sources, error: Diagnostic, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = Model()
    monkeypatch.setattr(teacher, "_opened", lambda name: model)
    names = ("f1", "f2", "f3")
    for number, name in enumerate(names):
        red = SourceTree({"main.rs": RED.files["main.rs"] + "// \n" * number})
        sources.store.add(dataclasses.replace(episode(name, error), before=red))
    assert found(Origin.TEACHER, wanted(error, names), sources) == [] and not model.asked
    settings = dataclasses.replace(Settings(), teacher="https://me:password@host:1/v1#big", teacher_tokens=15)
    cases = found(Origin.TEACHER, wanted(error, names), dataclasses.replace(sources, settings=settings))
    assert len(model.asked) == 2, "ten tokens each: the second request reaches the cap"
    assert [case.author for case in cases] == ["https://host:1/v1#big"], "how to get in is nobody's business"


def test_a_teacher_sees_no_secret_that_was_named_after_the_failure_was_stored(
    sources: Sources, error: Diagnostic, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    shown: list[RepairContext] = []

    class Watching(Model):
        def propose(self, contexts: Sequence[RepairContext], **how: Any) -> list[list[Candidate]]:
            shown.extend(contexts)
            return super().propose(contexts, **how)

    monkeypatch.setattr(teacher, "_opened", lambda name: Watching())
    red = SourceTree({"main.rs": RED.files["main.rs"] + "// calm seas tonight\n"})
    (tmp_path / "crate").mkdir()
    sources.store.add(dataclasses.replace(episode("f", error, f"crate:{tmp_path / 'crate'}"), before=red))
    (tmp_path / "crate" / ".env").write_text("PHRASE=calm seas tonight\n")
    named = dataclasses.replace(sources, settings=dataclasses.replace(Settings(), teacher="big"))
    found(Origin.TEACHER, wanted(error, ("f",)), named)
    assert len(shown) == 1 and "calm" not in shown[0].tree.files["main.rs"]


def test_dreams_are_of_the_owners_code_first_then_practice(sources: Sources, error: Diagnostic) -> None:
    green = dataclasses.replace(episode("g", error, fixed=True), after=GREEN, attempts=())
    sources.store.add(green)
    cases = list(dreams(wanted(error, count=12), sources))
    assert len(cases) == 12
    repositories = [case.repository for case in cases]
    assert (repositories[0], repositories[-1]) == ("crate:/gone", PRACTICE)
    assert repositories == sorted(repositories, key=lambda name: name == PRACTICE)
    assert all(sources.compiler.check(case.after).green for case in cases[:2] + cases[-2:])


def test_a_family_that_no_program_has_a_place_for_keeps_no_night_from_its_plan_or_its_dreams(
    sources: Sources, error: Diagnostic, monkeypatch: pytest.MonkeyPatch
) -> None:
    barren = FAMILIES[0].name
    pair = Pair("E0614-deref", "t/1", 1, MENDED, RED, error)

    def stream(split: str, families: Sequence[str], *_: object, **__: object) -> Iterator[Pair]:
        if families == [barren]:
            raise UsageError("no template of split train has a place for it")
        return iter([pair] * 3)

    monkeypatch.setattr(dream, "stream", stream)
    monkeypatch.setattr(
        dream, "FAMILIES", [dataclasses.replace(one, codes=frozenset({"E0614"})) for one in FAMILIES[:2]]
    )
    key = signature(error).key
    assert dream.reproduced([key], 1, sources.compiler) == {key: {FAMILIES[1].name: 3}}
    skill = DueSkill("s", (barren, "E0614-deref"), (key,), 3, (2, 2))
    cases = list(dreams(Wanted(skill, frozenset(), {}, 9, 1), sources))
    assert [case.repository for case in cases] == [PRACTICE] * 3, "and where there is no more, they end"
