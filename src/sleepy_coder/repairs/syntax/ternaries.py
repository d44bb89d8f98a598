"""`a ? b : c`, which Rust writes as `if a { b } else { c }`. What rustc proposes takes all that stands before the `?`
for the condition, a `return` too, and nothing within a macro."""

from collections.abc import Iterator, Sequence

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.tokens import CLOSER, OPENER, Token, tokens_of

_MESSAGE = "Rust has no ternary operator"
_MESSAGES = (_MESSAGE, "expected one of ")
_ENDS = frozenset((",", ";"))
_HEADS = frozenset((*_ENDS, "return", "else", "break"))


def ternaries(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The error's line with an `if` in the place of its first `?`."""
    if error.code is not None or not error.message.startswith(_MESSAGES):
        return
    number = span.line_start
    line = tree.line(span.file, number)
    tokens = [*tokens_of([line])]
    mark = next((index for index, one in enumerate(tokens) if _asks(one, line)), None)
    first = _first(tokens, mark, line) if mark is not None else None
    if mark is None or first is None:
        return
    end = _end(tokens, mark)
    meant = _meant(line, tokens[first:end])
    if meant is not None:
        start, stop = tokens[first].column, _behind(tokens[end - 1])
        yield "write `if` and `else`", Edit(span.file, number, number, line, line[:start] + meant + line[stop:])


def returns_condition(error: Diagnostic) -> bool:
    """Whether rustc would return the condition, as it takes a `return` for a part of what stands before a `?`."""
    span = error.primary
    return error.message == _MESSAGE and span is not None and span.text.lstrip().startswith("return ")


def _asks(token: Token, line: str) -> bool:
    """Whether a `?` stands apart from what is before and behind it, as that of an operator on a value does not."""
    return token.text == "?" and line[token.column - 1 : token.column + 2] == " ? "


def _first(tokens: Sequence[Token], mark: int, line: str) -> int | None:
    """Where the condition before a `?` begins."""
    depth, index = 0, mark
    while index > 0:
        text = tokens[index - 1].text
        depth += (text in OPENER) - (text in CLOSER)
        if depth < 0 or (depth == 0 and (text in _HEADS or _parts(tokens[index - 1], line))):
            break
        index -= 1
    return index if index < mark else None


def _parts(token: Token, line: str) -> bool:
    """Whether a mark assigns, or ends the head of an arm or a closure."""
    before, behind = line[: token.column][-1:], line[token.column + 1 : token.column + 2]
    if token.text == "=":
        return before not in "=<>!" and behind not in ("=", ">")
    if token.text == ">":
        return before == "="
    return token.text == "|" and "|" not in (before, behind)


def _end(tokens: Sequence[Token], mark: int) -> int:
    """Behind the last token of what a `?` chooses from."""
    depth = 0
    for index in range(mark + 1, len(tokens)):
        text = tokens[index].text
        depth += (text in CLOSER) - (text in OPENER)
        if depth < 0 or (depth == 0 and text in _ENDS):
            return index
    return len(tokens)


def _meant(line: str, tokens: Sequence[Token]) -> str | None:
    """What a `?` with both of its values says in Rust; its last value may choose as well."""
    mark = next((index for index, one in enumerate(tokens) if _asks(one, line)), None)
    colon = _colon(tokens, mark, line) if mark is not None else None
    if mark is None or colon is None or not 0 < mark < colon - 1 < len(tokens) - 2:
        return None
    condition, then, other = (
        _text(line, part) for part in (tokens[:mark], tokens[mark + 1 : colon], tokens[colon + 1 :])
    )
    if any(_asks(one, line) for one in tokens[mark + 1 : colon]):
        return None
    further = _meant(line, tokens[colon + 1 :])
    return f"if {_bare(condition)} {{ {then} }} else {further or f'{{ {other} }}'}"


def _colon(tokens: Sequence[Token], mark: int, line: str) -> int | None:
    depth = 0
    for index in range(mark + 1, len(tokens)):
        token = tokens[index]
        depth += (token.text in CLOSER) - (token.text in OPENER)
        near = (line[token.column - 1 : token.column], line[token.column + 1 : token.column + 2])
        if depth == 0 and token.text == ":" and ":" not in near:
            return index
    return None


def _text(line: str, tokens: Sequence[Token]) -> str:
    return line[tokens[0].column : _behind(tokens[-1])]


def _behind(token: Token) -> int:
    return token.column + len(token.text)


def _bare(condition: str) -> str:
    """A condition without parentheses around the whole of it."""
    inner = condition[1:-1]
    depth, least = 0, 0
    for token in tokens_of([inner]):
        depth += (token.text in CLOSER) - (token.text in OPENER)
        least = min(least, depth)
    return inner if condition[:1] == "(" and condition[-1:] == ")" and least == 0 else condition
