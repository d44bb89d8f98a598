"""What rustc writes with its whole path, as the file would write it: by what is imported there and by the prelude."""

import re
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.rust.diagnostic import Span
from sleepy_coder.rust.items import definitions, node_text
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.source import SourceTree

_PATH = re.compile(r"(?<![\w:])(?:std|core|alloc)(?:::\w+)+(?!\w|::)")
_PRELUDE = {
    **{f"cmp::{name}": name for name in ("Eq", "Ord", "PartialEq", "PartialOrd")},
    **{f"marker::{name}": name for name in ("Copy", "Send", "Sized", "Sync", "Unpin")},
    **{f"ops::{name}": name for name in ("Drop", "Fn", "FnMut", "FnOnce")},
    **{f"convert::{name}": name for name in ("AsMut", "AsRef", "From", "Into")},
    **{f"iter::{name}": name for name in ("DoubleEndedIterator", "ExactSizeIterator", "Extend", "IntoIterator")},
    **{f"string::{name}": name for name in ("String", "ToString")},
    "iter::Iterator": "Iterator",
    "boxed::Box": "Box",
    "clone::Clone": "Clone",
    "default::Default": "Default",
    "option::Option": "Option",
    "result::Result": "Result",
    "vec::Vec": "Vec",
}


def shortened(text: str, place: Span, tree: SourceTree) -> str:
    """What is put in a place, without the parts of paths that the place does not need."""
    known = place.line_start <= len(tree.lines(place.file))
    if not known or _PATH.search(text) is None or re.match(r"\s*(?:pub )?use ", text):
        return text
    imports = dict(_imported(_scope(node_at(tree, place))))
    taken = {item.name for item in definitions(tree.files[place.file])} | set(imports.values())
    return _PATH.sub(lambda path: _short(path[0], imports, taken), text)


def _short(path: str, imports: dict[str, str], taken: set[str]) -> str:
    name = _PRELUDE.get(path.partition("::")[2])
    if name is not None and name not in taken:
        return name
    rest = ""
    while path:
        if path in imports:
            return imports[path] + rest
        path, _, last = path.rpartition("::")
        rest = f"::{last}{rest}"
    return rest.removeprefix("::")


def _scope(node: Node | None) -> Node | None:
    """The module that a node stands in."""
    inner = around(node, "mod_item", "source_file")
    return inner.child_by_field_name("body") if inner is not None and inner.type == "mod_item" else inner


def _imported(scope: Node | None) -> Iterator[tuple[str, str]]:
    """The paths that a module imports, each with the name that it gives it."""
    for node in scope.named_children if scope is not None else ():
        argument = node.child_by_field_name("argument") if node.type == "use_declaration" else None
        if argument is not None:
            yield from _names(argument, "")


def _names(node: Node, above: str) -> Iterator[tuple[str, str]]:
    if node.type == "use_as_clause":
        path, alias = (node.child_by_field_name(field) for field in ("path", "alias"))
        if path is not None and alias is not None:
            yield above + node_text(path), node_text(alias)
    elif node.type in ("scoped_use_list", "use_list"):
        path, listed = (node.child_by_field_name(field) for field in ("path", "list"))
        base = f"{above}{node_text(path)}::" if path is not None else above
        for child in (listed or node).named_children:
            yield from _names(child, base)
    elif node.type == "self":
        yield above.removesuffix("::"), above.removesuffix("::").rpartition("::")[2]
    elif node.type in ("scoped_identifier", "identifier"):
        yield above + node_text(node), node_text(node).rpartition("::")[2]
