"""Generic edit tasks: "insert this after that", said in words, on any green program.

They teach the answer format and copying apart from any error code, which is what a later skill builds on.
"""

from collections.abc import Iterator
from random import Random

from sleepy_coder.lm.answer import render_answer
from sleepy_coder.lm.lexical import tokens, unique_runs
from sleepy_coder.lm.prompt import RepairContext, excerpt, messages
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.training.example import Example, Origin

SKILL = "edit"


def edit_tasks(greens: Iterator[SourceTree], rng: Random) -> Iterator[Example]:
    """One task a program; programs in which the drawn line has no word to anchor on are passed over."""
    texts: list[str] = []
    for green in greens:
        lines = green.lines(green.root)
        number = rng.randrange(1, len(lines) + 1)
        line = lines[number - 1]
        parts = tokens(line)
        texts = (texts + _runs(parts, rng))[-400:]
        runs = unique_runs(parts)
        words = [run for run, (first, past) in runs.items() if past - first <= 3 and run.strip() == run]
        if not words or not texts:
            continue
        anchor, text = rng.choice(words), rng.choice(texts)
        place = len("".join(parts[: runs[anchor][0]]))
        kind = rng.choice(("after", "before", "replace", "remove"))
        wording, changed = _changed(kind, line[:place], anchor, line[place + len(anchor) :], text)
        if not changed.strip() or changed == line:
            continue
        span = _span(green, number, place, anchor)
        diagnostic = Diagnostic("edit", "error", wording, (span,), (), wording)
        fixed = green.apply([Edit(green.root, number, number, line, changed)])
        context = RepairContext(green, diagnostic, definition_lines=0)
        shown = excerpt(context)
        answer = render_answer(green, fixed, shown)
        if answer is not None:
            chat = tuple((message["role"], message["content"]) for message in messages(context, shown))
            yield Example(chat, answer, Origin.GENERATED, SKILL)


def _runs(parts: tuple[str, ...], rng: Random) -> list[str]:
    runs = []
    for _ in range(3):
        first = rng.randrange(len(parts)) if parts else 0
        run = "".join(parts[first : first + rng.randrange(1, 6)])
        if run.strip() and len(run) < 40:
            runs.append(run)
    return runs


def _changed(kind: str, head: str, anchor: str, tail: str, text: str) -> tuple[str, str]:
    if kind == "after":
        return f"insert `{text}` after `{anchor}`", head + anchor + text + tail
    if kind == "before":
        return f"insert `{text}` before `{anchor}`", head + text + anchor + tail
    if kind == "replace":
        return f"replace `{anchor}` by `{text}`", head + text + tail
    return f"remove `{anchor}`", head + tail


def _span(tree: SourceTree, number: int, place: int, anchor: str) -> Span:
    return Span(
        file=tree.root,
        byte_start=0,
        byte_end=0,
        line_start=number,
        line_end=number,
        column_start=place + 1,
        column_end=place + 1 + len(anchor),
        is_primary=True,
        label=None,
        replacement=None,
        applicability=None,
        text=anchor,
        in_macro=False,
    )
