"""A place behind `&mut` that is moved out of and then, surely, assigned anew (E0507): it is taken out, as what stands
in its place meanwhile is neither seen nor left there.

    self.state = match self.state { .. }          std::mem::replace(&mut self.state, State::Idle)
    match self.head { Some(node) => { self.head = node.next; .. } None => .. }     self.head.take()
    let old = self.rows; self.rows = new;         std::mem::take(&mut self.rows)
"""

import re
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.items import COMMENTS, attribute_name, node_text, parse
from sleepy_coder.rust.nodes import covered, node_at
from sleepy_coder.rust.rewritten import written_over
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_BEHIND = "which is behind a mutable reference"
_LEAVING = frozenset(("return_expression", "break_expression", "continue_expression", "try_expression"))
_SUSPENDING = frozenset(("await_expression", "yield_expression"))
_STAYING = frozenset(
    (
        *("assert", "assert_eq", "assert_ne", "debug_assert", "debug_assert_eq", "eprintln", "format", "matches"),
        *("panic", "print", "println", "todo", "unimplemented", "unreachable", "vec"),
    )
)
"""Macros that do not return from the function."""
_SOME = re.compile(r"Some\((?:mut )?\w+\)")
_TYPES = ("struct_item", "enum_item")
_EMPTY = ("String", "Vec", "VecDeque", "HashMap", "HashSet", "BTreeMap", "BTreeSet", "BinaryHeap")


def overwritten(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The place taken out by `std::mem`, or by `take` where it is an `Option`."""
    place = covered(node_at(tree, span), span) if error.code == "E0507" and _BEHIND in error.message else None
    if place is None or place.type != "field_expression":
        return
    renewed, emptied = _renewed(place), _renewed_where_full(place)
    for kind in _kinds(place, tree) if renewed or emptied else ():
        new = _taken(kind, node_text(place), tree)
        if new is not None and (renewed or new.endswith(".take()")):
            yield f"take `{node_text(place)}`", written_over(tree, span.file, place, new)


def _renewed(place: Node) -> bool:
    """Whether a place is assigned by the statement that moves it, or by the one behind a `let` that does, while nothing
    else looks at it or at all of what it is a part of, and no way leads past the assignment."""
    statement = place
    while statement.parent is not None and statement.parent.type != "block":
        if statement.parent.type in ("closure_expression", "async_block", "function_item"):
            return False
        statement = statement.parent
    parts = [statement]
    if statement.type == "let_declaration":
        following = statement.next_named_sibling
        while following is not None and following.type in COMMENTS:
            following = following.next_named_sibling
        if following is None or statement.child_by_field_name("value") != place:
            return False
        parts.append(following)
    last = parts[-1].named_children[0] if parts[-1].type == "expression_statement" else parts[-1]
    target, value = last.child_by_field_name("left"), last.child_by_field_name("right")
    if last.type != "assignment_expression" or target is None or value is None:
        return False
    return node_text(target) == node_text(place) and not any(map(leaves, walk(value))) and not seen(value, place)


def _renewed_where_full(place: Node) -> bool:
    """Whether an `Option` that is matched is assigned anew, surely, wherever something was moved out of it; where it
    was `None` it stays that."""
    outer = place.parent
    if outer is None or outer.child_by_field_name("value") != place:
        return False
    if outer.type == "let_condition":
        pattern, branch = outer.child_by_field_name("pattern"), outer.parent
        body = branch.child_by_field_name("consequence") or branch.child_by_field_name("body") if branch else None
        return pattern is not None and _SOME.fullmatch(node_text(pattern)) is not None and _assigns(body, place)
    block = outer.child_by_field_name("body") if outer.type == "match_expression" else None
    arms = [one for one in block.named_children if one.type == "match_arm"] if block is not None else []
    patterns = [node_text(one.child_by_field_name("pattern") or one) for one in arms]
    full = [one for one, said in zip(arms, patterns, strict=True) if _SOME.fullmatch(said)]
    known = all(said in ("None", "_") or _SOME.fullmatch(said) for said in patterns)
    return bool(full) and known and all(_assigns(one.child_by_field_name("value"), place) for one in full)


def _assigns(body: Node | None, place: Node) -> bool:
    """Whether a block assigns a place before it leaves or looks at it."""
    for statement in body.named_children if body is not None and body.type == "block" else ():
        inner = statement.named_children[0] if statement.type == "expression_statement" else statement
        target = inner.child_by_field_name("left") if inner.type == "assignment_expression" else None
        value = inner.child_by_field_name("right") if target is not None else None
        if target is not None and value is not None and node_text(target) == node_text(place):
            return not any(map(leaves, walk(value))) and not seen(value, place)
        if any(map(leaves, walk(statement))) or seen(statement, place):
            return False
    return False


def leaves(node: Node) -> bool:
    """Whether a part of a value may lead past what is done with it."""
    if node.type == "macro_invocation":
        called = node.child_by_field_name("macro")
        return called is None or node_text(called) not in _STAYING
    return node.type in _LEAVING | _SUSPENDING


def seen(value: Node, place: Node) -> bool:
    """Whether a value names a place, but where it is moved, or all of something that it is a part of."""
    owners: list[str] = []
    inner = place.child_by_field_name("value")
    while inner is not None:
        owners.append(node_text(inner))
        inner = inner.child_by_field_name("value") if inner.type == "field_expression" else None
    for one in walk(value):
        if place.start_byte <= one.start_byte and one.end_byte <= place.end_byte:
            continue
        if one.type == "token_tree" and re.search(rf"(?<!\w){re.escape(owners[-1])}(?!\w)", node_text(one)):
            return True
        if one.type not in ("self", "identifier", "field_expression") or node_text(one) not in owners:
            continue
        member = one.parent
        part = member is not None and member.type == "field_expression" and not _is_called(member)
        if member is None or not part or node_text(member) == node_text(place):
            return True
    return False


def _is_called(member: Node) -> bool:
    outer = member.parent
    return outer is not None and outer.type == "call_expression" and outer.child_by_field_name("function") == member


def _kinds(place: Node, tree: SourceTree) -> Iterator[Node]:
    """The types of the fields of a name that are written in the tree; they are all of one text where this can tell."""
    field = place.child_by_field_name("field")
    found = [
        kind
        for file, text in tree.files.items()
        if file.endswith(".rs") and field is not None and node_text(field) in text
        for one in walk(parse(text))
        if one.type == "field_declaration"
        and (name := one.child_by_field_name("name")) is not None
        and node_text(name) == node_text(field)
        and (kind := one.child_by_field_name("type")) is not None
    ]
    if len({node_text(kind) for kind in found}) == 1:
        yield found[0]


def _taken(kind: Node, place: str, tree: SourceTree) -> str | None:
    """How a place of a type is emptied: by what any value of the type may be, if all values of it hold something."""
    outer = kind.child_by_field_name("type") if kind.type == "generic_type" else kind
    name = node_text(outer).rpartition("::")[2] if outer is not None else ""
    if name == "Option":
        return f"{place}.take()"
    if name in _EMPTY:
        return f"std::mem::take(&mut {place})"
    homes = [
        one
        for file, text in tree.files.items()
        if file.endswith(".rs") and name in text
        for one in walk(parse(text))
        if one.type in _TYPES and (named := one.child_by_field_name("name")) is not None and node_text(named) == name
    ]
    if len(homes) != 1 or kind.type != "type_identifier":
        return None
    if _defaults(homes[0], name, tree):
        return f"std::mem::take(&mut {place})"
    body = homes[0].child_by_field_name("body")
    for variant in body.named_children if homes[0].type == "enum_item" and body is not None else ():
        own = variant.child_by_field_name("name")
        if variant.type == "enum_variant" and own is not None and variant.child_by_field_name("body") is None:
            return f"std::mem::replace(&mut {place}, {name}::{node_text(own)})"
    return None


def _defaults(home: Node, name: str, tree: SourceTree) -> bool:
    above = home.prev_named_sibling
    while above is not None and (above.type == "attribute_item" or above.type in COMMENTS):
        if attribute_name(above) == "derive" and re.search(r"\bDefault\b", node_text(above)):
            return True
        above = above.prev_named_sibling
    return any(re.search(rf"\bDefault\s+for\s+{name}\b", text) for text in tree.files.values())
