"""Task files by strangers: what is well formed loads, what is not ends in a sentence that names key and line."""

from pathlib import Path

import pytest

from sleepy_coder.errors import UsageError
from sleepy_coder.tasks.task import Oracle, Task, dump_tasks, load_tasks, parse_tasks

LINE = '{"id": "a", "files": {"main.rs": "fn main() {}\\n"}, "oracle": {"kind": "run", "stdout": "3\\n"}}'


def test_tasks_survive_being_written_and_read() -> None:
    task = Task(
        id="b",
        files={"src/main.rs": "mod a;\r\n", "src/a.rs": "\t// é\n"},
        oracle=Oracle("test"),
        family="E0502",
        edition="2024",
        reference={"src/a.rs": "x"},
        template="t",
    )
    assert parse_tasks(dump_tasks([task]).split("\n"), "here") == (task,)
    assert task.reference_tree is not None and task.reference_tree.files["src/main.rs"] == "mod a;\r\n"


def test_what_may_be_absent_has_its_default() -> None:
    (task,) = parse_tasks([LINE], "here")
    assert (task.edition, task.crate_type, task.reference, task.oracle.status) == ("2021", "bin", None, 0)


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        (LINE.replace('"id"', '"difficulty": 3, "id"'), "difficulty"),
        (LINE.replace('"kind"', '"kinds"'), "kinds"),
        (LINE.replace('"run"', '"fuzz"'), "fuzz"),
        (LINE.replace("main.rs", "../main.rs"), "../main.rs"),
        (LINE.replace("main.rs", "build.rs"), "build.rs"),
        (LINE.replace('"id": "a"', '"id": "a", "edition": "2019"'), "2019"),
        (LINE.replace('"main.rs": "fn main() {}\\n"', ""), "no files"),
        (LINE.replace('"main.rs"', '"b.rs": "", "c.rs"'), "root"),
        (LINE.replace('"id": "a"', '"id": "a", "crate_type": "lib"').replace("main.rs", "lib.rs"), "cannot be run"),
        ("{", "not a task"),
    ],
)
def test_a_malformed_line_is_named(line: str, complaint: str) -> None:
    with pytest.raises(UsageError, match=r"suite\.jsonl, line 2") as caught:
        parse_tasks([LINE, line.replace('"id": "a"', '"id": "z"')], "suite.jsonl")
    assert complaint in str(caught.value)


def test_an_id_is_used_once_and_a_suite_is_not_empty(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="used twice"):
        parse_tasks([LINE, LINE], "s")
    (tmp_path / "empty.jsonl").write_text("\n")
    with pytest.raises(UsageError, match="holds no task"):
        load_tasks(tmp_path / "empty.jsonl")


def test_a_suite_that_cannot_be_read_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        load_tasks(tmp_path / "none.jsonl")
    (tmp_path / "bytes.jsonl").write_bytes(b"\xff\xfe")
    with pytest.raises(UsageError, match="UTF-8"):
        load_tasks(tmp_path / "bytes.jsonl")
