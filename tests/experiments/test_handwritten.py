"""What an arm calls done is right only if it ends as the reference does."""

from pathlib import Path

import pytest

from sleepy_coder.experiments import handwritten
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.sandbox import best_sandbox
from sleepy_coder.rust.toolchain import find_toolchain
from sleepy_coder.tasks.suites import Suite
from sleepy_coder.tasks.task import Oracle, Task


def task(name: str, line: str, printed: str) -> Task:
    files = {"main.rs": f"fn main() {{\n    {line}\n}}\n"}
    return Task(id=name, files=files, oracle=Oracle("run", stdout=printed))


def test_a_program_is_right_wrong_or_left(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SLEEPY_CODER_HOME", str(tmp_path))
    sum_ = 'let n = 1; n += 1; println!("{n}");'
    tasks = (task("a", sum_, "2\n"), task("b", sum_, "3\n"), task("c", "let n: Vec<u8> = zebra(3, 4);", ""))
    monkeypatch.setattr(handwritten, "load_suite", lambda name: Suite(name, "0", tasks))
    found = handwritten.run(Compiler(find_toolchain(), best_sandbox(required=True)), quick=False)
    ends = {row["id"]: tuple(row[arm] for arm in handwritten.ARMS) for row in found["ends"]}
    assert ends["a"] == ("right", "right", "right", "right")
    assert ends["b"] == ("wrong", "left", "wrong", "wrong")
    assert ends["c"] == ("left", "left", "left", "left")
    assert found["arms"]["fix"] == {**found["arms"]["fix"], "right": 1, "wrong": 1, "left": 1, "fraction": 1 / 3}
    assert found["items"] == 3 and found["seconds"]["median"] > 0
