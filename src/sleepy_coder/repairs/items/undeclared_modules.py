"""A module that is used (E0432, E0433) and whose file is there, but which nobody declares: its parent does, next to its
other modules and as visible as they are.
"""

import re
from collections.abc import Iterator, Sequence

from tree_sitter import Node

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import OUTSIDE, field_text, from_outside
from sleepy_coder.rust.items import COMMENTS, node_text, parse
from sleepy_coder.rust.nodes import first_row
from sleepy_coder.rust.source import Edit, SourceTree

_LOOKED_FOR = re.compile(
    r"^(?:no|could not find|maybe a missing crate|use of unresolved module or unlinked crate) `(?P<name>[a-z_]\w*)`"
    r"(?: in (?:the (?P<root>root|crate root)|`(?P<module>\w+)`))?$"
)
_ROOTS = ("lib.rs", "main.rs")


def undeclared_modules(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Sequence[Edit]]]:
    """`mod name;` where the file lies."""
    looked_for = _LOOKED_FOR.match(span.label or "") if error.code in ("E0432", "E0433") else None
    if looked_for is None or from_outside(span.file, tree):
        return
    name, module = looked_for["name"], looked_for["module"]
    ends = (f"{name}.rs", f"{name}/mod.rs")
    files = [file for file in tree.files if _tail(file, ends) is not None and not file.startswith(OUTSIDE)]
    parent = _parent(files[0], ends, tree) if len(files) == 1 else None
    if parent is None or parse(tree.files[parent]).has_error:
        return
    here = not looked_for["root"] and module is None  # a name without a path is looked for beside its use
    if (here and parent != span.file) or (parent.endswith(_ROOTS) == (module is not None)):
        return
    if module is None or _module_name(parent) == module:
        declared = [one for one in parse(tree.files[parent]).named_children if one.type == "mod_item"]
        if not any(field_text(one, "name") == name for one in declared):
            yield f"declare the module `{name}`", (_declared(name, declared, parent, tree),)


def _tail(file: str, ends: Sequence[str]) -> str | None:
    """The folder of a file that ends in one of these ways."""
    return next((file[: -len(end)] for end in ends if file == end or file.endswith(f"/{end}")), None)


def _parent(file: str, ends: Sequence[str], tree: SourceTree) -> str | None:
    """The file of the module in whose folder a module's file lies."""
    folder = (_tail(file, ends) or "").removesuffix("/")
    roots = [path for one in _ROOTS if (path := f"{folder}/{one}" if folder else one) in tree.files]
    found = [path for path in (f"{folder}.rs", f"{folder}/mod.rs") if path in tree.files] if folder else []
    return next(iter((*roots, *found)), None)


def _module_name(file: str) -> str:
    return file.removesuffix("/mod.rs").removesuffix(".rs").rpartition("/")[2]


def _declared(name: str, others: Sequence[Node], parent: str, tree: SourceTree) -> Edit:
    """The declaration among others in their order, else before all items."""
    ended = [one for one in others if one.child_by_field_name("body") is None]
    how = [node_text(one).partition("mod ")[0] for one in ended]
    used = re.compile(rf"\b::{name}\b|\b{name}::")
    outside = any(used.search(text) for file, text in tree.files.items() if from_outside(file, tree))
    visibility = max(how, key=how.count) if how else "pub " if outside else ""
    if not parent.endswith(_ROOTS) and not how:
        visibility = "pub "
    line = f"{visibility}mod {name};"
    names = [field_text(one, "name") for one in ended]
    sorted_ones = names == sorted(names)
    follower = next((one for one in ended if sorted_ones and field_text(one, "name") > name), None)
    if follower is not None:
        number = first_row(follower) + 1
    elif ended:
        number = ended[-1].end_point.row + 2
    else:
        items = parse(tree.files[parent]).named_children
        first = next((one for one in items if one.type not in (*COMMENTS, "inner_attribute_item")), None)
        number = first_row(first) + 1 if first is not None else len(tree.lines(parent)) + 1
        line += "\n"
    return Edit(parent, number, number - 1, "", line)
