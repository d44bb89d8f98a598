"""A `use` of what has moved (E0432): where exactly one other module of the crate defines the name, it is imported from
there.

rustc names the place where a path stands alone, and not where it is one of a list. A list under an attribute is left
alone: what is taken out of it would lose its `#[cfg]`.
"""

import re
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import from_outside, module_path
from sleepy_coder.rust.items import node_text, parse
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.rewritten import Piece, rewritten, written_over
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_GONE = re.compile(r"^no `(\w+)` in `")
_IMPORTED = (
    *("function_item", "struct_item", "enum_item", "union_item", "trait_item", "type_item", "const_item"),
    "static_item",
)
_INNER = ("crate", "self", "super")


def stale_imports(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, tuple[Edit, ...]]]:
    """The names that are not where they are imported from, imported from where they are."""
    use = around(node_at(tree, span), "use_declaration") if error.code == "E0432" else None
    start = _start(use, span.file, tree) if use is not None else None
    moved: dict[str, list[Node]] = {}
    for one in error.primaries:
        gone = _GONE.match(one.label or "") if one.file == span.file else None
        named = _named(use, gone[1]) if gone is not None else None
        homes = _homes(tree, gone[1]) if gone is not None else []
        homes = [home for home in homes if use is not None and home != module_path(span.file, use)]
        if gone is None or named is None or len(homes) != 1 or start is None:
            return
        moved.setdefault("::".join((start, *homes[0])), []).append(named)
    names = [one for ones in moved.values() for one in ones]
    if use is None or not names:
        return
    what = ", ".join(f"`{module}::{_last(one)}`" for module, ones in moved.items() for one in ones)
    edits = _edits(tree, span.file, use, moved)
    if edits:
        yield f"import {what}", edits


def _edits(tree: SourceTree, file: str, use: Node, moved: dict[str, list[Node]]) -> tuple[Edit, ...]:
    names = [one for ones in moved.values() for one in ones]
    module, listed = next(iter(moved)), names[0].parent
    if listed is None or any(one.parent != listed for one in names):
        return ()
    if listed.type != "use_list":
        return (written_over(tree, file, names[0], f"{module}::{_last(names[0])}"),) if len(names) == 1 else ()
    kept = [one for one in listed.named_children if one not in names]
    path = listed.parent.child_by_field_name("path") if listed.parent is not None else None
    if kept and _attributed(use):
        return ()
    if kept:
        added = (edit for home, ones in moved.items() for edit in _added(tree, file, use, home, [*map(_last, ones)]))
        return (_without(tree, file, listed, names, kept), *added)
    whole = len(moved) == 1 and path is not None and listed.parent == use.child_by_field_name("argument")
    return (written_over(tree, file, path, module),) if whole and path is not None else ()


def _last(name: Node) -> str:
    return node_text(name).rpartition("::")[2]


def _named(use: Node | None, name: str) -> Node | None:
    """What a `use` imports under a path that ends in a name, alone or in a list."""
    for one in walk(use):
        within = one.parent.type if one.parent is not None else ""
        if one.type in ("identifier", "scoped_identifier") and _last(one) == name:
            first = (
                within == "use_as_clause" and one.parent is not None and one.parent.child_by_field_name("path") == one
            )
            if within in ("use_list", "use_declaration") or (first and "{" not in node_text(use or one)):
                return one
    return None


def _homes(tree: SourceTree, name: str) -> list[tuple[str, ...]]:
    """The modules that define a name for others, as paths from the root of the crate."""
    found = set()
    for file, text in tree.files.items():
        if not file.endswith(".rs") or name not in text or from_outside(file, tree):
            continue
        for node in walk(parse(text)):
            given = node.child_by_field_name("name") if node.type in _IMPORTED else None
            if given is not None and node_text(given) == name and _for_others(node):
                found.add(module_path(file, node))
    return sorted(found)


def _for_others(item: Node) -> bool:
    inner = around(item.parent, "block", "impl_item", "trait_item")
    return inner is None and any(one.type == "visibility_modifier" for one in item.children)


def _start(use: Node, file: str, tree: SourceTree) -> str | None:
    """What a path from the root of the crate begins with in a file."""
    argument = use.child_by_field_name("argument")
    first = re.split(r"\W+", node_text(argument))[0] if argument is not None else ""
    if from_outside(file, tree):
        return first if first not in _INNER else None
    return "crate" if tree.edition != "2015" else None


def _without(tree: SourceTree, file: str, listed: Node, names: list[Node], kept: list[Node]) -> Edit:
    """A list without some of its names and their commas; one that is left needs no braces."""
    if len(kept) == 1 and "\n" not in node_text(listed) and node_text(kept[0]) != "self":
        return written_over(tree, file, listed, node_text(kept[0]))
    pieces: list[Piece] = []
    for name in names:
        follower = name.next_named_sibling
        if follower is not None:
            pieces.append((name.start_point, follower.start_point, ""))
        else:
            last = kept[-1]
            pieces = [one for one in pieces if one[0] < last.start_point]
            pieces.append((last.end_point, name.end_point, ""))
    return rewritten(tree, file, pieces)


def _added(tree: SourceTree, file: str, use: Node, module: str, names: list[str]) -> tuple[Edit, ...]:
    """Names among the imports: with what comes from the same module, else on a line of their own."""
    visibility = next((f"{node_text(one)} " for one in use.children if one.type == "visibility_modifier"), "")
    for other in use.parent.named_children if use.parent is not None and not visibility else ():
        argument = other.child_by_field_name("argument") if other.type == "use_declaration" else None
        private = not any(one.type == "visibility_modifier" for one in other.children) and not _attributed(other)
        base = argument.child_by_field_name("path") if argument is not None else None
        if argument is None or base is None or not private or other == use or node_text(base) != module:
            continue
        if argument.type == "scoped_identifier":
            return (written_over(tree, file, argument, f"{module}::{{{', '.join([_last(argument), *names])}}}"),)
        listed = argument.child_by_field_name("list")
        if listed is not None and listed.named_children and listed.start_point.row == listed.end_point.row:
            together = ", ".join([*map(node_text, listed.named_children), *names])
            return (written_over(tree, file, listed, f"{{{together}}}"),)
    text = names[0] if len(names) == 1 else f"{{{', '.join(names)}}}"
    number, first = use.end_point.row + 2, tree.line(file, use.start_point.row + 1)
    indent = first[: len(first) - len(first.lstrip())]
    return (Edit(file, number, number - 1, "", f"{indent}{visibility}use {module}::{text};"),)


def _attributed(use: Node) -> bool:
    return use.prev_named_sibling is not None and use.prev_named_sibling.type == "attribute_item"
