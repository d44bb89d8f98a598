"""A trait that a type derives although it has it already (E0119), written by hand or derived twice: the derive goes, as
what is written by hand says more.

    #[derive(Debug, Default)]                 #[derive(Debug)]
    struct Pace { .. }                        struct Pace { .. }
    impl Default for Pace { .. }              impl Default for Pace { .. }

Not where another derived trait has to agree with the one that is written by hand, nor where that is written for some of
the type's arguments alone.
"""

import re
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.repairs.items.copies import derived
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import implementations, only
from sleepy_coder.rust.items import attribute_name, node_text
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.rewritten import Piece, rewritten
from sleepy_coder.rust.source import Edit, SourceTree

_TWICE = re.compile(r"^conflicting implementations of trait `(?:\w+::)*(\w+)` for type `(?:\w+::)*(\w+)")
_TYPES = ("struct_item", "enum_item", "union_item")
_PARTNERS = {"PartialEq": ("Hash", "PartialOrd", "Ord"), "PartialOrd": ("Ord",), "Ord": ("PartialOrd",)}
"""The traits that say something else than one which is written by hand where they are derived beside it."""


def repeated_derives(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """What the type derives without the trait."""
    said = _TWICE.match(error.message) if error.code == "E0119" else None
    places = sorted((one for one in error.spans if one.file == span.file), key=lambda one: not one.is_primary)
    names = [node for one in places if (node := _named(node_at(tree, one))) is not None] if said is not None else []
    if said is None or not names or node_text(names[0]) != said[1]:
        return
    if len(names) > 1 or _goes_with(said[1], said[2], tree):
        yield f"derive no `{said[1]}`", rewritten(tree, span.file, [_without(names[0])])


def _named(node: Node | None) -> Node | None:
    """A name in a list of derived traits."""
    attribute = around(node, "attribute_item")
    listed = attribute is not None and attribute_name(attribute) == "derive"
    return node if listed and node is not None and node.type == "identifier" else None


def _goes_with(trait: str, kind: str, tree: SourceTree) -> bool:
    """Whether a trait is written by hand once, for all of a type, and nothing that it derives has to agree with it."""
    home = only(tree, kind, *_TYPES)
    blocks = [block for _, block in implementations(tree, kind, trait)]
    if home is None or len(blocks) != 1 or not _is_of_all(blocks[0]):
        return False
    partners = (one for one in _PARTNERS.get(trait, ()) if derived(home[1], one) is not None)
    return all(next(implementations(tree, kind, one), None) is not None for one in partners)


def _is_of_all(block: Node) -> bool:
    """Whether an implementation is for a type whatever its arguments are."""
    declared = block.child_by_field_name("type_parameters")
    own = {node_text(one).removeprefix("const ") for one in declared.named_children} if declared is not None else set()
    names = {re.split(r"[\s:]", one)[0] for one in own}
    kind = block.child_by_field_name("type")
    given = kind.child_by_field_name("type_arguments") if kind is not None else None
    listed = [node_text(one) for one in given.named_children] if given is not None else []
    return all(one in names or one.startswith("'") for one in listed)


def _without(name: Node) -> Piece:
    """A list of derived traits without one of them, or nothing at all where it is the only one."""
    following, leading = name.next_named_sibling, name.prev_named_sibling
    if following is not None:
        return name.start_point, following.start_point, ""
    if leading is not None:
        return leading.end_point, name.end_point, ""
    attribute = around(name, "attribute_item") or name
    below = attribute.next_sibling
    return attribute.start_point, below.start_point if below is not None else attribute.end_point, ""
