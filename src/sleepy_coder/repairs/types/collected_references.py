"""Elements collected by reference into a collection of values (E0277).

    names.iter().collect::<Vec<String>>()     names.iter().cloned().collect::<Vec<String>>()

Not where all that is heard of the collection is that its elements are changed: copies would forget it.
"""

import re
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.repairs.ownership.plain_locals import uses
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.rewritten import after, rewritten
from sleepy_coder.rust.source import Edit, SourceTree

_BY_REFERENCE = re.compile(
    r"of type `[\w:]+<(?P<held>.+)>` cannot be built from an iterator over elements of type `&(?P<found>.+)`"
)
_PLAIN = frozenset(("bool", "char", "f32", "f64", *(f"{s}{n}" for s in "iu" for n in (8, 16, 32, 64, 128, "size"))))


def collected_references(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The chain with a step that makes values of references."""
    kinds = _BY_REFERENCE.search(error.message)
    chain = _field(around(node_at(tree, span), "field_expression"), "value")
    if kinds is None or chain is None or _only_changed(chain):
        return
    if (kinds["held"], kinds["found"]) == ("String", "str"):
        method = "map(String::from)"
    elif (kinds["held"], kinds["found"]) == ("String", "&str"):
        method = "map(|s| s.to_string())"
    elif kinds["held"] == kinds["found"]:
        method = "copied()" if kinds["found"] in _PLAIN else "cloned()"
    else:
        return
    same = _given_back(chain) if method.endswith("to_string())") else None
    line, number = tree.line(span.file, span.line_start), span.line_start
    if same is not None:
        edit = rewritten(tree, span.file, [after(same, ".to_string()")])
    elif line.lstrip().startswith("."):
        edit = Edit(span.file, number, number - 1, "", f"{line[: len(line) - len(line.lstrip())]}.{method}")
    else:
        edit = rewritten(tree, span.file, [after(chain, f".{method}")])
    yield f"collect values by `{method}`", edit


def _given_back(chain: Node) -> Node | None:
    """The result of a last `map(|x| x)`, which was to make something of each element."""
    method, given = _field(_field(chain, "function"), "field"), _field(chain, "arguments")
    closure = given.named_children[0] if given is not None and len(given.named_children) == 1 else None
    pattern, result = _field(closure, "parameters"), _field(closure, "body")
    if method is None or node_text(method) != "map" or pattern is None or result is None:
        return None
    return result if node_text(pattern) == f"|{node_text(result)}|" else None


def _only_changed(value: Node) -> bool:
    """Whether all that is heard of a local list is that its elements are changed: what copies forget."""
    let = around(value, "let_declaration", "block")
    pattern = _field(let, "pattern") if let is not None and let.type == "let_declaration" else None
    found = list(uses(let)) if let is not None and pattern is not None and pattern.type == "identifier" else []
    return bool(found) and all(map(_is_to_change, found))


def _is_to_change(use: Node) -> bool:
    lent = use.parent is not None and re.match(r"&mut\b", node_text(use.parent)) is not None
    return lent or (use.parent is not None and node_text(use.parent).endswith(".iter_mut"))


def _field(node: Node | None, name: str) -> Node | None:
    return None if node is None else node.child_by_field_name(name)
