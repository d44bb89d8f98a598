"""A closure that has to be called repeatedly and gives away what it has captured (E0525): each call gives a clone, so
that there is something left for the next one.

    let send = move || Letter { to };               let send = move || Letter { to: to.clone() };
    retry(3, send)                                  retry(3, send)

Not where the closure changes what it gives away or drops it, or what it calls does, nor where a clone of it is another
cell, or may hold one.
"""

import re
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.repairs.ownership.cells import is_changed
from sleepy_coder.repairs.ownership.read_before_moved import is_changed_by_call
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import arguments_of, field_text
from sleepy_coder.rust.items import node_text, parse
from sleepy_coder.rust.nodes import around, node_at, value_at
from sleepy_coder.rust.rewritten import after, rewritten
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_MOVED = re.compile(r"^closure is `FnOnce` because it moves the variable `(\w+)` out of its environment$")
_CELL = re.compile(r"\b(?:\w*Cell|Mutex|RwLock|Atomic\w+)\b")
_SHARED = re.compile(r"\b(?:Rc|Arc)\b")
_FIELDS = ("field_declaration", "ordered_field_declaration_list")


def repeated_closures(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """`.clone()` where the variable is moved."""
    for one in error.spans if error.code == "E0525" else ():
        moved = _MOVED.match(one.label or "")
        use = value_at(tree, one) if moved is not None and one.file == span.file else None
        closure = around(node_at(tree, span), "closure_expression")
        if moved is None or use is None or closure is None or node_text(use) != moved[1]:
            continue
        same = [node for node in walk(closure) if node.type == "identifier" and node_text(node) == moved[1]]
        changed = any(is_changed(node, tree) for node in same) or is_changed_by_call(use, tree)
        if changed or _dropped(use) or _in_cell(closure, moved[1]) or _has_own_cells(tree):
            continue
        shorthand = use.parent is not None and use.parent.type == "shorthand_field_initializer"
        text = f": {moved[1]}.clone()" if shorthand else ".clone()"
        yield f"give a clone of `{moved[1]}` away", rewritten(tree, span.file, [after(use, text)])


def _dropped(use: Node) -> bool:
    call = around(use, "call_expression")
    return call is not None and re.split(r"\W+", field_text(call, "function"))[-1] == "drop"


def _in_cell(closure: Node, name: str) -> bool:
    """Whether what is captured is said to be a cell that nobody else has."""
    function = around(closure.parent, "function_item")
    bound = [one for one in walk(function) if one.type == "let_declaration"]
    bound += arguments_of(function) if function is not None else []
    said = [node_text(one) for one in bound if re.search(rf"\b{name}\b", field_text(one, "pattern"))]
    return any(_is_own_cell(one) for one in said)


def _has_own_cells(tree: SourceTree) -> bool:
    """Whether a type of the tree holds a cell: which values are of that type no error tells."""
    texts = (text for file, text in tree.files.items() if file.endswith(".rs") and _CELL.search(text))
    return any(one.type in _FIELDS and _is_own_cell(node_text(one)) for text in texts for one in walk(parse(text)))


def _is_own_cell(kind: str) -> bool:
    return _CELL.search(kind) is not None and _SHARED.search(kind) is None
