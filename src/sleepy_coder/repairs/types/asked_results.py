"""A function that asks with `?` and does not say that it may fail (E0277), while a caller asks it with `?` itself: half
of the way to a `Result` is done. It returns what that caller can hand on, and wraps what it returned before.

    fn read(text: &str) -> u32 {                   fn read(text: &str) -> Result<u32, ParseIntError> {
        let n: u32 = text.parse()?;                    let n: u32 = text.parse()?;
        n * 2                                          Ok(n * 2)
    }                                              }

    fn twice(text: &str) -> Result<u32, ParseIntError> { .. read(text)? .. }

A caller that drops what it returns would drop the failure: it asks, too, where it can hand the same failure on. Where
it cannot nothing is done, nor where it would skip what is to come: the other rounds of a loop, or what puts a place
back. What a closure returns others may drop.
"""

import re
from collections.abc import Iterator, Sequence

from tree_sitter import Node, Point

from sleepy_coder.repairs.types.returned import BODIES, last_of, returns
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import field_text, only
from sleepy_coder.rust.items import node_text, parse
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.rewritten import Piece, after, apart, before, instead
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_RESULT = re.compile(r"(?:\w+::)*Result<(?P<held>.+),\s*(?P<error>[^,]+(?:<.*>)?)>|(?P<alias>(?:\w+::)*\w*Result)<.+>")
_UNRETURNED = re.compile(r"cannot use the `\?` operator in an? (?:\w+ )?(?:function|method) that returns")
_OPTION = re.compile(r"Option<.+>")
_FAILING = re.compile(r"(?:\w+::)*(?:\w*Result|Option)\b|impl\b|Self\b")
_LEAVING = ("return_expression", "break_expression", "continue_expression", "loop_expression")
_LOOPS = ("for_expression", "while_expression", "loop_expression")
_ASSIGNING = ("assignment_expression", "compound_assignment_expr")
_GIVING_UP = re.compile(r"(?:panic|unreachable|todo|unimplemented)!")


def asked_results(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Sequence[Edit]]]:
    """The type of the result, and `Ok(..)` or `Some(..)` around each value that the function returns."""
    if error.code != "E0277" or not _UNRETURNED.match(span.label or ""):
        return
    function = around(node_at(tree, span), *BODIES)
    if function is None or function.type != "function_item" or not half_done(function) or _of_trait(function):
        return
    name = field_text(function, "name")
    wrapped = _wrapped(name, field_text(function, "return_type") or "()", tree)
    pieces = _pieces(tree, span.file, function, *wrapped) if wrapped is not None else []
    if wrapped is None or not pieces:
        return
    edits: list[Edit] = []
    for file, text in _naming(tree, name):
        asking = [after(one, "?") for one in _calls(text, name) if _is_dropped(one)]
        edits += apart(tree, file, [*asking, *(pieces if file == span.file else ())])
    yield f"let it return `{wrapped[0]}`", edits


def half_done(function: Node) -> bool:
    """Whether a function asks with `?` and returns nothing that may fail."""
    asks = any(one.type == "try_expression" and around(one, *BODIES) == function for one in walk(function))
    return asks and not _FAILING.match(field_text(function, "return_type"))


def _of_trait(function: Node) -> bool:
    block = around(function, "impl_item", "trait_item")
    return block is not None and (block.type == "trait_item" or block.child_by_field_name("trait") is not None)


def _wrapped(name: str, kind: str, tree: SourceTree) -> tuple[str, str] | None:
    """The type of which all callers that ask a function can hand on a failure, and the variant that holds its value."""
    if only(tree, name, "function_item") is None:
        return None
    calls = [one for _, text in _naming(tree, name) for one in _calls(text, name)]
    calls = [one for one in calls if field_text(around(one, "function_item"), "name") != name or _is_dropped(one)]
    if any(_is(around(one, *BODIES), "closure_expression") or (_is_dropped(one) and _skips(one)) for one in calls):
        return None
    asking = [one for one in calls if _is_dropped(one) or _is(one.parent, "try_expression")]
    found = {_as_of(_result_of(one), kind) for one in asking}
    return found.pop() if len(found) == 1 else None


def _as_of(result: str, kind: str) -> tuple[str, str] | None:
    """A type that fails as the result of a caller does and holds a value of another type, and the variant for it."""
    if _OPTION.fullmatch(result):
        return f"Option<{kind}>", "Some"
    said = _RESULT.fullmatch(result)
    if said is None:
        return None
    return f"{said['alias']}<{kind}>" if said["alias"] else f"Result<{kind}, {said['error']}>", "Ok"


def _naming(tree: SourceTree, name: str) -> list[tuple[str, str]]:
    return [(file, text) for file, text in tree.files.items() if file.endswith(".rs") and name in text]


def _is_dropped(call: Node) -> bool:
    """Whether a call is a statement."""
    return _is(call.parent, "expression_statement")


def _skips(call: Node) -> bool:
    """Whether a `?` would end the rounds of a loop, or leave a place as it was changed for the time of the call."""
    if around(call, *_LOOPS, *BODIES) != around(call, *BODIES):
        return True
    assigned = [one for one in walk(around(call, *BODIES)) if one.type in _ASSIGNING]
    changed = {field_text(one, "left") for one in assigned if one.end_byte <= call.start_byte}
    return any(field_text(one, "left") in changed for one in assigned if one.start_byte >= call.end_byte)


def _calls(text: str, name: str) -> Iterator[Node]:
    """Where a function is called."""
    for one in walk(parse(text)):
        if one.type == "call_expression" and re.split(r"\W+", field_text(one, "function"))[-1] == name:
            yield one


def _is(node: Node | None, kind: str) -> bool:
    return node is not None and node.type == kind


def _result_of(call: Node) -> str:
    function = around(call, *BODIES)
    return field_text(function, "return_type") if function is not None and function.type == "function_item" else ""


def _pieces(tree: SourceTree, file: str, function: Node, kind: str, variant: str) -> list[Piece]:
    """The type in a function's head, and the variant around all that it returns."""
    result, listed, body = (function.child_by_field_name(name) for name in ("return_type", "parameters", "body"))
    if body is None or listed is None:
        return []
    pieces = [instead(result, kind) if result is not None else after(listed, f" -> {kind}")]
    for one in returns(body):
        pieces += _around(one.named_children[0], variant) if one.named_children else [after(one, f" {variant}(())")]
    last, end = last_of(body), body.end_point.row + 1
    if result is not None:
        return [*pieces, *_tails(body, variant)] if last is not None else []
    if last is None or last.type not in ("expression_statement", "let_declaration"):
        return []
    if tree.line(file, end).strip() != "}" or last.end_point.row + 1 >= end:
        return []
    line, place = tree.line(file, last.start_point.row + 1), Point(end - 1, 0)
    indent = line[: len(line) - len(line.lstrip())]
    return [*pieces, (place, place, f"{indent}{variant}(())\n")]


def _tails(value: Node, variant: str) -> list[Piece]:
    """The variant around what a value comes to, in each of its branches."""
    if value.type == "block":
        last = last_of(value)
        inner = last.named_children[0] if last is not None and last.type == "expression_statement" else last
        branched = inner is not None and inner.type in ("if_expression", "match_expression", "block")
        ends = last is not None and (last.type != "expression_statement" or not node_text(last).endswith(";"))
        return _tails(inner, variant) if inner is not None and (branched or last == inner) and ends else []
    if value.type == "if_expression":
        branches = [value.child_by_field_name(name) for name in ("consequence", "alternative")]
        return [piece for one in branches if one is not None for piece in _tails(one, variant)]
    if value.type == "else_clause":
        return [piece for one in value.named_children for piece in _tails(one, variant)]
    if value.type == "match_expression":
        arms = (
            one.child_by_field_name("value") for one in walk(value.child_by_field_name("body")) if _arm_of(one, value)
        )
        return [piece for one in arms if one is not None for piece in _tails(one, variant)]
    return _around(value, variant)


def _arm_of(node: Node, match: Node) -> bool:
    return node.type == "match_arm" and around(node, "match_expression") == match


def _around(value: Node, variant: str) -> list[Piece]:
    leaves = value.type in (*_LEAVING, "let_declaration") or _GIVING_UP.match(node_text(value))
    if leaves or node_text(value).startswith((f"{variant}(", "Err(", "None")):
        return []
    return [before(value, f"{variant}("), after(value, ")")]
