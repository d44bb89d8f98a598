"""Whether a loop over a list would never end if it met what it adds to the list: each round adds something, or each
that is for an element of some kind adds another one of the same kind. So it is not meant to meet them.

    for event in &events {
        if event.repeats {
            events.push(Event { day: event.day + 7, ..event.clone() });
        }
    }
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tree_sitter import Node

from sleepy_coder.repairs.types.chains import method_of
from sleepy_coder.rust.bindings import bound_to
from sleepy_coder.rust.homes import defined, field_text
from sleepy_coder.rust.items import COMMENTS, node_text
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.rust.walk import walk

_ENDING = ("break_expression", "continue_expression", "return_expression", "try_expression")
_WHOLE = ("iter", "enumerate", "skip", "rev")
_COPIED = r"\*?{0}|{0}\.clone\(\)"


class _Made(NamedTuple):
    """What a value is made of an element of: the fields that decide whether there is one, and those that differ."""

    asked: frozenset[str]
    changed: frozenset[str]


def never_ends(loop: Node, push: Node, tree: SourceTree) -> bool:
    """Whether a call that pushes to the list that a loop goes over does so for what it has pushed as well."""
    pattern, body = loop.child_by_field_name("pattern"), loop.child_by_field_name("body")
    given = push.child_by_field_name("arguments")
    if pattern is None or body is None or given is None or len(given.named_children) != 1:
        return False
    if any(one.type in _ENDING for one in walk(body)) or not _meets_all(loop.child_by_field_name("value")):
        return False
    conditions = _conditions(push, body)
    if not conditions:
        return conditions is not None
    element, value = node_text(pattern), given.named_children[0]
    if pattern.type != "identifier":
        return False
    source = bound_to(value, node_text(value)) if value.type == "identifier" else value
    made = _made(source, element, tree) if source is not None else None
    asked = [_asked(one, source, element, body, tree) for one in conditions]
    if made is None or any(one is None for one in asked):
        return False
    return made.changed.isdisjoint(made.asked.union(*(one for one in asked if one is not None)))


def _meets_all(value: Node | None) -> bool:
    """Whether a loop goes over the whole of a list, or all but the first elements."""
    while value is not None and (method := method_of(value)) is not None:
        if node_text(method) not in _WHOLE:
            return False
        value = method.parent.child_by_field_name("value") if method.parent is not None else None
    return value is not None


def _conditions(push: Node, body: Node) -> list[Node] | None:
    """What must hold for a call to be reached; None where something else than an `if` stands around it."""
    found: list[Node] = []
    inner, outer = push, push.parent
    while outer is not None and inner != body:
        if outer.type == "if_expression" and outer.child_by_field_name("consequence") == inner:
            condition = outer.child_by_field_name("condition")
            found += [condition] if condition is not None else []
        elif outer.type not in ("block", "expression_statement"):
            return None
        inner, outer = outer, outer.parent
    return found


def _asked(condition: Node, source: Node | None, element: str, body: Node, tree: SourceTree) -> frozenset[str] | None:
    """The fields of an element that decide on a condition; None where something else does that changes."""
    value = condition.child_by_field_name("value") if condition.type == "let_condition" else condition
    if value is None or value == source:
        return frozenset() if value is not None else None  # what it is made of says it
    fields: set[str] = set()
    for one in walk(value):
        if one.type == "call_expression" or one.type in ("closure_expression", "macro_invocation"):
            return None
        if one.type not in ("identifier", "self"):
            continue
        if node_text(one) == element:
            field = field_text(one.parent, "field")
            if not field:
                return None
            fields.add(field)
        elif _is_assigned(node_text(one), body):
            return None
    return frozenset(fields)


def _is_assigned(name: str, body: Node) -> bool:
    """Whether a loop may change what a name stands for."""
    changed = rf"(?<![\w.]){name}\b(?:\.\w+|\[[^\]]*\])*\s*(?:[-+*/%&|^]?=[^=]|\()|&mut\s+{name}\b"
    return re.search(changed, node_text(body)) is not None


def _made(source: Node, element: str, tree: SourceTree) -> _Made | None:
    """How a value is made of an element, or of `self` by a method of an element that does nothing else."""
    if source.type == "struct_expression":
        changed = _changed(source, element)
        return _Made(frozenset(), changed) if changed is not None else None
    method = method_of(source)
    if method is None or field_text(method.parent, "value") != element:
        return None
    if node_text(method) == "clone":
        return _Made(frozenset(), frozenset())
    homes = [one for _, one in defined(tree, node_text(method), "function_item")]
    body = homes[0].child_by_field_name("body") if len(homes) == 1 else None
    parts = [one for one in body.named_children if one.type not in COMMENTS] if body is not None else []
    return _made_of_self(parts[0]) if len(parts) == 1 else None


def _made_of_self(value: Node) -> _Made | None:
    """`Kind { .., ..self.clone() }`, or `self.field.map(|..| ..)` of the same."""
    if value.type == "struct_expression":
        changed = _changed(value, "self")
        return _Made(frozenset(), changed) if changed is not None else None
    method, given = method_of(value), value.child_by_field_name("arguments")
    asked = re.fullmatch(r"self\.(\w+)(?:\.as_ref\(\))?", field_text(method.parent, "value")) if method else None
    closure = given.named_children[0] if given is not None and len(given.named_children) == 1 else None
    made = closure.child_by_field_name("body") if closure is not None else None
    if asked is None or method is None or node_text(method) != "map" or made is None:
        return None
    changed = _changed(made, "self") if made.type == "struct_expression" else None
    return _Made(frozenset((asked[1],)), changed) if changed is not None else None


def _changed(literal: Node, base: str) -> frozenset[str] | None:
    """The fields that a struct literal does not take from a base."""
    body = literal.child_by_field_name("body")
    parts = [one for one in body.named_children if one.type not in COMMENTS] if body is not None else []
    rest = [node_text(one).removeprefix("..") for one in parts if one.type == "base_field_initializer"]
    if len(rest) != 1 or re.fullmatch(_COPIED.format(base), rest[0]) is None:
        return None
    return frozenset(_fields(parts, base))


def _fields(parts: list[Node], base: str) -> Iterator[str]:
    for one in parts:
        name = field_text(one, "field") or node_text(one)
        same = re.fullmatch(_COPIED.format(rf"{base}\.{name}"), field_text(one, "value"))
        if one.type != "base_field_initializer" and same is None:
            yield name
