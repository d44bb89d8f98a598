"""A tuple where a struct is wanted (E0308), as after a function's result got names: if all that the tuple names are
fields of the struct, these are meant, in whatever order.

    let (least, most) = ends(all);          let Ends { least, most } = ends(all);
"""

import re
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import field_text, from_outside, members, module_path, only
from sleepy_coder.rust.items import COMMENTS, node_text
from sleepy_coder.rust.nodes import around, covered, node_at
from sleepy_coder.rust.rewritten import written_over
from sleepy_coder.rust.source import Edit, SourceTree

_FOUND = re.compile(r"^expected `&?(?:mut )?(?:\w+::)*(\w+)(?:<.*>)?`, found `\(.+\)`$")
_NAME = re.compile(r"(?:mut |ref )*(\w+)")


def named_tuples(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The struct with the names of the tuple."""
    wanted = _FOUND.match(span.label or "") if error.code == "E0308" else None
    tuple_ = covered(node_at(tree, span), span) if wanted is not None else None
    home = only(tree, wanted[1], "struct_item") if wanted is not None else None
    if home is None or tuple_ is None or tuple_.type not in ("tuple_pattern", "tuple_expression"):
        return
    fields = [field_text(one, "name") for one in members(home[1]) if one.type == "field_declaration"]
    parts = [node_text(one) for one in tuple_.children if one.type not in (*COMMENTS, "(", ",", ")")]
    names = [found[1] for part in parts if part != "_" and (found := _NAME.fullmatch(part))]
    rest = len(names) < len(fields)
    told = bool(names) and len(set(names)) == len(parts) - parts.count("_") and set(names) <= set(fields)
    if not told or len(parts) < len(fields) or (tuple_.type == "tuple_expression" and rest):
        return
    written = ", ".join((*(part for part in parts if part != "_"), *([".."] if rest else [])))
    path = _path(tree, span.file, tuple_, home)
    yield (
        f"name what `{wanted[1] if wanted else ''}` holds",
        written_over(tree, span.file, tuple_, f"{path} {{ {written} }}"),
    )


def _path(tree: SourceTree, file: str, place: Node, home: tuple[str, Node]) -> str:
    """How a place may name a struct: as it is where it is in scope, else by the module that is in scope, or in full."""
    name, modules = field_text(home[1], "name"), module_path(*home)
    imported = re.search(rf"\buse\b[^;]*\b{name}\b[^;]*;", tree.files[file]) is not None
    if (
        imported
        or (file == home[0] and around(place, "mod_item") == around(home[1], "mod_item"))
        or from_outside(file, tree)
    ):
        return name
    if modules and re.search(
        rf"\buse\b[^;]*\b{modules[-1]}\b\s*[,;}}]|^(?:pub )?mod {modules[-1]};", tree.files[file], re.MULTILINE
    ):
        return f"{modules[-1]}::{name}"
    return "::".join(("crate", *modules, name))
