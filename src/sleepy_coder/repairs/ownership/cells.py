"""A field that is looked for on a cell or a lock (E0609), and that the value in it has: the value is borrowed first.

unit.name                               unit.borrow().name
total.count += 1                        total.lock().unwrap().count += 1

A borrow lasts as long as its statement: one that names the same cell again would wait for its own lock, or fail.
"""

import re
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.repairs.ownership.locking import statement_of, times_named
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import bare, field_text, members, only
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, value_at
from sleepy_coder.rust.rewritten import after, rewritten
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_MISSING = re.compile(
    r"^no field `(?P<field>\w+)` on type `[&\s]*(?:mut )?(?:(?:\w+::)*(?:Rc|Arc|Box)<)?"
    r"(?:\w+::)*(?P<cell>RefCell|Mutex|RwLock)<(?P<held>[^<>]+(?:<.*>)?)>+`$"
)
_READ = {"RefCell": ".borrow()", "Mutex": ".lock().unwrap()", "RwLock": ".read().unwrap()"}
_WRITTEN = {**_READ, "RefCell": ".borrow_mut()", "RwLock": ".write().unwrap()"}


def cells(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The borrow that the field is to be had through, to be written where it is."""
    missing = _MISSING.match(error.message) if error.code == "E0609" else None
    access = around(value_at(tree, span), "field_expression") if missing is not None else None
    owner = access.child_by_field_name("value") if access is not None else None
    home = only(tree, bare(missing["held"]), "struct_item", "union_item") if missing is not None else None
    if missing is None or access is None or owner is None or home is None:
        return
    alone = _alone(access, owner, shared=missing["cell"] == "RefCell")
    if alone and any(field_text(one, "name") == missing["field"] for one in members(home[1])):
        borrow = (_WRITTEN if _is_written(access) else _READ)[missing["cell"]]
        yield f"borrow what the `{missing['cell']}` holds", rewritten(tree, span.file, [after(owner, borrow)])


def _alone(access: Node, owner: Node, *, shared: bool) -> bool:
    """Whether nothing else in the statement, nor a guard that has a name, borrows the same cell; to read it several
    times at once may be `shared`."""
    statement, function = statement_of(access), around(access, "function_item")
    kept = re.compile(
        rf"=\s*{re.escape(node_text(owner))}\.(?:lock|read|write|borrow|borrow_mut)\(\)(?:\.unwrap\(\))?;"
    )
    if function is not None and kept.search(node_text(function)):
        return False
    writes = any(_is_written(one) for one in walk(statement) if one.type == "field_expression")
    changes = writes or re.search(r"\bborrow_mut\b|&mut\b", node_text(statement)) is not None
    return times_named([statement], owner) == 1 or (shared and not changes)


def _is_written(place: Node) -> bool:
    """Whether something is assigned to a place or a part of it, or it is lent to be changed."""
    node = place
    while (parent := node.parent) is not None:
        if parent.type in ("assignment_expression", "compound_assignment_expr"):
            return parent.child_by_field_name("left") == node
        if parent.type == "reference_expression":
            return any(child.type == "mutable_specifier" for child in parent.children)
        if parent.type not in ("field_expression", "index_expression", "parenthesized_expression"):
            return False
        if parent.type == "index_expression" and parent.named_children[0] != node:
            return False
        node = parent
    return False
