"""Mutants: the reference with one thing wrong near the repair, for tasks whose repair itself has no wrong value.

A lifetime, a `pub` or a comma cannot be put there wrongly and compile. What can go wrong is the code that it belongs
to: the item that the repair changes, or, where that holds no values (a type, a `use`), the items that name it. The
changes are those of mutation testing: another operator, number, condition or variable, arguments swapped, an end of a
range, a method for its opposite. A mutant may come to the same as the right program, so one that the oracle takes for
right is no fault of the task; a task of which no mutant is told apart prints nothing that depends on its repair.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from tree_sitter import Node

from sleepy_coder.breaker.syntax import Syntax, is_value_use

MOST = 8  # of one task
OTHER_VARIABLES = 2

_OPERATORS = "+ -  / *  << >>  & |  < >=  > <=  == !=  && ||  += -=  /= *=  <<= >>=  &= |=  .. ..="
_METHODS = (
    "min max  first last  is_some is_none  is_ok is_err  any all  skip take  starts_with ends_with  sum product  "
    "push_back push_front  pop_back pop_front  floor ceil  trim_start trim_end  max_by_key min_by_key  find rfind  "
    "to_uppercase to_lowercase  to_ascii_uppercase to_ascii_lowercase  saturating_add saturating_sub  "
    "split_once rsplit_once"
)


def _both_ways(pairs: str) -> dict[str, str]:
    found = [pair.split() for pair in pairs.split("  ")]
    return {one: other for left, right in found for one, other in ((left, right), (right, left))}


_INSTEAD = _both_ways(_OPERATORS) | {"%": "/", "^": "&", "%=": "/="} | _both_ways(_METHODS)
_HOLDERS = ("function_item", "impl_item", "trait_item", "const_item", "static_item")
_NAMED = ("struct_item", "enum_item", "union_item", "trait_item", "type_item", "function_item", "use_declaration")


class _Change(NamedTuple):
    """Bytes `start` to `end` become `text`."""

    what: str
    start: int
    end: int
    text: str


def mutants(syntax: Syntax, regions: Sequence[tuple[int, int]]) -> Iterator[tuple[str, str]]:
    """Names and sources, the nearest to these bytes of the reference first."""
    if not regions:
        return
    start, end = regions[0]
    for scope in _scopes(syntax, start, end):
        changes = sorted(
            (change for node in _inside(scope) for change in _changes(syntax, node)),
            key=lambda change: (max(start - change.end, change.start - end, 0), change.start),
        )
        for change in changes:
            source = syntax.source
            yield change.what, (source[: change.start] + change.text.encode() + source[change.end :]).decode()


def _scopes(syntax: Syntax, start: int, end: int) -> Iterator[Node]:
    """The item around a place, then the items that name what it declares, the nearest first."""
    items = list(_items(syntax.root))
    home = next((item for item in items if item.start_byte <= start and end <= item.end_byte), None)
    if home is None:  # between items, where an attribute stands or something was taken away
        home = next((item for item in items if item.start_byte >= start), None)
    if home is None:
        return
    if home.type in _HOLDERS:
        yield home
    names = _declared(syntax, home)
    for item in sorted(items, key=lambda item: max(start - item.end_byte, item.start_byte - end, 0)):
        if item != home and item.type in _HOLDERS and names & set(re.findall(r"\w+", syntax.text(item))):
            yield item


def _items(node: Node) -> Iterator[Node]:
    """Items of the file and of its modules, in source order."""
    for child in node.named_children:
        if child.type == "mod_item":
            body = child.child_by_field_name("body")
            if body is not None:
                yield from _items(body)
        elif child.type in (*_HOLDERS, *_NAMED):
            yield child


def _declared(syntax: Syntax, item: Node) -> set[str]:
    """The names by which others may speak of an item."""
    if item.type == "use_declaration":
        return set(re.findall(r"\b[A-Za-z_]\w*", syntax.text(item))) - {"use", "std", "core", "self", "crate", "super"}
    named = item.child_by_field_name("type" if item.type == "impl_item" else "name")
    return set(re.findall(r"\w+", syntax.text(named))[:1]) if named is not None else set()


def _inside(node: Node) -> Iterator[Node]:
    """Not within macros, which are no syntax yet, nor within loops that might never end."""
    if node.type in ("token_tree", "attribute_item", "macro_invocation", "while_expression", "loop_expression"):
        return
    yield node
    for child in node.children:
        yield from _inside(child)


def _changes(syntax: Syntax, node: Node) -> Iterator[_Change]:
    """What can be changed at one node."""

    def put(what: str, text: str, at: Node = node) -> _Change:
        return _Change(what, at.start_byte, at.end_byte, text)

    kind, text = node.type, syntax.text(node)
    if kind in ("binary_expression", "compound_assignment_expr", "range_expression") and len(node.children) == 3:
        sign = node.children[1]
        other = _INSTEAD.get(sign.type)
        if other is not None:
            yield put(f"{other} for {sign.type}", other, sign)
    elif kind == "unary_expression" and node.children[0].type == "!":
        yield put("no !", syntax.text(node.children[1]))
    elif kind in ("integer_literal", "float_literal"):
        yield put("another number", re.sub(r"^\d+", lambda digits: str(int(digits[0]) + 1), text))
    elif kind == "boolean_literal":
        yield put("the other truth value", "false" if text == "true" else "true")
    elif kind == "string_literal" and node.parent is not None and node.parent.type != "extern_modifier":
        yield put("another text", text[:-1] + '?"')
    elif kind == "char_literal":
        yield put("another character", "'~'")
    elif kind == "arguments":
        for left, right in pairwise(node.named_children):
            if syntax.text(left) != syntax.text(right):
                between = syntax.source[left.end_byte : right.start_byte].decode()
                swapped = syntax.text(right) + between + syntax.text(left)
                yield _Change("arguments swapped", left.start_byte, right.end_byte, swapped)
    elif kind == "field_identifier" and _is_called(node) and text in _INSTEAD:
        yield put(f"{_INSTEAD[text]} for {text}", _INSTEAD[text])
    elif kind == "if_expression":
        condition = node.child_by_field_name("condition")
        if condition is not None and not condition.type.startswith("let_"):
            yield put("the condition negated", f"!({syntax.text(condition)})", condition)
    elif kind == "identifier" and is_value_use(node):
        for name in _other_variables(syntax, node):
            yield put(f"{name} for {text}", name)
    elif kind == "match_arm":
        yield from _other_arm(syntax, node)


def _is_called(field: Node) -> bool:
    parent = field.parent
    call = parent.parent if parent is not None else None
    if call is not None and call.type == "generic_function":
        call, parent = call.parent, call
    return call is not None and call.type == "call_expression" and call.child_by_field_name("function") == parent


def _other_variables(syntax: Syntax, use: Node) -> list[str]:
    """Names bound before this use in its function, the nearest first."""
    function = use.parent
    while function is not None and function.type != "function_item":
        function = function.parent
    if function is None:
        return []
    bound: list[str] = []
    for binding in syntax.all("let_declaration", "parameter"):
        pattern = binding.child_by_field_name("pattern")
        if pattern is not None and function.start_byte <= binding.start_byte and binding.end_byte <= use.start_byte:
            bound += [name for name in re.findall(r"\b[a-z_]\w*", syntax.text(pattern)) if name not in ("mut", "ref")]
    here = syntax.text(use)
    return [name for name in dict.fromkeys(reversed(bound)) if name not in (here, "_")][:OTHER_VARIABLES]


def _other_arm(syntax: Syntax, arm: Node) -> Iterator[_Change]:
    """The value of the arm beside it."""
    mine = arm.child_by_field_name("value")
    for beside in (arm.next_named_sibling, arm.prev_named_sibling):
        other = beside.child_by_field_name("value") if beside is not None and beside.type == "match_arm" else None
        if mine is not None and other is not None and syntax.text(mine) != syntax.text(other):
            yield _Change("the value of the arm beside it", mine.start_byte, mine.end_byte, syntax.text(other))
            return
