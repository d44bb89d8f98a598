"""A `?` that is forgotten where a local is bound: rustc points at each use of it as a value, and would ask there, which
fails later than the call, or twice; the place of the one `?` is behind the call. So it is where a `let` takes apart
what the call holds. Where something is cleaned up first, a failure waits for that (`skipped_cleanup.py`)."""

import re
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.repairs.ownership.plain_locals import asked_nowhere, binding, uses
from sleepy_coder.repairs.types.skipped_cleanup import cleaned_up_first
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.rewritten import after, rewritten
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_CODES = frozenset(("E0277", "E0308", "E0368", "E0369", "E0599", "E0608", "E0609", "E0614"))
_KIND = re.compile(r"(?:`|[-+*/%=] )&*(?:mut )?(Result|Option)<")
_RETURNED = re.compile(r"(?:\w+::)*(?:\w*(Result)|(Option))\b")
_LOCAL = re.compile(r"\{?[&*]*(?:mut\s+)?([^\W\d]\w*)(?::[^?}]*)?\}?")
_INLINE = re.compile(r"\{([^\W\d]\w*)(?::[^?}]*)?\}")
_BODIES = ("function_item", "closure_expression", "async_block", "gen_block", "try_block", "const_block")
_CALLS = ("call_expression", "await_expression")
_APART = ("tuple_pattern", "struct_pattern", "tuple_struct_pattern", "slice_pattern")


def unasked(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """`?` behind what a local is bound to, where it is a Result or an Option and used as what that holds."""
    said = " ".join((error.message, *(one.label or "" for one in error.spans)))
    kinds = set(_KIND.findall(said)) if error.code in _CODES else set()
    lets = [binding(use, name) for use, name in named_locals(error, span, tree)] if kinds else []
    taken_apart = _taken_apart(error, span, tree) if kinds else None
    if taken_apart is not None and _returned(taken_apart[0]) in kinds:
        yield "ask where it is bound", rewritten(tree, span.file, [after(taken_apart[1], "?")])
    for let in {one.start_byte: one for one in lets if one is not None}.values():
        value = let.child_by_field_name("value")
        if value is None or value.type not in _CALLS or _returned(let) not in kinds or not asked_nowhere(let):
            continue
        if not cleaned_up_first(let):
            yield "ask where it is bound", rewritten(tree, span.file, [after(value, "?")])
        elif len(later := list(uses(let))) == 1 and around(later[0], "token_tree") is None:
            yield "ask where it is used", rewritten(tree, span.file, [after(later[0], "?")])


def _taken_apart(error: Diagnostic, span: Span, tree: SourceTree) -> tuple[Node, Node] | None:
    """The `let` whose pattern is in error and the call that it takes apart, if it has no `else` for other cases."""
    place = node_at(tree, span) if error.code == "E0308" else None
    let = around(place, "let_declaration", *_BODIES)
    parts = [let.child_by_field_name(name) for name in ("pattern", "value")] if let is not None else []
    pattern, value = parts if let is not None and let.type == "let_declaration" else (None, None)
    if let is None or pattern is None or value is None or let.child_by_field_name("alternative") is not None:
        return None
    whole = (pattern.start_byte, pattern.end_byte) == (span.byte_start, span.byte_end)
    return (let, value) if whole and value.type in _CALLS and pattern.type in _APART else None


def named_locals(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[Node, str]]:
    """The names that the error points at, or whose field, method, sum or new value it points at, and where."""
    for one in error.spans:
        plain = _LOCAL.fullmatch(one.text) if one.file == span.file else None
        use = node_at(tree, one) if plain is not None else None
        if plain is not None and use is not None:
            yield use, plain[1]
    place = node_at(tree, span)
    if span.in_macro:
        yield from _shown(around(place, "macro_invocation"))
    elif place is not None:
        parts = (*_owner(place, error), *_operands(place, error), *_assigned(place, error))
        yield from ((part, node_text(part)) for part in parts if part is not None and part.type == "identifier")


def _shown(call: Node | None) -> Iterator[tuple[Node, str]]:
    """What a macro is given, and names in its text: where a value cannot be shown rustc names no place in the call."""
    for one in walk(call):
        if one.type == "identifier":
            yield one, node_text(one)
        elif one.type == "string_content":
            yield from ((one, name) for name in _INLINE.findall(node_text(one)))


def _owner(member: Node, error: Diagnostic) -> Iterator[Node | None]:
    """Whose field or method a name is, and what is indexed."""
    if error.code == "E0608" and (indexed := around(member, "index_expression")) is not None:
        yield indexed.named_children[0]
    if error.code not in ("E0599", "E0609") or member.parent is None:
        return
    if member.parent.type == "field_expression":
        yield member.parent.child_by_field_name("value")
    elif member.parent.type == "token_tree" and (dot := member.prev_sibling) is not None and node_text(dot) == ".":
        owner = dot.prev_sibling
        further = owner.prev_sibling if owner is not None else None
        if further is None or node_text(further) != ".":
            yield owner


def _operands(operator: Node, error: Diagnostic) -> Iterator[Node | None]:
    operation = around(operator, "binary_expression", "compound_assignment_expr") if error.code == "E0277" else None
    if operation is not None:
        yield from (operation.child_by_field_name(side) for side in ("left", "right"))


def _assigned(value: Node, error: Diagnostic) -> Iterator[Node | None]:
    """What a value is assigned to."""
    assignment = around(value, "assignment_expression") if error.code == "E0308" else None
    right = assignment.child_by_field_name("right") if assignment is not None else None
    if assignment is not None and right is not None and right.start_byte == value.start_byte:
        yield assignment.child_by_field_name("left")


def _returned(let: Node) -> str | None:
    """Whether the function around returns a `Result` or an `Option`; None for closures and other functions."""
    body = around(let, *_BODIES)
    returned = body.child_by_field_name("return_type") if body is not None and body.type == "function_item" else None
    found = _RETURNED.match(node_text(returned)) if returned is not None else None
    return found[1] or found[2] if found is not None else None
