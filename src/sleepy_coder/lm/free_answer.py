"""An answer in a model's own manner of speaking: what stands around it must not get into the owner's lines.

The inserted text is free, so that almost anything behind an answer would read as a part of it. Where an answer ends is
therefore told by what it stands in (a fence, quotation marks), else by the edit: a change within a line ends with the
line, whole lines end at a blank one behind which no code follows.
"""

import re
from collections.abc import Iterator

from sleepy_coder.lm.answer import ABOVE, AND, LINES, OPERATIONS, TEXT, AnswerUnparseable, parse_answer
from sleepy_coder.lm.naming import REPLACE
from sleepy_coder.lm.prompt import Excerpt
from sleepy_coder.rust.source import Edit

_THOUGHTS = re.compile(r"<think(?:ing)?>.*?(?:</think(?:ing)?>|\Z)", re.DOTALL)
_UNOPENED_THOUGHTS = re.compile(r"\A.*</think(?:ing)?>", re.DOTALL)  # templates write the opening into the prompt
_FENCE = re.compile(r"```[^\n`]*\n(.*?)(```|\Z)", re.DOTALL)
_START = re.compile(r"\d{1,4}[ \t]*(" + "|".join(map(re.escape, OPERATIONS)) + ")")
_QUOTES = re.compile(r"([`*_\"']+)( *)\Z")
_TURN_END = re.compile(
    r"(?:<\|(?:im_end|endoftext|end_of_text|eot_id|eom_id|end|return)\|>|<｜end▁of▁sentence｜>|<end_of_turn>).*"
    r"|(?:</s>|<eos>)\s*\Z",
    re.DOTALL,
)
_BLANK_END = re.compile(r"(?:\n[ \t]*)+\Z")
_BLANK = re.compile(r"\n[ \t]*\n")
_CODE_END = re.compile(r"[;{}\]),]\s*\Z")


def read_free_answer(text: str, shown: Excerpt) -> tuple[str, tuple[Edit, ...] | None]:
    """The answer that a model gave in its own manner of speaking, and its edits; the whole text where there is none.

    Thoughts are dropped; then the last code fence that reads as an answer, or the text from the first `N<|…|>` on, is
    taken, as far as the answer goes.
    """
    for candidate in _candidates(_UNOPENED_THOUGHTS.sub("", _THOUGHTS.sub("", text))):
        try:
            return candidate, parse_answer(candidate, shown)
        except AnswerUnparseable:
            continue
    return text, None


def _candidates(text: str) -> Iterator[str]:
    """Of each place where an answer may stand, what it says: likeliest first."""
    text = text.replace("\r\n", "\n")
    fences = [(fence[1], bool(fence[2])) for fence in _FENCE.finditer(text)]
    for part, closed in (*reversed(fences), (text, False)):
        start = _START.search(part)
        if start is None:
            continue
        whole = _BLANK_END.sub("", _TURN_END.sub("", part[start.start() :]))
        yield whole if closed else _without_comment(whole, part[: start.start()])
        yield _BLANK.split(whole, maxsplit=1)[0]
        yield _line(whole)


def _without_comment(answer: str, before: str) -> str:
    """The answer without what is said behind it; `before` ends with the quotation marks that it stands in, if any."""
    opening = _QUOTES.search(before)
    quotes = opening[2] + opening[1][::-1] if opening is not None else ""
    if "`" in quotes:
        quoted, closing, _ = answer.partition(quotes)
        if closing:
            return _BLANK_END.sub("", quoted)
    edits, join, last = answer.rpartition(AND)
    start = _START.search(last)
    operation = start[1] if start is not None else ""
    no_text_yet = operation != REPLACE and last.partition(TEXT)[2].startswith("\n")
    if operation in (ABOVE, LINES) or no_text_yet:
        last = _code(last)
    else:
        last = _line(last)
        if quotes and quotes in last:
            last = last.rpartition(quotes)[0]
    return edits + join + last


def _line(text: str) -> str:
    """The first line without the quotation mark that closes it; a space may be what is to be inserted."""
    return text.split("\n", 1)[0].rstrip("`")


def _code(text: str) -> str:
    """The first paragraph, with those behind it that end as code does and prose does not."""
    end = len(text)
    for blank in _BLANK.finditer(text):
        following = _BLANK.split(text[blank.end() :], maxsplit=1)[0]
        if not _CODE_END.search(following):
            end = blank.start()
            break
    return text[:end]
