"""What is said of a llama.cpp that does not answer; `test_gguf` asks a real one."""

from pathlib import Path

import pytest

from sleepy_coder.errors import EnvironmentFault
from sleepy_coder.exchange import llama_cpp
from sleepy_coder.exchange.llama_cpp import LlamaCpp


def node(folder: Path, script: str) -> str:
    path = folder / "node"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return str(path)


def test_one_that_fails_is_told_by_its_last_words(tmp_path: Path) -> None:
    failing = LlamaCpp(node(tmp_path, "echo first >&2; echo no such model >&2; exit 1"), tmp_path)
    with pytest.raises(EnvironmentFault, match=r"cannot answer from .*\(no such model\)"):
        failing.answer(tmp_path / "base.gguf", [("text", [1])], end=0, most=1)


def test_one_that_never_finishes_is_a_fault_that_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(llama_cpp, "LIMIT_SECONDS", 0.2)
    sleeping = LlamaCpp(node(tmp_path, "exec sleep 30"), tmp_path)
    with pytest.raises(EnvironmentFault, match="node did not finish"):
        sleeping.answer(tmp_path / "base.gguf", [("text", [1])], end=0, most=1)
