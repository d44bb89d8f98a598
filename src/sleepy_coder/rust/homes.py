"""Where a tree defines what: the nodes of its types, traits and functions."""

import re
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.rust.items import node_text, parse
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.rust.walk import walk

OUTSIDE = ("tests/", "examples/", "benches/", "src/bin/")
"""Where the programs of a package lie that use its library from outside, beside `src/main.rs`."""


def field_text(node: Node | None, field: str) -> str:
    """The source of a part of a node; '' where it has none."""
    part = node.child_by_field_name(field) if node is not None else None
    return node_text(part) if part is not None else ""


def defined(tree: SourceTree, name: str, *types: str) -> list[tuple[str, Node]]:
    """Each definition of a name, of these types of node, with its file."""
    found = []
    for file, text in tree.files.items():
        if file.endswith(".rs") and name in text:
            nodes = (node for node in walk(parse(text)) if node.type in types)
            found += [(file, node) for node in nodes if field_text(node, "name") == name]
    return found


def only(tree: SourceTree, name: str, *types: str) -> tuple[str, Node] | None:
    """The definition of a name where there is exactly one."""
    found = defined(tree, name, *types)
    return found[0] if len(found) == 1 else None


def bare(kind: str) -> str:
    """The name of a type without references, path and arguments: `Seat` for `&mut hall::Seat<'a>`."""
    plain = re.sub(r"^[&\s]*(?:'\w+\s+)?(?:mut\s+)?(?:dyn\s+|impl\s+)?", "", kind)
    return re.split(r"[<\s]", plain)[0].rpartition("::")[2]


def implementations(tree: SourceTree, kind: str = "", trait: str = "") -> Iterator[tuple[str, Node]]:
    """The implementations of a type, of a trait, or of both; of a type alone those without a trait."""
    for file, text in tree.files.items():
        if file.endswith(".rs") and kind in text and trait in text:
            for node in walk(parse(text)):
                same = node.type == "impl_item" and bare(field_text(node, "trait")) == trait
                if same and (not kind or bare(field_text(node, "type")) == kind):
                    yield file, node


def members(node: Node) -> list[Node]:
    """What the body of a type, a trait or an implementation holds."""
    body = node.child_by_field_name("body")
    return list(body.named_children) if body is not None else []


def methods(tree: SourceTree, kind: str) -> list[Node]:
    """The functions of a type's own implementations."""
    blocks = [block for _, block in implementations(tree, kind)]
    return [one for block in blocks for one in members(block) if one.type == "function_item"]


def receiver(function: Node) -> str:
    """How a method takes its owner, as `&mut self`; '' for other functions."""
    parameters = function.child_by_field_name("parameters")
    listed = parameters.named_children if parameters is not None else []
    return next((node_text(one) for one in listed if one.type == "self_parameter"), "")


def arguments_of(function: Node) -> list[Node]:
    """The parameters of a function but `self`."""
    parameters = function.child_by_field_name("parameters")
    return [one for one in (parameters.named_children if parameters is not None else []) if one.type == "parameter"]


def from_outside(file: str, tree: SourceTree) -> bool:
    """Whether a file belongs to another crate than the library of its package."""
    return file.startswith(OUTSIDE) or (file == "src/main.rs" and "src/lib.rs" in tree.files)


def is_library(tree: SourceTree) -> bool:
    """Whether others may use what a tree declares as public."""
    return tree.crate_type == "lib" or "src/lib.rs" in tree.files


def module_path(file: str, node: Node) -> tuple[str, ...]:
    """The path of the module that a node of a file stands in, from the root of its crate."""
    parts = file.removesuffix(".rs").removeprefix("src/").split("/")
    if parts[-1] in ("mod", "lib", "main"):
        parts.pop()
    inner: list[str] = []
    outer = node.parent
    while outer is not None:
        name = outer.child_by_field_name("name") if outer.type == "mod_item" else None
        inner += [node_text(name)] if name is not None else []
        outer = outer.parent
    return (*parts, *reversed(inner))
