"""`watch`: looks, proposals, the owner's repairs; and the saves that trigger them."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sleepy_coder.agent.outcome import Outcome
from sleepy_coder.agent.plan import Plan
from sleepy_coder.agent.team import Team
from sleepy_coder.day import Day
from sleepy_coder.episodes.store import EpisodeStore
from sleepy_coder.lm.scripted import ScriptedModel
from sleepy_coder.routing.router import FixedRouter
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.sandbox import Limits, best_sandbox
from sleepy_coder.rust.toolchain import find_toolchain
from sleepy_coder.tasks.projects import Project, TaskProject
from sleepy_coder.tasks.task import Oracle, Task
from sleepy_coder.watch import Watcher, saves

GREEN = 'fn main() {\n    let v = vec![1, 2];\n    let i: u128 = 1;\n    println!("{}", v[i as usize]);\n}\n'
RED = GREEN.replace(" as usize", "")


@pytest.fixture(scope="module")
def compiler() -> Compiler:
    return Compiler(find_toolchain(), best_sandbox(required=False), Limits(wall_seconds=120.0))


class Desk:
    """A file that a test saves, and the watcher that looks at it."""

    def __init__(self, path: Path, store: EpisodeStore, compiler: Compiler) -> None:
        self.path, self.compiler = path, compiler
        team = Team(FixedRouter(), None, "scripted", lambda: ScriptedModel({}))
        self.day = Day(team, Plan(stages=(0,)), 0, store)
        self.watcher = Watcher(self.opened, self.worked)

    def worked(self, project: Project) -> tuple[Outcome, str]:
        outcome, episode = self.day.work_on(project, origin="file:x", subject="x")
        assert episode is not None
        return outcome, episode

    @contextmanager
    def opened(self) -> Iterator[Project]:
        yield TaskProject(
            Task(id="x", files={"main.rs": self.path.read_text()}, oracle=Oracle("compile")), self.compiler
        )


@pytest.fixture
def store(tmp_path: Path) -> Iterator[EpisodeStore]:
    with EpisodeStore(tmp_path / "episodes.db") as store:
        yield store


@pytest.fixture
def desk(tmp_path: Path, store: EpisodeStore, compiler: Compiler) -> Desk:
    return Desk(tmp_path / "main.rs", store, compiler)


def test_the_owners_repair_is_linked_to_the_episode_that_failed(desk: Desk, store: EpisodeStore) -> None:
    desk.path.write_text(RED)
    look = desk.watcher.look()
    assert look is not None and len(look.fresh) == 1 and look.outcome is not None and not look.outcome.fixed
    (episode,) = store.ids()
    desk.path.write_text("// done\n" + GREEN)
    look = desk.watcher.look()
    assert look is not None and look.green
    (repair,) = look.repairs
    assert repair.episode == episode and repair.error.diagnostic.code == "E0277"
    assert repair.before.files["main.rs"] == RED and repair.after.files["main.rs"] == GREEN
    store.add_repair(repair)
    store.add_repair(repair)
    assert store.repairs() == (repair,)


def test_an_error_that_is_still_there_is_not_worked_on_again(desk: Desk, store: EpisodeStore) -> None:
    desk.path.write_text(RED)
    desk.watcher.look()
    assert desk.watcher.look() is None
    desk.path.write_text("// more\n" + RED)
    look = desk.watcher.look()
    assert look is not None and not look.fresh and look.outcome is None
    assert len(store.ids()) == 1


def test_the_repair_starts_from_the_last_state_that_had_the_error(desk: Desk) -> None:
    desk.path.write_text(RED)
    desk.watcher.look()
    desk.path.write_text("// more\n" + RED)
    desk.watcher.look()
    desk.path.write_text("// more\n" + GREEN)
    look = desk.watcher.look()
    assert look is not None and [one.before.files["main.rs"] for one in look.repairs] == ["// more\n" + RED]


def test_saves_are_told_within_half_a_second_and_other_files_not_at_all(tmp_path: Path) -> None:
    folder = tmp_path / "crate"
    (folder / "src").mkdir(parents=True)
    (folder / "Cargo.toml").write_text("")
    told: list[float] = []
    stop = threading.Event()
    thread = threading.Thread(target=lambda: told.extend(time.monotonic() for _ in saves(folder, stop)), daemon=True)
    thread.start()
    time.sleep(0.5)
    assert told.pop() and not told, "it says when it sees"
    (folder / "src" / "notes.txt").write_text("no source")
    time.sleep(0.5)
    assert not told
    saved = time.monotonic()
    (folder / "src" / "main.rs").write_text("fn main() {}\n")
    while not told and time.monotonic() < saved + 10:
        time.sleep(0.01)
    stop.set()
    thread.join(10)
    assert told and told[0] - saved < 0.5


def test_a_save_is_told_however_long_the_look_before_it_takes(tmp_path: Path) -> None:
    path = tmp_path / "main.rs"
    path.write_text(RED)
    told = saves(path)
    next(told)
    path.write_text(GREEN)
    time.sleep(0.3)
    began = time.monotonic()
    next(told)
    assert time.monotonic() - began < 0.5
    told.close()  # type: ignore[attr-defined]


def test_what_was_written_for_the_owner_is_not_his_repair(desk: Desk) -> None:
    desk.path.write_text(RED)
    desk.watcher.look()
    desk.watcher.written()
    desk.path.write_text(GREEN)
    look = desk.watcher.look()
    assert look is not None and look.green and not look.repairs
