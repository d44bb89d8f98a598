"""A function that ends without the `Ok(())` or `Some(())` that its type asks for (E0308). Nothing stands at its end, or
what stands there gives `()`: a macro that prints, a loop, an `if` or `match` that only does things.

The error of a last call that is not asked would be hidden by it, so asking for that comes first. Where only tests can
tell the end (`made_up_ends.py`), this waits for them.
"""

import re
from collections.abc import Iterator

from tree_sitter import Node, Point

from sleepy_coder.repairs.types.returned import BODIES, last_of
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.rewritten import Piece, after, rewritten
from sleepy_coder.rust.source import Edit, SourceTree

_UNIT_FOUND = re.compile(r"^expected `(Result|Option)<\(\)(?:, .+)?>`, found `\(\)`$")
_NO_TAIL = "implicitly returns `()` as its body has no tail"
_TAILS = {"Result": "Ok(())", "Option": "Some(())"}
_ENDS_ALONE = frozenset(
    ("if_expression", "match_expression", "for_expression", "while_expression", "block", "unsafe_block")
)
"""What may stand at the end without a semicolon and be a statement all the same."""


def missing_tails(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """What to put at the end; the line of the function's last brace is its own."""
    wanted = _UNIT_FOUND.match(span.label or "")
    if wanted is None:
        return
    empty = next((one for one in error.spans if _NO_TAIL in (one.label or "") and one.file == span.file), None)
    home = around(node_at(tree, empty or span), *BODIES)
    body = home.child_by_field_name("body") if home is not None and home.type == "function_item" else None
    last, end = last_of(body), body.end_point.row + 1 if body is not None else 0
    if last is None or last.end_point.row + 1 >= end or tree.line(span.file, end).strip() != "}":
        return
    ended = _as_a_statement(last, span) if empty is None else []
    if ended is None:
        return
    first = tree.line(span.file, last.start_point.row + 1)
    indent, tail, place = first[: len(first) - len(first.lstrip())], _TAILS[wanted[1]], Point(end - 1, 0)
    put = (place, place, f"{indent}{tail}\n")
    ends = map(_dropped, _ends(last)) if wanted[1] == "Result" else ()
    unasked = [call for call in ends if call is not None and _may_fail(call)]
    known = [call for call in unasked if _is_to_be_asked(call, tree)]
    if len(unasked) > len(known):
        yield _put(tail, tree, span, [*ended, *(after(call, "?") for call in unasked), put])
    yield _put(tail, tree, span, [*ended, *(after(call, "?") for call in known), put])


def _put(tail: str, tree: SourceTree, span: Span, pieces: list[Piece]) -> tuple[str, Edit]:
    words = "ask for the last error and put" if any(text == "?" for _, _, text in pieces) else "put"
    return f"{words} `{tail}` at the end", rewritten(tree, span.file, pieces)


def _as_a_statement(last: Node, span: Span) -> list[Piece] | None:
    """What the value at the end lacks to be a statement; None where the error is not its own."""
    value = _dropped(last) or last
    ended = last.type == "expression_statement" and node_text(last).endswith(";")
    if ended or not last.start_byte <= span.byte_start <= span.byte_end <= last.end_byte:
        return None
    if value.type in _ENDS_ALONE:
        return []
    return [after(value, ";")] if value.type == "macro_invocation" else None


def _ends(last: Node | None) -> Iterator[Node]:
    """The statements with which a body may end: its last, or those of the branches that this has."""
    value = None if last is None else _dropped(last) or last
    if last is None or value is None:
        return
    match value.type:
        case "block":
            yield from _ends(last_of(value))
        case "if_expression" | "else_clause":
            for part in value.named_children[1 if value.type == "if_expression" else 0 :]:
                yield from _ends(part)
        case "match_expression":
            arms = value.child_by_field_name("body")
            for arm in arms.named_children if arms is not None else ():
                yield from _ends(arm.child_by_field_name("value"))
        case _:
            yield last


def _dropped(statement: Node) -> Node | None:
    """The value of a statement."""
    inner = statement.named_children
    return inner[0] if statement.type == "expression_statement" and inner else None


def _may_fail(value: Node) -> bool:
    """Whether a statement's value may be an error that nobody looks at."""
    return value.type in ("call_expression", "await_expression") or _writes(value)


def _writes(value: Node) -> bool:
    return value.type == "macro_invocation" and node_text(value).startswith(("write!", "writeln!"))


def _is_to_be_asked(call: Node, tree: SourceTree) -> bool:
    """Whether the files tell that a call may fail."""
    function = call.child_by_field_name("function")
    name = re.search(r"\w+$", node_text(function)) if function is not None else None
    declared = re.compile(rf"\bfn {name[0]}\b[^{{;]*->[^{{;]*\bResult\b") if name is not None else None
    return _writes(call) or (declared is not None and any(map(declared.search, tree.files.values())))
