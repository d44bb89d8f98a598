"""Whatever lies where state should be: one sentence says what and what to do, status 2 or 3, and nothing is lost."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from sleepy_coder.registry.library import Registry
from sleepy_coder.registry.manifest import BaseModel, Manifest, write_manifest

Call = Callable[..., Any]  # the fixture `call`: status, out, err

BROKEN = 'fn main() {\n    let n = 1;\n    n += 1;\n    println!("{}", n);\n}\n'
COMMANDS = (
    ("status",),
    ("history",),
    ("rollback",),
    ("report",),
    ("gc",),
    ("undo",),
    ("suite", "list"),
    ("fix", "--stages", "0"),
)


class Garbage(NamedTuple):
    """What is in the way, who has to say so, how, and with which status."""

    spoil: Callable[[Path], object]
    command: str
    words: str
    status: int = 3


def file_instead(path: Path) -> None:
    if path.is_dir():
        shutil.move(path, path.with_name(f"{path.name}-before"))
    path.write_text("x")


def loop_instead(path: Path) -> None:
    path.rename(path.with_name(f"{path.name}-before"))
    path.symlink_to(path.name)


def folder_instead(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.mkdir()


def half(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])


def night(home: Path) -> None:
    folder = home / "nights" / "20260101-000000"
    folder.mkdir(parents=True)
    for name in ("plan.json", "night.json"):
        (folder / name).write_text("{")


def suites(home: Path) -> None:
    (home / "suites").mkdir()
    for name in ("digests.json", "mine.jsonl"):
        (home / "suites" / name).write_text("{")


def version(home: Path) -> Path:
    return home / "library" / Registry(home).versions()[0]


HERE = "move it away, or point SLEEPY_CODER_HOME elsewhere"
STATES = {
    "home is a file": Garbage(file_instead, "status", f"home is a file where a folder is needed: {HERE}"),
    "home is a loop": Garbage(loop_instead, "history", "home is a link that leads nowhere: remove it"),
    "home below a file": Garbage(lambda home: file_instead(home.parent), "gc", "is a file where a folder is needed"),
    "library is a file": Garbage(lambda home: file_instead(home / "library"), "history", f"library is a file .*{HERE}"),
    "current is a folder": Garbage(
        lambda home: folder_instead(home / "library" / "current"), "fix", f"current is a folder .*: {HERE}"
    ),
    "current is a loop": Garbage(lambda home: loop_instead(home / "library" / "current"), "status", "leads nowhere"),
    "manifest cut": Garbage(lambda home: half(version(home) / "library.json"), "fix", "damaged in library.json: move"),
    "version gone": Garbage(lambda home: shutil.rmtree(version(home)), "fix", "which is not there: move .* begin anew"),
    "history is a folder": Garbage(
        lambda home: folder_instead(home / "library" / "history.jsonl"), "rollback", "history.jsonl is a folder"
    ),
    "store cut": Garbage(lambda home: half(home / "episodes.db"), "fix", "a new one is begun"),
    "store is a folder": Garbage(
        lambda home: folder_instead(home / "episodes.db"), "status", "episodes.db is a folder"
    ),
    "store is text": Garbage(lambda home: (home / "episodes.db").write_text("x" * 9000), "status", "not a database"),
    "unknown setting": Garbage(
        lambda home: (home / "config.toml").write_text("colour = 1\n"), "fix", "unknown setting `colour`", 2
    ),
    "settings are a folder": Garbage(
        lambda home: (home / "config.toml").mkdir(), "gc", "config.toml cannot be read", 2
    ),
    "trusted is a folder": Garbage(lambda home: (home / "trusted.json").mkdir(), "fix", f"trusted.json is .*{HERE}"),
    "tensors cut": Garbage(lambda home: half(version(home) / "x.safetensors"), "status", "damaged in x.safetensors"),
    "digests of suites damaged": Garbage(suites, "suite", r"digests\.json is damaged .*: move .*suites away"),
    "record damaged": Garbage(night, "report", "night.json is damaged .*: move that night's folder away"),
}


@pytest.fixture
def lived_in(call: Call, home: Path, tmp_path: Path) -> Path:
    """A home with a library and an episode, and the file of the owner's that it is about."""
    staging, source = tmp_path / "staging", tmp_path / "owner" / "bad.rs"
    for folder in (staging, source.parent):
        folder.mkdir()
    write_manifest(staging, Manifest(base_model=BaseModel("embedded", "0" * 64), skills={}))
    (staging / "x.safetensors").write_bytes(b"tensors")
    Registry(home).install_initial(staging)
    source.write_text(BROKEN)
    assert call("fix", source, "--stages", "0").status == 0 and (home / "episodes.db").is_file()
    return source


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and "cache" not in path.parts)
    return {str(path.relative_to(folder)): path.read_bytes() for path in files if path.name != ".lock"}


@pytest.mark.parametrize("state", STATES)
def test_garbage_ends_in_one_sentence_and_nothing_is_lost(
    call: Call, lived_in: Path, home: Path, tmp_path: Path, state: str
) -> None:
    garbage = STATES[state]
    place = tmp_path / "spoilt" / "home"
    shutil.copytree(home, place)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SLEEPY_CODER_HOME", str(place))
        garbage.spoil(place)
        before = contents(tmp_path / "spoilt")
        for command, *flags in COMMANDS:
            if command == garbage.command or command != "fix":
                said = call(command, *([lived_in] if command == "fix" else []), *flags)
                assert said.status in (0, 1, 2, 3) and "Errno" not in said.err and "Traceback" not in said.err
                if said.status > 1:
                    assert said.err.startswith("sleepy-coder: ") and said.err.count("\n") == 1, said.err
            if command == garbage.command:
                assert said.status == garbage.status
                assert re.search(garbage.words, said.err), said.err
        after = contents(tmp_path / "spoilt")
    assert {name: after.get(name) for name in before} == before
    assert lived_in.read_text() == BROKEN
