"""An implementation of a library's trait for a library's type, which no other crate may give (E0117, E0210), and a type
of the tree's own that holds nothing but such a value: the implementation is for that one.

    struct Menu(Vec<Dish>);
    impl Display for Vec<Dish> {              impl Display for Menu {
        .. self.iter() ..                         .. self.0.iter() ..

Not where several types hold one, or the type has the trait, nor where the trait makes such values or takes others. Who
uses the trait with the library's type is told by rustc.
"""

import re
from collections.abc import Iterator, Sequence

from tree_sitter import Node

from sleepy_coder.repairs.items.copies import derived
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import bare, field_text, implementations, members, receiver
from sleepy_coder.rust.items import node_text, parse
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.rewritten import Piece, apart, instead
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_LENT = {"&self": "&", "&mut self": "&mut ", "self": ""}
"""What a value is lent by where its owner is."""
_OTHER = re.compile(r"\bSelf\b|\{self\b")


def newtype_impls(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Sequence[Edit]]]:
    """The implementation for the type that holds the value."""
    block = around(node_at(tree, span), "impl_item") if error.code in ("E0117", "E0210") else None
    kind = block.child_by_field_name("type") if block is not None else None
    if block is None or kind is None or node_text(kind) in _parameters(block):
        return
    holders = [found for text in _texts(tree) for one in walk(parse(text)) if (found := _holder(one, kind, block))]
    trait = bare(field_text(block, "trait"))
    if len(holders) != 1 or _has(holders[0][0], trait, tree):
        return
    struct, field = holders[0]
    pieces = [piece for one in members(block) for piece in _through(one, field, kind) or ()]
    if all(_through(one, field, kind) is not None for one in members(block)):
        name = field_text(struct, "name") + _arguments(struct)
        yield f"implement it for `{name}`", apart(tree, span.file, [instead(kind, name), *pieces])


def _texts(tree: SourceTree) -> list[str]:
    return [text for file, text in tree.files.items() if file.endswith(".rs")]


def _holder(node: Node, kind: Node, block: Node) -> tuple[Node, str] | None:
    """A struct with one field of a type, and what that is called; an implementation's parameters are its own too."""
    body = node.child_by_field_name("body") if node.type == "struct_item" else None
    if body is None:
        return None
    if body.type == "field_declaration_list":
        fields = [one for one in body.named_children if one.type == "field_declaration"]
        held = [(one.child_by_field_name("type"), field_text(one, "name")) for one in fields]
    else:
        held = [(one, "0") for one in body.children_by_field_name("type")]
    same = len(held) == 1 and held[0][0] is not None and _plain(held[0][0]) == _plain(kind)
    return (node, held[0][1]) if same and set(_parameters(node)) == set(_parameters(block)) else None


def _plain(kind: Node) -> str:
    """A type without spaces and paths."""
    return re.sub(r"\w+::", "", "".join(node_text(kind).split()))


def _parameters(item: Node) -> list[str]:
    declared = item.child_by_field_name("type_parameters")
    found = [node_text(one) for one in declared.named_children] if declared is not None else []
    return [re.split(r"[\s:=]", one.removeprefix("const "))[0] for one in found]


def _arguments(struct: Node) -> str:
    names = ", ".join(_parameters(struct))
    return f"<{names}>" if names else ""


def _has(struct: Node, trait: str, tree: SourceTree) -> bool:
    written = next(implementations(tree, field_text(struct, "name"), trait), None) is not None
    return written or derived(struct, trait) is not None


def _through(member: Node, field: str, kind: Node) -> list[Piece] | None:
    """What a method says of its owner, said of the owner's field; None where it makes such values or takes others."""
    lent, body = _LENT.get(receiver(member)), member.child_by_field_name("body")
    other = re.search(rf"(?<!\w){re.escape(_plain(kind))}(?!\w)", _plain(member)) or _OTHER.search(node_text(member))
    if member.type != "function_item" or lent is None or body is None or other:
        return None
    return [_of_field(one, f"self.{field}", lent) for one in walk(body) if one.type == "self"]


def _of_field(owner: Node, place: str, lent: str) -> Piece:
    outer, before, behind = owner.parent, owner.prev_sibling, owner.next_sibling
    within = outer is not None and outer.type in ("field_expression", "index_expression") and before is None
    opened = behind is not None and (behind.type == "." or node_text(behind).startswith("["))
    if before is not None and before.type == "*" and lent:
        return before.start_point, owner.end_point, place
    if within or opened or (before is not None and before.type in ("&", "mutable_specifier")):
        return instead(owner, place)
    return instead(owner, f"{lent}{place}")
