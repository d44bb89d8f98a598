"""A field or a method that is looked for on a cell or a lock (E0609, E0616, E0599), and that the value in it has: the
value is borrowed first. Of methods rustc says so itself where no reference and no `Arc` is between.

unit.name                               unit.borrow().name
total.count += 1                        total.lock().unwrap().count += 1
jobs.push(job)                          jobs.lock().unwrap().push(job)

A borrow lasts as long as its statement: one that names the same cell again would wait for its own lock, or fail; so may
one that calls what the program defines, or waits for others.
"""

import re
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.repairs.ownership.locking import defined, statement_of, times_named, waits
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import bare, field_text, members, methods, only, receiver
from sleepy_coder.rust.homes import defined as defined_types
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, value_at
from sleepy_coder.rust.rewritten import after, rewritten
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_MISSING = re.compile(
    r"^no field `(?P<field>\w+)` on type `[&\s]*(?:mut )?(?:(?:\w+::)*(?:Rc|Arc|Box)<)?"
    r"(?:\w+::)*(?P<cell>RefCell|Mutex|RwLock)<(?P<held>[^<>]+(?:<.*>)?)>+`$"
)
_LACKING = re.compile(
    r"^(?:no method named `\w+` found for (?:reference|struct) )?"
    r"`(?:&(?:'\w+ )?(?:mut )?|(?:\w+::)*(?:Rc|Arc|Box)<)+"
    r"(?:\w+::)*(?P<cell>RefCell|Mutex|RwLock)<(?P<held>[^<>]+(?:<.*>)?)>+`"
    r"(?: in the current scope| is not an iterator)$"
)
_PRIVATE = re.compile(r"^field `(?P<field>\w+)` of struct `(?P<cell>RefCell|Mutex|RwLock)` is private$")
"""What is looked for has the name of a field of the cell's own."""
_CHANGING = frozenset(
    (
        *("append", "clear", "dedup", "drain", "entry", "extend", "extend_from_slice", "get_mut", "insert", "iter_mut"),
        *("pop", "pop_back", "pop_first", "pop_front", "pop_last", "push", "push_back", "push_front", "push_str"),
        *("remove", "resize", "retain", "reverse", "sort", "sort_by", "sort_by_key", "sort_unstable", "swap", "take"),
        *("truncate", "values_mut"),
    )
)
"""Methods of collections, texts and Options that need them to be written."""
_READ = {"RefCell": ".borrow()", "Mutex": ".lock().unwrap()", "RwLock": ".read().unwrap()"}
_WRITTEN = {**_READ, "RefCell": ".borrow_mut()", "RwLock": ".write().unwrap()"}


def cells(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The borrow that the field or the method is to be had through, to be written where it is."""
    if error.code == "E0599":
        yield from _called(error, span, tree)
    missing = _MISSING.match(error.message) if error.code == "E0609" else None
    private = _PRIVATE.match(error.message) if error.code == "E0616" else None
    said = missing or private
    access = around(value_at(tree, span), "field_expression") if said is not None else None
    owner = access.child_by_field_name("value") if access is not None else None
    if said is None or access is None or owner is None or (missing is not None and not _has(missing, tree)):
        return
    if _alone(access, owner, shared=said["cell"] == "RefCell"):
        borrow = (_WRITTEN if _is_written(access) else _READ)[said["cell"]]
        yield f"borrow what the `{said['cell']}` holds", rewritten(tree, span.file, [after(owner, borrow)])


def _has(missing: re.Match[str], tree: SourceTree) -> bool:
    """Whether the type that a cell holds has a field."""
    home = only(tree, bare(missing["held"]), "struct_item", "union_item")
    return home is not None and any(field_text(one, "name") == missing["field"] for one in members(home[1]))


def _called(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The borrow before a method."""
    lacking = _LACKING.match(error.message)
    access = around(value_at(tree, span), "field_expression") if lacking is not None else None
    owner = access.child_by_field_name("value") if access is not None else None
    if lacking is None or access is None or owner is None or owner.type not in ("identifier", "field_expression"):
        return
    kind, method = bare(lacking["held"]), field_text(access, "field")
    known = [one for one in methods(tree, kind) if field_text(one, "name") == method]
    if not known and defined_types(tree, kind, "struct_item", "enum_item", "trait_item"):
        return
    changes = any(receiver(one) == "&mut self" for one in known) if known else method in _CHANGING
    named = access.child_by_field_name("field")
    if _alone(access, owner, shared=False) and not _calls_own(access) and named is not None and not waits(named):
        borrow = (_WRITTEN if changes else _READ)[lacking["cell"]]
        yield f"borrow what the `{lacking['cell']}` holds", rewritten(tree, span.file, [after(owner, borrow)])


def _calls_own(access: Node) -> bool:
    """Whether the statement of a borrow names a function or closure that the program defines, but a type's own."""
    root = access
    while root.parent is not None:
        root = root.parent
    own, statement = defined(root), statement_of(access)
    named = (one for one in walk(statement) if one.type in ("identifier", "field_identifier"))
    others = (one for one in named if one.parent != access and node_text(one) in own)
    return any(one.parent is None or one.parent.type != "scoped_identifier" for one in others)


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
