"""What becomes of planted secrets on their way through a real day into store, examples and reports.

Each stands in a red program beside its error, so that it comes into what rustc renders and into the prompt; the owner's
repair holds it as well. A secret has leaked if any piece of it is found in any stored value.
"""

import json
import sqlite3
import zlib
from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from sleepy_coder.agent.plan import Plan
from sleepy_coder.agent.team import Team
from sleepy_coder.curation.case import Case
from sleepy_coder.curation.selection import select
from sleepy_coder.day import Day
from sleepy_coder.episodes.episode import Repair
from sleepy_coder.episodes.secrets import find_secrets
from sleepy_coder.episodes.store import EpisodeStore
from sleepy_coder.experiments.night.planted import BEYOND, Planted, planted
from sleepy_coder.lm.scripted import ScriptedModel
from sleepy_coder.registry.night_record import NightRecord
from sleepy_coder.reports.morning import morning
from sleepy_coder.reports.page import page
from sleepy_coder.reports.yesterday import yesterday
from sleepy_coder.routing.router import FixedRouter
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.settings import Settings
from sleepy_coder.tasks.likeness import HeldOut, Index
from sleepy_coder.tasks.projects import TaskProject
from sleepy_coder.tasks.task import Oracle, Task
from sleepy_coder.training.example import Origin

RED = "\nfn count(items: &[u8]) -> u64 {\n    items.len()\n}\n\nfn main() {}\n"
MENDED = ("items.len()\n", "items.len() as u64\n")
ANSWER = '3<|above|>// a "ghp_'
"""What the scripted model says: it repeats the beginning of a token."""


def secrets(each: int, seed: int, folder: Path, compiler: Compiler) -> dict[str, Any]:
    """`each` secrets of every kind through day, curation and report; and false alarms in the package's own programs."""
    items = planted(each, seed)
    path = folder / "episodes.db"
    with EpisodeStore(path) as store:
        team = Team(FixedRouter(), None, "scripted", lambda: ScriptedModel({"": [ANSWER]}))
        day = Day(team, Plan(stages=(0, 2), attempts=2), seed, store)
        cases = [
            case for number, item in enumerate(items) for case in _lived(item, folder / str(number), day, compiler)
        ]
        # one by one, because they are near copies of each other
        alone = (select("s", [(Origin.HUMAN, iter([case]))], Settings(), HeldOut(Index([]))) for case in cases)
        lessons = [lesson for chosen in alone for lesson in chosen.lessons]
        report = morning(_RECORD, (), yesterday(store, 0.0, float("inf")))
    places = {
        "store": list(stored_texts(path)),
        "examples": [str(lesson) for lesson in lessons],
        "reports": [page(report), json.dumps(report.to_json())],
    }
    leaked = [
        (item, place) for item in items for place, texts in places.items()
        if any(needle in text for needle in item.needles for text in texts)
    ]  # fmt: skip
    sources = list(_sources(resources.files("sleepy_coder.breaker") / "templates"))
    lines = sum(text.count("\n") for text in sources)
    alarms = sum(len(find_secrets(text)) for text in sources)
    return {
        "planted": len(items),
        "kinds": len({item.kind for item in items}),
        "kinds_beyond_line_patterns": len({item.kind for item in items} & set(BEYOND)),
        "leaked": len(leaked),
        "leaks": sorted({f"{item.kind}: {place}" for item, place in leaked}),
        "stored_values": len(places["store"]),
        "examples": len(lessons),
        "false_alarms_per_1000_lines": 1000 * alarms / lines,
        "lines": lines,
    }


_RECORD = NightRecord("secrets", 1, "2026-01-01T00:00:00+00:00", "scripted", "none", None, 1.0, False, {})


def _lived(item: Planted, folder: Path, day: Day, compiler: Compiler) -> Iterator[Case]:
    """A day on the program that holds the secret, the owner's repair, and what a night would make of it."""
    folder.mkdir()
    if item.env:
        (folder / ".env").write_text(item.env)
    origin = f"crate:{folder}"
    task = Task(id="t", files={"main.rs": item.code + RED}, oracle=Oracle("compile"))
    kept = day.work_on(TaskProject(task, compiler), origin=origin, subject="t").episode
    assert kept is not None and day.store is not None
    (episode,) = day.store.episodes([kept])
    for error in episode.errors:
        after = SourceTree({"main.rs": (item.code + RED).replace(*MENDED)})
        day.store.add_repair(Repair(episode.id, 0.0, "watch", error, task.tree, after, "FIXED"))
        # not what was stored, but what was lived: examples are scrubbed once more
        yield Case(task.tree, error.diagnostic, after, episode.id, origin, "")


def stored_texts(path: Path) -> Iterator[str]:
    """Every value in an episode store, blobs unpacked."""
    connection = sqlite3.connect(path)
    tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    for table in tables:
        for row in connection.execute(f"SELECT * FROM {table}"):
            for value in row:
                yield zlib.decompress(value).decode() if isinstance(value, bytes) else str(value)
    connection.close()


def _sources(folder: Traversable) -> Iterator[str]:
    for entry in sorted(folder.iterdir(), key=lambda one: one.name):
        if entry.is_dir():
            yield from _sources(entry)
        elif entry.name.endswith(".rs"):
            yield entry.read_text(encoding="utf-8")
