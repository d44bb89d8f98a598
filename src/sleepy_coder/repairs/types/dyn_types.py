"""A `dyn Trait` that does not say the trait's associated type (E0191): one of those that the tree's implementations
have. The trait is one of the tree: of another's not all implementations are to be seen.

Where several compile only tests can tell which is meant.
"""

import re
from collections import Counter
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import field_text, implementations, members, only
from sleepy_coder.rust.items import node_text, parse
from sleepy_coder.rust.rewritten import after, rewritten
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

NOT_SAID = "E0191"
_MESSAGE = re.compile(r"^the value of the associated type `(\w+)` in `(?:\w+::)*(\w+)` must be specified$")
_NEAR = 12
_ELIDED = re.compile(r"&(?!\s*'static)|'(?!static)|\bSelf\b")


def dyn_types(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, tuple[Edit, ...]]]:
    """Each type that an implementation names, at every place nearby that lacks it."""
    said = _MESSAGE.match(error.message) if error.code == NOT_SAID else None
    if said is None:
        return
    wanted, trait = said[1], said[2]
    if only(tree, trait, "trait_item") is None:
        return
    found: Counter[str] = Counter()
    for _, block in implementations(tree, trait=trait):
        named = next((one for one in members(block) if field_text(one, "name") == wanted), None)
        generic = block.child_by_field_name("type_parameters") is not None
        kind = field_text(named, "type")
        if named is not None and not generic and kind and not _ELIDED.search(kind):
            found[kind] += 1
    places = [one for one in _lacking(tree, span.file, trait) if abs(one.start_point.row + 1 - span.line_start) < _NEAR]
    rows = {one.start_point.row for one in places}
    for kind, _ in found.most_common():
        pieces = {row: [one for one in places if one.start_point.row == row] for row in sorted(rows)}
        edits = [
            rewritten(tree, span.file, [after(one, f"<{wanted} = {kind}>") for one in ones]) for ones in pieces.values()
        ]
        if edits:
            yield f"say that `{wanted}` is `{kind}`", tuple(edits)


def _lacking(tree: SourceTree, file: str, trait: str) -> Iterator[Node]:
    """The names of a trait behind `dyn` without anything that says more of it."""
    for node in walk(parse(tree.files[file])):
        named = node.child_by_field_name("trait") if node.type == "dynamic_type" else None
        plain = named is not None and named.type in ("type_identifier", "scoped_type_identifier")
        if named is not None and plain and node_text(named).rpartition("::")[2] == trait:
            yield named
