"""An implementation without the lifetimes that its type has and its members name: rustc declares them and gives them to
the type apart, each of which leaves other errors."""

from collections.abc import Iterator, Sequence

from tree_sitter import Node

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.items import node_text, parse
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.rewritten import Piece, after, before, rewritten
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_TYPES = ("struct_item", "enum_item", "union_item")
_DECLARING = ("function_item", "function_signature_item", "associated_type", "type_item", "higher_ranked_trait_bound")


def impl_lifetimes(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """`impl<'a> Type<'a>`, where the type is defined with `'a` and a member names it without declaring it."""
    block = around(node_at(tree, span), "impl_item") if error.code in ("E0261", "E0726") else None
    kind = block.child_by_field_name("type") if block is not None else None
    if block is None or kind is None:
        return
    generic = kind if kind.type == "generic_type" else None
    name = generic.child_by_field_name("type") if generic is not None else kind
    arguments = generic.child_by_field_name("type_arguments") if generic is not None else None
    wanted = _declared(tree, node_text(name)) if name is not None and name.type == "type_identifier" else []
    if _lifetimes(arguments) or not wanted or not set(wanted) & set(_open(block)):
        return
    parameters = block.child_by_field_name("type_parameters")
    lacking = [one for one in wanted if one not in _lifetimes(parameters)]
    keyword = next(child for child in block.children if child.type == "impl")
    pieces = [*listed(parameters, keyword, lacking), *listed(arguments, kind, wanted)]
    yield "give the implementation its type's lifetimes", rewritten(tree, span.file, pieces)


def listed(there: Node | None, head: Node, names: Sequence[str]) -> Iterator[Piece]:
    """Names at the start of a list in `<>`, or a list of them behind what it belongs to."""
    if names and there is not None:
        yield before(there.children[1], "".join(f"{name}, " for name in names))
    elif names:
        yield after(head, f"<{', '.join(names)}>")


def _declared(tree: SourceTree, name: str) -> list[str]:
    """The lifetimes of the one type of a name; none where there are several."""
    files = (text for file, text in tree.files.items() if file.endswith(".rs") and name in text)
    found = [node for text in files for node in walk(parse(text)) if node.type in _TYPES and _name(node) == name]
    return _lifetimes(found[0].child_by_field_name("type_parameters")) if len(found) == 1 else []


def _name(node: Node) -> str:
    name = node.child_by_field_name("name")
    return node_text(name) if name is not None else ""


def _lifetimes(listed: Node | None) -> list[str]:
    """Those that a list in `<>` declares or gives, without their bounds."""
    members = listed.named_children if listed is not None else []
    firsts = (next((one for one in walk(member) if one.type == "lifetime"), None) for member in members)
    kinds = ("lifetime", "lifetime_parameter")
    return [node_text(one) for member, one in zip(members, firsts, strict=True) if one and member.type in kinds]


def _open(block: Node) -> Iterator[str]:
    """The lifetimes that an implementation's trait and members name and no member declares for itself."""
    for part in (block.child_by_field_name("trait"), block.child_by_field_name("body")):
        for one in walk(part):
            if one.type == "lifetime" and not _own(one, block):
                yield node_text(one)


def _own(lifetime: Node, block: Node) -> bool:
    home = around(lifetime, *_DECLARING)
    while home is not None and home.start_byte > block.start_byte:
        if node_text(lifetime) in _lifetimes(home.child_by_field_name("type_parameters")):
            return True
        home = around(home.parent, *_DECLARING)
    return False
