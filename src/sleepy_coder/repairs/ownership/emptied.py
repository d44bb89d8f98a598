"""A field moved out of a value that has a `Drop` (E0509), whose `drop` leaves that field alone or asks whether it is
empty and does nothing if it is: it is taken out. A clone of it would let `drop` go on with what was given away."""

import re
from collections.abc import Iterator, Sequence

from tree_sitter import Node

from sleepy_coder.rust.bindings import bound_to
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import field_text
from sleepy_coder.rust.items import node_text, parse
from sleepy_coder.rust.nodes import around, covered, node_at
from sleepy_coder.rust.rewritten import Piece, apart, before, instead
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_DROPPED = re.compile(r"^cannot move out of type `(?:\w+::)*(\w+)(?:<.*>)?`, which implements the `Drop` trait$")
_TYPE = re.compile(r"^move occurs because `.+` has type `(?:\w+::)*(?P<type>\w+)")
_SHOWING = re.compile(r"(?:e?print(?:ln)?|write(?:ln)?|format|(?:log::)?(?:trace|debug|info|warn|error))!")
_OPTIONS = ("is_some", "is_none", "take", "as_ref", "as_mut", "as_deref", "map", "iter")


def emptied(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Sequence[Edit]]]:
    """The field taken out by `std::mem::take`, or by `take` where it is an `Option`, of what becomes `mut`."""
    kind = next((found["type"] for one in error.spans if (found := _TYPE.match(one.label or ""))), "")
    place = covered(node_at(tree, span), span) if error.code == "E0509" else None
    owner = place.child_by_field_name("value") if place is not None and place.type == "field_expression" else None
    field = place.child_by_field_name("field") if place is not None else None
    if place is None or owner is None or field is None or not kind:
        return
    held = _mutable(owner)
    if held is not None and _indifferent(error, node_text(field), kind, tree):
        taken = f"{node_text(place)}.take()" if kind == "Option" else f"std::mem::take(&mut {node_text(place)})"
        yield f"take `{node_text(place)}`", apart(tree, span.file, [instead(place, taken), *held])


def drops(error: Diagnostic, tree: SourceTree) -> list[Node]:
    """The bodies of `drop` of the type of which an error says that it has one."""
    dropped = _DROPPED.match(error.message)
    return [
        body
        for file, text in tree.files.items()
        if dropped is not None and file.endswith(".rs") and "Drop" in text
        for block in walk(parse(text))
        if block.type == "impl_item" and _is_drop(block, dropped[1])
        if (body := block.child_by_field_name("body")) is not None
    ]


def names(body: Node, field: str) -> bool:
    """Whether a `drop` looks at a field, or hands on all of its value."""
    text = re.sub(r"&(?:mut\s+)?self\s*\)\s*\{", "", node_text(body), count=1)
    return re.search(rf"\bself\s*\.\s*{re.escape(field)}\b|\bself\s*\.\s*\w+\s*\(|\bself\b(?!\s*\.)", text) is not None


def only_shown(body: Node, field: str) -> bool:
    """Whether all that a `drop` does with a field is to show it in a text that is printed or kept as a line of a log:
    a clone of what was given away tells the same. Of a text that is a path it may remove what lies there."""
    named = [one for one in walk(body) if node_text(one) == field and "identifier" in one.type]
    return bool(named) and all(_is_shown(one) for one in named)


def _is_shown(name: Node) -> bool:
    macro = around(name, "macro_invocation")
    if macro is None or not _SHOWING.match(node_text(macro)):
        return False
    if not node_text(macro).startswith("format"):
        return True
    call = around(macro, "call_expression", "block")
    return call is not None and re.search(r"\.push(?:_str|_back)?\(", node_text(call).split("format!")[0]) is not None


def _is_drop(block: Node, name: str) -> bool:
    trait, kind = block.child_by_field_name("trait"), block.child_by_field_name("type")
    own = kind.child_by_field_name("type") if kind is not None and kind.type == "generic_type" else kind
    return trait is not None and own is not None and node_text(trait) == "Drop" and node_text(own) == name


def _indifferent(error: Diagnostic, field: str, kind: str, tree: SourceTree) -> bool:
    """Whether the one `drop` does the same without a field, or does nothing where it finds nothing in it."""
    bodies = drops(error, tree)
    if len(bodies) != 1:
        return False
    text, place = node_text(bodies[0]), rf"\bself\s*\.\s*{re.escape(field)}"
    if not names(bodies[0], field):
        return True
    if _acts_when_empty(bodies[0], place):
        return False
    if kind != "Option":
        full, empty = rf"!\s*{place}\s*\.\s*is_empty\(\)", rf"{place}\s*\.\s*is_empty\(\)\s*\{{\s*return\b"
        return re.search(rf"{full}|{empty}", text) is not None
    asked = re.search(
        rf"\bSome\(.*\)\s*=\s*&?\s*(?:mut\s+)?{place}\b|{place}\s*\.\s*(?:{'|'.join(_OPTIONS)})\s*\(", text
    )
    return asked is not None and re.search(r"\.\s*(?:unwrap|expect)\s*\(", text) is None


def _acts_when_empty(body: Node, place: str) -> bool:
    """Whether a `drop` does something only where a field is empty."""
    asks, empty = re.compile(place), re.compile(rf"(?<!!){place}\s*\.\s*is_(?:empty|none)\(\)|\bNone\b")
    for one in walk(body):
        found, other = field_text(one, "condition"), one.child_by_field_name("alternative")
        if one.type == "match_expression" and asks.search(field_text(one, "value")):
            arms = (arm for arm in walk(one.child_by_field_name("body")) if arm.type == "match_arm")
            if any(re.match(r"None\b|_", field_text(arm, "pattern")) and not _is_idle(arm, "value") for arm in arms):
                return True
        elif one.type == "let_declaration" and asks.search(field_text(one, "value")):
            if other is not None and not _is_idle(one, "alternative"):
                return True
        elif one.type == "if_expression" and asks.search(found):
            if empty.search(re.sub(r"!\s+", "!", found)):
                if not _is_idle(one, "consequence"):
                    return True
            elif other is not None or re.search(r"\breturn\b", field_text(one, "consequence")):
                return True
    return False


def _is_idle(node: Node, branch: str) -> bool:
    return re.fullmatch(r"\(\)|return|\{\s*(?:return;?)?\s*\}", field_text(node, branch)) is not None


def _mutable(owner: Node) -> list[Piece] | None:
    """What makes the owner of a field `mut`; None where it is no variable that holds its value."""
    if owner.type == "self":
        function = around(owner, "function_item")
        listed = function.child_by_field_name("parameters") if function is not None else None
        own = next((one for one in listed.named_children if one.type == "self_parameter"), None) if listed else None
        if own is None or node_text(own) not in ("self", "mut self"):
            return None
        return [] if node_text(own) == "mut self" else [before(own, "mut ")]
    if owner.type != "identifier" or bound_to(owner, node_text(owner)) is not None:
        return None
    function = around(owner, "function_item", "closure_expression")
    listed = function.child_by_field_name("parameters") if function is not None else None
    for one in listed.named_children if listed is not None else ():
        pattern = one.child_by_field_name("pattern")
        if one.type == "parameter" and pattern is not None and node_text(pattern) == node_text(owner):
            return [] if any(child.type == "mutable_specifier" for child in one.children) else [before(pattern, "mut ")]
    return None
