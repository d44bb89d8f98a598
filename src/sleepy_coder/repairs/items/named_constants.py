"""A field that a literal lacks (E0063), and for which there is a constant that is named after it as those of its
neighbours are.

    timeout: DEFAULT_TIMEOUT,               timeout: DEFAULT_TIMEOUT,
                                            retries: DEFAULT_RETRIES,
"""

import re
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import defined, field_text, only
from sleepy_coder.rust.items import node_text, parse
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.rewritten import after, before, rewritten, written_over
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_FIELD = re.compile(r"^missing field `(\w+)` in initializer of `(?:\w+::)*\w+")


def named_constants(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, tuple[Edit, ...]]]:
    """The constant for a field, next to the one that shows how constants are named after fields, imported as it is."""
    lacking = _FIELD.match(error.message) if error.code == "E0063" else None
    literal = around(node_at(tree, span), "struct_expression") if lacking is not None else None
    body = literal.child_by_field_name("body") if literal is not None else None
    if lacking is None or body is None:
        return
    for one in body.named_children:
        value = one.child_by_field_name("value")
        path, _, shown = node_text(value).rpartition("::") if value is not None else ("", "", "")
        name = _alike(shown, field_text(one, "field"), lacking[1])
        if name is None or not _together(tree, shown, name):
            continue
        imports = _imported_along(tree, span.file, shown, name) if not path else ()
        if imports is not None:
            written = f"{path}::{name}" if path else name
            yield f"give `{lacking[1]}` `{name}`", (_beside(tree, span.file, one, f"{lacking[1]}: {written}"), *imports)
            return


def _together(tree: SourceTree, one: str, other: str) -> bool:
    """Whether two constants are each defined once, in the same module."""
    left, right = (only(tree, name, "const_item", "static_item") for name in (one, other))
    return left is not None and right is not None and left[0] == right[0] and left[1].parent == right[1].parent


def _alike(shown: str, field: str, wanted: str) -> str | None:
    """`DEFAULT_RETRIES` for `retries` where `timeout` is `DEFAULT_TIMEOUT`."""
    start, found, end = shown.partition(field.upper()) if field else ("", "", "")
    named = found != "" and (start or end) and shown.isidentifier()
    return f"{start}{wanted.upper()}{end}" if named else None


def _beside(tree: SourceTree, file: str, field: Node, text: str) -> Edit:
    """A field put behind another one, on a line of its own where that has one."""
    line = tree.line(file, field.start_point.row + 1)
    alone = line.strip() in (node_text(field), f"{node_text(field)},")
    indent = line[: len(line) - len(line.lstrip())]
    return rewritten(tree, file, [after(field, f",\n{indent}{text}" if alone else f", {text}")])


def _imported_along(tree: SourceTree, file: str, shown: str, name: str) -> tuple[Edit, ...] | None:
    """What imports a name next to another one: nothing where that needs no import or all is imported, None where it
    cannot be told."""
    for use in (node for node in walk(parse(tree.files[file])) if node.type == "use_declaration"):
        named = [one for one in walk(use) if one.type == "identifier" and node_text(one) == shown]
        if not named:
            continue
        within = named[0].parent
        if any(node_text(one) == name for one in walk(use) if one.type == "identifier"):
            return ()
        if within is not None and within.type == "use_list":
            text = before(named[0], f"{name}, ") if name < shown else after(named[0], f", {name}")
            return (rewritten(tree, file, [text]),)
        path = within.child_by_field_name("path") if within is not None else None
        if within is None or path is None or within.parent != use:
            return None
        both = ", ".join(sorted((shown, name)))
        return (written_over(tree, file, within, f"{node_text(path)}::{{{both}}}"),)
    everything = re.search(r"^\s*(?:pub )?use [\w:{}, ]+::\*", tree.files[file], re.MULTILINE)
    here = any(home == file for home, _ in defined(tree, shown, "const_item", "static_item"))
    return () if here or everything else None
