"""A `RefCell` or a channel's `Receiver` that threads share (E0277): a `Mutex` in its place or around it lets one thread
at a time have it. Where a function might ask for it again while it has it, it would wait for itself, and nothing is
changed.
"""

import re
from collections.abc import Iterator, Sequence

from tree_sitter import Node

from sleepy_coder.repairs.ownership.locking import (
    Borrow,
    asked_once,
    borrows,
    borrows_unseen,
    defined,
    statement_of,
    waits,
)
from sleepy_coder.repairs.ownership.sync_imports import imported
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.items import node_text, parse
from sleepy_coder.rust.nodes import around
from sleepy_coder.rust.rewritten import Piece, after, apart, before, instead
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_CELL = re.compile(
    r"^`(?:(?:std::rc::)?(?:Rc|Weak)<)?(?:std::cell::)?RefCell<.*` cannot be (?:sent|shared) between threads safely$"
)
_RECEIVER = re.compile(r"^`(?:std::sync::mpsc::)?Receiver<.*` cannot be shared between threads safely$")
_WORKING = ("call_expression", "macro_invocation", "await_expression")
_MEMBERS = ("field_identifier", "identifier")
_COUNTING = ("Rc", "Arc")
_RECEIVING = ("recv", "try_recv")


def locked_for_threads(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Sequence[Edit]]]:
    """`Arc<Mutex<..>>` for all that is shared so, in a program of one file."""
    sources = [file for file in tree.files if file.endswith(".rs")]
    if error.code != "E0277" or len(sources) != 1:
        return
    root = parse(tree.files[sources[0]])
    if _CELL.match(error.message):
        pieces = _of_cells(root)
    else:
        pieces = _of_receiver(root) if _RECEIVER.match(error.message) else None
    if pieces:
        yield "lock it for each thread", apart(tree, sources[0], pieces)


def _of_cells(root: Node) -> list[Piece] | None:
    """What a program says with `Mutex` for `RefCell`, all of which are counted, and `Arc` for `Rc`."""
    pieces: list[Piece] = []
    names = [one for one in walk(root) if one.type in ("identifier", "type_identifier")]
    if borrows_unseen(root) or any(one.type in _MEMBERS and node_text(one) == "into_inner" for one in walk(root)):
        return None  # of a lock it gives a Result, which a text may show
    for one in names:
        if _of_import(one):
            continue
        if node_text(one) == "RefCell":
            if not _counted(one):
                return None
            pieces.append(instead(one, "Mutex"))
        elif node_text(one) == "Rc":
            pieces.append(instead(one, "Arc"))
    asked: list[Borrow] = list(borrows(root))
    own = defined(root)
    if not all(asked_once(one, own) for one in asked):
        return None
    for borrow in asked:
        pieces += [instead(borrow.method, "lock"), after(borrow.arguments, ".unwrap()")]
    uses = imported(root, {"Arc", "Mutex"}, ("use std::cell::RefCell;", "use std::rc::Rc;"))
    return None if uses is None else [*pieces, *uses]


def _of_import(name: Node) -> bool:
    return around(name, "use_declaration") is not None


def _counted(cell: Node) -> bool:
    """Whether a `RefCell` stands in `Rc<RefCell<..>>` or `Rc::new(RefCell::new(..))`."""
    generic = cell.parent
    if generic is not None and generic.type == "generic_type":
        outer = generic.parent.parent if generic.parent is not None else None
        return outer is not None and _head(outer, "type") in _COUNTING
    path = generic if generic is not None and node_text(generic) == "RefCell::new" else None
    call = path.parent if path is not None else None
    outer = call.parent.parent if call is not None and call.parent is not None else None
    return outer is not None and _head(outer, "function") in tuple(f"{name}::new" for name in _COUNTING)


def _head(node: Node, field: str) -> str:
    head = node.child_by_field_name(field)
    return node_text(head) if head is not None else ""


def _of_receiver(root: Node) -> list[Piece] | None:
    """What a program says with a `Mutex` around the one receiver that it counts."""
    wrapped = [
        given.named_children[0]
        for call in walk(root)
        if call.type == "call_expression" and _head(call, "function") == "Arc::new"
        if (given := call.child_by_field_name("arguments")) is not None and len(given.named_children) == 1
        if given.named_children[0].type == "identifier" and _is_receiver(given.named_children[0])
    ]
    if len(wrapped) != 1:
        return None
    pieces = [instead(wrapped[0], f"Mutex::new({node_text(wrapped[0])})")]
    for kind in walk(root):
        if kind.type == "generic_type" and re.match(r"(?:mpsc::)?Receiver<", node_text(kind)):
            outer = kind.parent.parent if kind.parent is not None else None
            if outer is not None and _head(outer, "type") == "Arc":
                pieces.append(instead(kind, f"Mutex<{node_text(kind)}>"))
    for call in walk(root):
        function = call.child_by_field_name("function") if call.type == "call_expression" else None
        method = function.child_by_field_name("field") if function is not None else None
        owner = function.child_by_field_name("value") if function is not None else None
        if method is not None and owner is not None and node_text(method) in _RECEIVING:
            if waits(method):
                return None
            pieces += [after(owner, ".lock().unwrap()"), *_let_go(call, root)]
    uses = imported(root, {"Arc", "Mutex"}, ())
    return None if uses is None else [*pieces, *uses]


def _let_go(call: Node, root: Node) -> Iterator[Piece]:
    """What ends a lock before a message is dealt with that a pattern takes apart: else no other thread gets one
    meanwhile."""
    taking = around(call, "let_condition", "match_expression", "block")
    value = taking.child_by_field_name("value") if taking is not None and taking.type != "block" else None
    works = any(one.type in _WORKING and one.start_byte > call.end_byte for one in walk(statement_of(call)))
    if value is not None and works and value.start_byte <= call.start_byte < value.end_byte:
        line = node_text(root).split("\n")[value.start_point.row]
        indent = line[: len(line) - len(line.lstrip())]
        yield before(value, f"{{\n{indent}    let next = ")
        yield after(value, f";\n{indent}    next\n{indent}}}")


def _is_receiver(use: Node) -> bool:
    """Whether a name is the second that a channel gives."""
    block, name = use.parent, node_text(use)
    while block is not None and block.type != "function_item":
        block = block.parent
    for one in walk(block):
        pattern, value = one.child_by_field_name("pattern"), one.child_by_field_name("value")
        if (
            one.type == "let_declaration"
            and pattern is not None
            and pattern.type == "tuple_pattern"
            and pattern.named_children
        ):
            second = pattern.named_children[-1]
            if (
                value is not None
                and node_text(second) == name
                and re.search(r"\b(?:sync_)?channel\b", node_text(value))
            ):
                return True
    return False
