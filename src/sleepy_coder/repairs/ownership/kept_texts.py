"""A text that a variable keeps from one round of a loop to the next, while what it is a part of ends with the round
(E0597): the variable owns what it keeps.

    let mut longest = "";                         let mut longest = String::new();
    for n in numbers {                            for n in numbers {
        let shown = n.to_string();                    let shown = n.to_string();
        longest = &shown;                             longest = shown;
"""

from collections.abc import Iterator, Sequence

from tree_sitter import Node

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.rewritten import Piece, after, apart, instead
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_LITERALS = ("string_literal", "raw_string_literal")
_OUTER = ("assignment_expression", "block", "closure_expression", "function_item")


def kept_texts(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Sequence[Edit]]]:
    """A String for the variable, or in the Option that it is, and for all that is assigned to it."""
    given = around(node_at(tree, span), *_OUTER) if error.code == "E0597" else None
    target = given.child_by_field_name("left") if given is not None and given.type == "assignment_expression" else None
    let = _let(target) if target is not None and target.type == "identifier" else None
    first = let.child_by_field_name("value") if let is not None else None
    start = _first(let, first) if let is not None and first is not None else None
    if target is None or let is None or first is None or start is None:
        return
    values = [_within(one, first) for one in _assigned(let, node_text(target)) if one is not None]
    owner = "to_string()" if start else "to_owned()"  # of an Option that may hold something else than texts
    for moved in (True, False):
        pieces = [*start, *(_owned(value, owner, moved=moved) for value in values if value is not None)]
        yield f"let `{node_text(target)}` own its text", apart(tree, span.file, pieces)


def _let(use: Node) -> Node | None:
    """The one `let` of a function that binds a variable by its name alone."""
    lets = (one for one in walk(around(use, "function_item")) if one.type == "let_declaration")
    found = [one for one in lets if node_text(one.child_by_field_name("pattern") or one) == node_text(use)]
    return found[0] if len(found) == 1 else None


def _first(let: Node, value: Node) -> list[Piece] | None:
    """What makes an owner of the first value and its type; None for values of other kinds."""
    kind = let.child_by_field_name("type")
    said = "".join(node_text(kind).split()) if kind is not None else ""
    if node_text(value) == "None" and said in ("", "Option<&str>"):
        return [instead(kind, "Option<String>")] if kind is not None else []
    if value.type not in _LITERALS or said not in ("", "&str"):
        return None
    owner = instead(value, "String::new()") if node_text(value) == '""' else after(value, ".to_string()")
    return [owner] if kind is None else [owner, instead(kind, "String")]


def _within(value: Node, first: Node) -> Node | None:
    """The text of a value, which is in a `Some` where the first value is `None`."""
    if node_text(first) != "None":
        return value
    given = value.child_by_field_name("arguments") if value.type == "call_expression" else None
    held = given is not None and node_text(value).startswith("Some(") and len(given.named_children) == 1
    return given.named_children[0] if given is not None and held else None


def _assigned(let: Node, name: str) -> Iterator[Node | None]:
    """What a variable is given below the `let` that binds it."""
    for one in walk(let.parent):
        left = one.child_by_field_name("left") if one.type == "assignment_expression" else None
        if left is not None and one.start_byte >= let.end_byte and node_text(left) == name:
            yield one.child_by_field_name("right")


def _owned(value: Node, owner: str, *, moved: bool) -> Piece:
    """A String of a text: the one that is referred to itself, if it may be moved."""
    inner = value.child_by_field_name("value") if value.type == "reference_expression" else None
    if inner is not None and inner.type == "identifier":
        return instead(value, node_text(inner) if moved else f"{node_text(inner)}.clone()")
    if inner is not None:
        return instead(value, f"{node_text(inner)}.{owner}")
    return after(value, f".{owner}")
