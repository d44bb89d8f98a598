"""The compiler's own error index as tasks."""

from pathlib import Path

import pytest

from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.tasks import explain
from sleepy_coder.tasks.explain import explained


def test_examples_that_fail_with_their_pages_code_become_tasks(
    compiler: Compiler, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = (
        "Text.\n\n```\nfn main() {\n    let x = 1;\n    x = 2;\n}\n```\n\n```\nlet y = 1;\ny += 1;\n```\n\n"
        "This works:\n\n```\nfn main() {}\n```\n"
    )
    monkeypatch.setattr(explain, "pages", lambda compiler, folder, codes=None: {"E0384": page, "E0001": page})
    found = explained(compiler, tmp_path)
    assert [task.id for task in found] == ["explain-E0384-00", "explain-E0384-01"]
    assert found[1].files["main.rs"].startswith("fn main() {\n") and found[1].family == "E0384"


def test_the_installed_compiler_has_pages(compiler: Compiler, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(explain, "LAST_CODE", 6)
    found = explain.pages(compiler, tmp_path)
    assert {"E0004", "E0005"} <= found.keys() and "```" in found["E0004"]
