"""An associated type under the name that it had before its trait gave it another one (E0220, E0437): it gets the new
name wherever the old one stands for it."""

import re
from collections.abc import Iterator, Sequence

from tree_sitter import Node

from sleepy_coder.repairs.items.copied_parameters import declared_at
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import defined, field_text, members, only
from sleepy_coder.rust.items import node_text, parse
from sleepy_coder.rust.nodes import around
from sleepy_coder.rust.rewritten import apart, instead
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_NO_MEMBER = re.compile(r"^type `(?P<old>\w+)` is not a member of trait `(?:\w+::)*(?P<trait>\w+)`$")
_NOT_FOUND = re.compile(r"^associated type `(?P<old>\w+)` not found for `\w+`")
_ALIASES = ("type_item", "associated_type")


def renamed_types(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Sequence[Edit]]]:
    """The one type of the trait that an implementation lacks, or the only one that it has."""
    said = {"E0437": _NO_MEMBER, "E0220": _NOT_FOUND}.get(error.code or "")
    found = said.match(error.message) if said is not None else None
    if found is None or any(around(one, "trait_item") for _, one in defined(tree, found["old"], *_ALIASES)):
        return
    uses = [*_places(tree, found["old"])]
    new = {_new(one, found["old"], tree) for _, one in uses} - {None}
    if len(new) != 1:
        return
    (name,) = new
    files = dict.fromkeys(file for file, _ in uses)
    edits = [
        edit
        for file in files
        for edit in apart(tree, file, [instead(one, str(name)) for home, one in uses if home == file])
    ]
    yield f"call it `{name}`", edits


def _new(use: Node, old: str, tree: SourceTree) -> str | None:
    """The name that the trait of an implementation has for a type which the implementation gives under another one."""
    block = around(use, "impl_item")
    trait = only(tree, re.sub(r"<.*", "", field_text(block, "trait"), flags=re.DOTALL), "trait_item")
    if use.parent is None or use.parent.type not in _ALIASES or block is None or trait is None:
        return None
    given = {field_text(one, "name") for one in members(block) if one.type in _ALIASES}
    lacking = [
        name for one in members(trait[1]) if one.type in _ALIASES and (name := field_text(one, "name")) not in given
    ]
    return lacking[0] if len(lacking) == 1 and old in given else None


def _places(tree: SourceTree, old: str) -> Iterator[tuple[str, Node]]:
    """Where a name stands for an associated type: given by an implementation, behind `Self` or a type parameter."""
    for file, text in tree.files.items():
        for one in walk(parse(text)) if file.endswith(".rs") and old in text else ():
            outer = one.parent
            if one.type != "type_identifier" or node_text(one) != old or outer is None:
                continue
            given = outer.type in _ALIASES and field_text(around(one, "impl_item"), "trait") != ""
            path = field_text(outer, "path") if outer.type == "scoped_type_identifier" else ""
            behind = path == "Self" or " as " in path or (path != "" and declared_at(one, path) is not None)
            if behind or (given and outer.child_by_field_name("name") == one):
                yield file, one
