"""Examples in a file, as `examples/SKILL.jsonl` of a night has them."""

from pathlib import Path

import msgspec
import pytest

from sleepy_coder.errors import UsageError
from sleepy_coder.training.launched import read_examples


def test_examples_may_hold_characters_that_end_lines_of_text(tmp_path: Path) -> None:
    file, prompt = tmp_path / "examples.jsonl", "1 // a\u2028b\x85c"
    line = msgspec.json.encode({"messages": [["user", prompt]], "answer": "x"}) + b"\n"
    file.write_bytes(line + line)
    assert [(example.messages, example.answer) for example in read_examples(file)] == [((("user", prompt),), "x")] * 2


@pytest.mark.parametrize("line", [b"{}", b"\xff"])
def test_a_line_that_is_no_example_is_named(tmp_path: Path, line: bytes) -> None:
    file = tmp_path / "examples.jsonl"
    file.write_bytes(line + b"\n")
    with pytest.raises(UsageError, match="line 1"):
        read_examples(file)
