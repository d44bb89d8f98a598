"""What stands around a model's answer does not get into the owner's lines."""

import pytest

from sleepy_coder.lm.free_answer import read_free_answer
from sleepy_coder.lm.prompt import Excerpt, ExcerptLine
from sleepy_coder.rust.source import SourceTree

PROGRAM = "    let n = total + x;\n    v.push(n)\n}\n"
SHOWN = Excerpt(tuple(ExcerptLine(i, "main.rs", i, t, True) for i, t in enumerate(PROGRAM.splitlines(), start=1)))
ANSWER = "1<|after|>total<|text|> as usize"
MENDED = PROGRAM.replace("total", "total as usize")
LINES = "2<|lines|>2<|text|>    v.push(n);\n\n    v.sort();"
"""As a model that was taught the format says it: whole lines may hold a blank one."""


def said(text: str) -> str | None:
    edits = read_free_answer(text, SHOWN)[1]
    return None if edits is None else SourceTree({"main.rs": PROGRAM}).apply(edits).files["main.rs"]


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        "\n{}\n",
        "`{}`",
        "**{}**",
        "**`{}`**",
        '"{}"',
        "```{}```",
        "``` {} ```",
        "{}`",
        "{}<|im_end|>",
        "{}<|im_end|>\n<|im_start|>user\n2 v.push(n)",
        "{}</s>",
        "{}<end_of_turn>\n",
        "{}\r\nThis converts.",
        "{}\n\nThis converts `total`.",
        "{}\nThis converts `total`.",
        "The edit is `{}`, because an index must be a usize.",
        "The edit is `{}`\nbecause an index must be a usize.",
        "The edit:\n\n**{}**\n\n**Why**: an index must be a usize.",
        "Sure! Here is the fix:\n\n```\n{}\n```\nIt casts the index.",
        "  ```\n  {}\n  ```\nIt casts the index.",
        "```\n{}",
        "```\n{}\n\nIt casts the index.",
        "```rust\nlet x = 1;\n```\nso:\n```text\n{}\n```",
        "<think>line 2<|after|>v<|text|>? no</think>{}",
        "perhaps 1<|after|>n<|text|>0 … no.\n</think>\n\n{}",
    ],
)
def test_only_the_answer_is_written_whatever_stands_around_it(text: str) -> None:
    assert said(text.replace("{}", ANSWER)) == MENDED


@pytest.mark.parametrize("around", ["{}", "{}\n\nIt sorts them.", "```\n{}\n```", "```{}\n```", "{}<|im_end|>"])
def test_whole_lines_end_where_no_code_follows(around: str) -> None:
    mended = PROGRAM.replace("v.push(n)\n", "v.push(n);\n\n    v.sort();\n")
    assert said(around.replace("{}", LINES)) == mended
    assert said(around.replace("{}", f"{ANSWER}<|and|>{LINES}")) == mended.replace("total", "total as usize")


def test_what_only_looks_like_a_comment_stays() -> None:
    assert said("1<|before|>total<|text|>*") == PROGRAM.replace("total", "*total")
    assert said("1<|before|>total<|text|>&mut ") == PROGRAM.replace("total", "&mut total")
    assert said("`1<|before|>total<|text|>&mut `") == PROGRAM.replace("total", "&mut total")
    assert said("1<|replace|> + x<|text|>\nThe sum was wrong.") == PROGRAM.replace(" + x", "")
    assert said("2<|after|>n<|text|>\n        + 1") == PROGRAM.replace("push(n", "push(n\n        + 1")
    assert said("1<|above|>    use a;\n\nOr else: 1<|above|>    use b;") == f"    use a;\n{PROGRAM}"


@pytest.mark.parametrize("text", ["", "I cannot help.", "<think>6<|", "```\n", "9999<|above|>x", "1<|after|>", "6<|"])
def test_what_is_no_answer_is_kept_as_it_was_said(text: str) -> None:
    assert read_free_answer(text, SHOWN) == (text, None)
