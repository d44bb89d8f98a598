"""Values of a trait, `dyn Trait`, that a collection or an Option holds without a pointer (E0277): they differ in size,
so that only a `Box` of each can be held. What is put in is boxed with the type.
"""

import re
from collections.abc import Iterator, Set
from itertools import groupby

from tree_sitter import Node

from sleepy_coder.rust.diagnostic import Applicability, Diagnostic
from sleepy_coder.rust.items import node_text, parse
from sleepy_coder.rust.nodes import around, covered, node_at
from sleepy_coder.rust.rewritten import after, before, rewritten
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.rust.suggestion import Suggestion
from sleepy_coder.rust.walk import walk

_UNSIZED = re.compile(r"the size for values of type `\(?dyn .+` cannot be known at compilation time")
_HOLDERS = frozenset(("Vec", "VecDeque", "Option", "HashMap", "BTreeMap"))
_HOMES = ("struct_item", "enum_variant", "function_item", "function_signature_item", "type_item", "static_item")
_PUTS = frozenset(("push", "push_back", "push_front"))
_POINTER = re.compile(r"\s*(?:Box|Rc|Arc)::")


def boxed(error: Diagnostic, tree: SourceTree) -> Iterator[Suggestion]:
    """`Box<dyn Trait>` at the place of the error, and `Box::new(..)` around what is put into what is named there."""
    span = error.primary
    if error.code != "E0277" or span is None or span.file not in tree.files or not _UNSIZED.match(error.message):
        return
    kind = covered(node_at(tree, span), span)
    if span.in_macro or not any(map(_is_bare, walk(kind))):
        return
    # of several fields rustc tells of the first alone
    held = [one for one in walk(around(kind, *_HOMES)) if _is_bare(one)]
    pieces = [piece for one in held for piece in (before(one, "Box<"), after(one, ">"))]
    for given in _given(parse(tree.files[span.file]), {_named(one) for one in held}):
        pieces += [before(given, "Box::new("), after(given, ")")]
    edits = (rewritten(tree, span.file, [*group]) for _, group in groupby(sorted(pieces), lambda piece: piece[0].row))
    yield Suggestion("box what is held", Applicability.MAYBE, tuple(edits))


def _is_bare(node: Node) -> bool:
    """Whether a node is a `dyn Trait` that a collection holds by itself."""
    if not node_text(node).startswith("dyn ") or node.parent is None or node.parent.type != "type_arguments":
        return False
    holder = node.parent.parent.child_by_field_name("type") if node.parent.parent is not None else None
    return holder is not None and node_text(holder).rpartition("::")[2] in _HOLDERS


def _named(held: Node) -> str | None:
    """The field or the variable in whose type something is held."""
    owner = around(held, "field_declaration", "let_declaration", "parameter", *_HOMES)
    if owner is None or owner.type in _HOMES:
        return None
    name = owner.child_by_field_name("name") or owner.child_by_field_name("pattern") if owner is not None else None
    return re.sub(r"^mut\s+", "", node_text(name)) if name is not None else None


def _given(root: Node, names: Set[str | None]) -> Iterator[Node]:
    """What is put without a pointer into a collection of one of some names."""
    for call in walk(root):
        function, given = (call.child_by_field_name(field) for field in ("function", "arguments"))
        if call.type != "call_expression" or function is None or given is None or len(given.named_children) != 1:
            continue
        method, place = (function.child_by_field_name(field) for field in ("field", "value"))
        if method is None or place is None or node_text(method) not in _PUTS:
            continue
        one = given.named_children[0]
        if re.split(r"\W", node_text(place))[-1] in names and not _POINTER.match(node_text(one)):
            yield one
