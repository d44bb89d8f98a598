"""What other languages write, where Rust has one other way to say the same.

A row of the table tells the error by its message, and what of the error's line to write another way; there a mark
stands where the error begins.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.source import Edit, SourceTree

_MARK = "\0"
_PLAIN = r"(?:bool|char|f32|f64|[iu](?:8|16|32|64|128|size)|String)"
_ELSEWHERE = r"(?:int|uint|long|float|double|byte|boolean|string)"
_TYPE = rf"(?:&(?:mut )?)?(?:{_PLAIN}|{_ELSEWHERE}|str|[A-Z]\w*(?:<[^()]*>)?)(?!\w)"
_NAME = r"[^\W\dA-Z]\w*"
_NO_TYPE = r"expected (?:one of )?`:`, "
_BEHIND = r"([(,]\s*(?:mut )?|^\s*(?:pub )?)"


class _Habit(NamedTuple):
    says: str
    coded: bool  # as no error of syntax is
    message: str
    written: str
    meant: str


_ARM = (
    r"expected .*`\|`.*, found `:`|expected one of `=>`, .*, found |expected identifier, found keyword `else`"
    r"|`match` arm with no body"
)
_PATTERN = r"(?!(?:let|for|default|otherwise|else)\b)[^\s:{}=\0](?:[^:{}=\0]|::)*?"
_OTHERWISE = r"^(\s*)\0?(default|otherwise|else)\s*\0?(?::|[-=]>)\s*(?=\S)"
_CASE = r"^(\s*)(case)\s+\0?(?=\S)"
_ELSE_IF = r"^(\s*\}\s*)\0?(elif|elsif|elseif)\b"
_WALRUS = r"^(\s*)(\w+)\s*\0:="
_SUBSCRIPTS = r"\0,\s*"
_HABITS = (
    _Habit("write `_ =>`", False, _ARM, _OTHERWISE, r"\1_ => "),
    _Habit("write it as an arm", False, _ARM, rf"{_CASE}({_PATTERN})\s*(?::(?!:)|[-=]>)\s*(?=\S)", r"\1\3 => "),
    _Habit("write `=>`", False, _ARM, rf"^(\s*)\0?({_PATTERN})\s*\0?:(?!:)\s*(?=\S)", r"\1\2 => "),
    _Habit("write `else if`", False, r"expected ", _ELSE_IF, r"\1else if"),
    _Habit("take out the `void`", True, r"cannot find type `void`", r"\s*->\s*\0void\b", ""),
    _Habit("write `None`", True, r"cannot find value `(?:null|nil|NULL|nullptr|undefined)`", r"\0\w+", "None"),
    _Habit("take out the `:`", False, r"expected type, found `=`", r"\s*:\s*\0=", " ="),
    _Habit("let the block begin", False, r"expected `\{`, found ", r"\s*\0(?::|then\b|do\b)\s*\{", " {"),
    _Habit(
        "write it as an attribute",
        False,
        r"expected one of `!` or `\[`, found |expected item, found `@`",
        r"^(\s*)\0?[#@]\0?(derive\(.*\))\s*$",
        r"\1#[\2]",
    ),
    _Habit("put the name first", False, _NO_TYPE, rf"{_BEHIND}({_TYPE})\s+\0({_NAME})", r"\1\3: \2"),
    _Habit("put a `:` here", False, _NO_TYPE, rf"{_BEHIND}({_NAME})\s+\0(?={_TYPE})", r"\1\2: "),
    _Habit(
        "say that it is a closure",
        False,
        r".*found `[-=]>`|`->` is not valid syntax",
        r"([(,]\s*)(?:(\w+)|\(([\w, ]+)\))\s*\0[-=]>",
        r"\1|\2\3|",
    ),
    _Habit(
        "end its parameters", False, r"expected one of `,`, `:`, `@`, or `\|`", r"(\|[^|()]*?)\s+\0(?=[\w(&*])", r"\1| "
    ),
    _Habit(
        "put the missing `=>` here",
        False,
        r"expected one of .*`=>`.*, found ",
        r"(?<=[\w)\]}\"'])\s+\0(?=[\w\"'])",
        " => ",
    ),
    _Habit("write `::`", False, r"expected one of `::`, `;`, or `as`, found `\.`", r"\0\.", "::"),
    _Habit("declare it by `let`", False, r"expected one of .*, found `:`", _WALRUS, r"\1let \2 ="),
    _Habit("write `=`", False, r"expected one of .*, found `:`", _WALRUS, r"\1\2 ="),
    _Habit(
        "declare it by `let`",
        False,
        r"expected one of .*, found ",
        rf"^(\s*)({_PLAIN})\s+\0({_NAME})\s*=(?!=)",
        r"\1let \3: \2 =",
    ),
    _Habit("write `format!`", False, r"prefix `f` is unknown", r"\0f(\"(?:\\.|[^\"\\])*\")", r"format!(\1)"),
    _Habit("index by each", False, r"expected one of .*`\]`.*, found `,`", _SUBSCRIPTS, "]["),
    _Habit("write `in`", False, r"missing `in` in `for` loop", r"(for\s+\w+)[\s\0]*:[\s\0]*", r"\1 in "),
    _Habit(
        "join them as conditions",
        False,
        r"comparison operators cannot be chained",
        r"(\0[^&|]*)\s([&|])\s(?=[^&|]*(?:[<>]|[!=]=))",
        r"\1 \2\2 ",
    ),
)


def foreign(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The error's line in the words and marks of Rust."""
    line, start = tree.line(span.file, span.line_start), span.column_start - 1
    marked = f"{line[:start]}{_MARK}{line[start:]}"
    for habit in _HABITS:
        if habit.coded == (error.code is not None) and re.match(habit.message, error.message):
            new = re.sub(habit.written, habit.meant, marked, count=1).replace(_MARK, "")
            if new != line and _fits(habit, marked, tree, span):
                yield habit.says, Edit(span.file, span.line_start, span.line_start, line, new)


def _fits(habit: _Habit, marked: str, tree: SourceTree, span: Span) -> bool:
    """Whether what surrounds the line allows what a habit means."""
    if habit.written == _OTHERWISE:
        return _is_last(tree, span)
    if habit.written == _WALRUS:
        return _is_bound(marked, tree, span) == (habit.says == "write `=`")
    return habit.written != _SUBSCRIPTS or not _is_turned(marked, tree)


def _is_bound(marked: str, tree: SourceTree, span: Span) -> bool:
    """Whether the function has bound the name that a line begins with: it gets another value."""
    above = "\n".join(tree.lines(span.file)[: span.line_start - 1])
    function = above[max((one.start() for one in re.finditer(r"\bfn\b", above)), default=0) :]
    name = (re.findall(r"\w+", marked) or [""])[0]
    return re.search(rf"(?:\blet\s+|[(,]\s*)(?:mut\s+)?{name}\s*[:=;]", function) is not None


def _is_turned(marked: str, tree: SourceTree) -> bool:
    """Whether the tree indexes by the same two names the other way round."""
    names = re.search(r"\[[^\[\]\0]*?(\w+)[^\w\[\]\0]*\0,\s*\W*(\w+)", marked)
    if names is None:
        return False
    turned = re.compile(rf"\[[^\[\]]*\b{names[2]}\b[^\[\]]*\]\s*\[[^\[\]]*\b{names[1]}\b[^\[\]]*\]")
    return any(turned.search(text) for file, text in tree.files.items() if file.endswith(".rs"))


def _is_last(tree: SourceTree, span: Span) -> bool:
    """Whether no other arm follows one: a `default` may stand anywhere, while behind `_` nothing is reached."""
    indent = _indent(tree.line(span.file, span.line_start))
    below = (line for line in tree.lines(span.file)[span.line_start :] if line.strip() and _indent(line) <= indent)
    behind = next((line for line in below if _indent(line) < indent or not line.strip().startswith("}")), "")
    return _indent(behind) < indent


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def no_words(line: str) -> list[str]:
    """The words of a line that stand where only a word of Rust may: whatever mends the line drops them."""
    return [found[2] for words in (_ELSE_IF, _OTHERWISE, _CASE) for found in re.finditer(words, line)]
