"""Names of the library where a repair needs them: imported, or by their path."""

import re

from tree_sitter import Node

from sleepy_coder.rust.imports import sorted_in
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, first_row
from sleepy_coder.rust.source import Edit, SourceTree


def is_imported(path: str, place: Node) -> bool:
    """Whether the module around a place imports a path under its own name."""
    return any(_imports(one, path) for one in _uses(place))


def imported(path: str, place: Node, file: str, tree: SourceTree) -> tuple[str, Edit | None]:
    """How a path is written at a place, with the edit that imports it there; by the path itself where nothing is
    imported, or something else of that name."""
    uses, name = _uses(place), path.rpartition("::")[2]
    if any(re.search(rf"\b{name}\b", node_text(one)) for one in uses):
        return (name if is_imported(path, place) else path), None
    if not uses:
        return path, None
    row, indent = first_row(uses[0]), " " * uses[0].start_point.column
    return name, sorted_in(Edit(file, row + 1, row, "", f"{indent}use {path};"), tree)


def _uses(place: Node) -> list[Node]:
    home = around(place, "mod_item", "source_file")
    body = home.child_by_field_name("body") if home is not None and home.type == "mod_item" else home
    return [one for one in body.named_children if one.type == "use_declaration"] if body is not None else []


def _imports(use: Node, path: str) -> bool:
    """Whether an import names a path, alone or in braces, and not under another name."""
    module, _, name = path.rpartition("::")
    listed = rf"{re.escape(module)}::(?:{name}|\{{(?:[^{{}}]*[\s,])?{name}(?:[\s,][^{{}}]*)?\}});"
    return re.search(listed, node_text(use)) is not None and " as " not in node_text(use)
