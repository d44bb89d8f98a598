"""A field or a method that is looked for on a cell or a lock (E0609, E0616, E0599), and that the value in it has: the
value is borrowed first. Of methods rustc says so itself where no reference and no `Arc` is between. A lock that is
borrowed as the cell was which it has replaced is locked.

unit.name                               unit.borrow().name
total.count += 1                        total.lock().unwrap().count += 1
jobs.push(job)                          jobs.lock().unwrap().push(job)
books.borrow_mut().post(3)              books.lock().unwrap().post(3)

A borrow lasts as long as its statement: one that names the same cell again would wait for its own lock, or fail; so may
one that calls what borrows or locks by itself (`asked_meanwhile.py`), or waits for others.
"""

import re
from collections.abc import Iterator, Sequence

from tree_sitter import Node

from sleepy_coder.repairs.ownership.asked_meanwhile import asked_meanwhile, headers, kept_guards, temporary_scope
from sleepy_coder.repairs.ownership.locking import Borrow, asked_once, lasting, times_named, waits
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import bare, defined, field_text, members, methods, only, receiver
from sleepy_coder.rust.items import node_text, parse
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
_BORROWS = (".borrow()", ".borrow_mut()", ".lock()", ".read()", ".write()")
_OF_CELL = re.compile(r" found for struct `(?:\w+::)*(?:RefCell|Mutex|RwLock)<")
_LOCKED = re.compile(
    r"^no method named `(?P<method>borrow|borrow_mut)` found for .*?`[&\s]*(?:mut )?(?:(?:\w+::)*(?:Rc|Arc|Box)<)?"
    r"(?:\w+::)*(?P<lock>Mutex|RwLock)<[^`]*` in the current scope$"
)
_HELD = re.compile(r"\b(?:Mutex|RwLock)<(?:\w+::)*(\w+)")
_LOCKS = {
    ("Mutex", "borrow"): "lock().unwrap()",
    ("Mutex", "borrow_mut"): "lock().unwrap()",
    ("RwLock", "borrow"): "read().unwrap()",
    ("RwLock", "borrow_mut"): "write().unwrap()",
}


def cells(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The borrow that the field or the method is to be had through, to be written where it is."""
    if error.code == "E0599":
        yield from _called(error, span, tree)
        yield from _locked(error, span, tree)
    missing = _MISSING.match(error.message) if error.code == "E0609" else None
    private = _PRIVATE.match(error.message) if error.code == "E0616" else None
    said = missing or private
    access = around(value_at(tree, span), "field_expression") if said is not None else None
    owner = access.child_by_field_name("value") if access is not None else None
    if said is None or access is None or owner is None or (missing is not None and not _has(missing, tree)):
        return
    borrow = (_WRITTEN if is_changed(access, tree) else _READ)[said["cell"]]
    alone = _alone(access, owner, tree, shared=said["cell"] == "RefCell")
    if alone and not asked_meanwhile(access, borrow, tree):
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
    if not known and defined(tree, kind, "struct_item", "enum_item", "trait_item"):
        return
    changes = any(receiver(one) == "&mut self" for one in known) if known else method in _CHANGING
    borrow, named = (_WRITTEN if changes else _READ)[lacking["cell"]], access.child_by_field_name("field")
    waiting = named is None or waits(named)
    if _alone(access, owner, tree, shared=False) and not waiting and not asked_meanwhile(access, borrow, tree):
        yield f"borrow what the `{lacking['cell']}` holds", rewritten(tree, span.file, [after(owner, borrow)])


def waits_for_itself(error: Diagnostic, edits: Sequence[Edit], tree: SourceTree) -> bool:
    """Whether the borrow that edits put before a method would wait for another one of its own statement, or fail."""
    span = error.primary if error.code == "E0599" and _OF_CELL.search(error.message) else None
    added = next((one for one in _BORROWS for edit in edits if edit.new.count(one) > edit.old.count(one)), None)
    access = around(value_at(tree, span), "field_expression") if span is not None and span.file in tree.files else None
    owner = access.child_by_field_name("value") if access is not None else None
    if added is None or access is None or owner is None:
        return False
    alone = _alone(access, owner, tree, shared=added == ".borrow()")
    return not alone or asked_meanwhile(access, added, tree)


def _locked(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The lock in the place of a borrow. What was borrowed twice to be read would wait for its own lock."""
    said = _LOCKED.match(error.message)
    method = value_at(tree, span) if said is not None else None
    access = method.parent if method is not None else None
    call = access.parent if access is not None else None
    given = call.child_by_field_name("arguments") if call is not None and call.type == "call_expression" else None
    owner = access.child_by_field_name("value") if access is not None else None
    if said is None or method is None or owner is None or given is None or node_text(given) != "()":
        return
    function = around(method, "function_item")
    once = times_named(lasting(method), owner) == 1 and not _kept(owner, lasting(method), function)
    if once and (said["method"] == "borrow_mut" or asked_once(Borrow(method, given), _others(tree))):
        piece = (method.start_point, given.end_point, _LOCKS[said["lock"], said["method"]])
        yield f"lock the `{said['lock']}`", rewritten(tree, span.file, [piece])


def _others(tree: SourceTree) -> frozenset[str]:
    """The functions of the tree but the methods of what locks hold, which does not know of its lock."""
    texts = [text for file, text in tree.files.items() if file.endswith(".rs")]
    held = {name for text in texts for name in _HELD.findall(text)}
    own = {(field_text(one, "name"), node_text(one)) for name in held for one in methods(tree, name)}
    free = {name for name, text in own if not re.search(r"\b(?:Mutex|RwLock|lock|read|write)\b", text)}
    nodes = (one for text in texts for one in walk(parse(text)))
    return frozenset(field_text(one, "name") for one in nodes if one.type == "function_item") - free


def _kept(owner: Node, parts: list[Node], function: Node | None) -> bool:
    """Whether a guard of the same lock has a name in another part of the function."""
    return kept_guards(owner, function) > sum(kept_guards(owner, one) for one in parts)


def _alone(access: Node, owner: Node, tree: SourceTree, *, shared: bool) -> bool:
    """Whether nothing else in the statement, nor a guard that has a name, borrows the same cell; to read it several
    times at once may be `shared`."""
    statement, function = temporary_scope(access), around(access, "function_item")
    if kept_guards(owner, function) or times_named(headers(access), owner):
        return False
    if times_named([statement], owner) == 1:
        return True
    writes = any(is_changed(one, tree) for one in walk(statement) if one.type == "field_expression")
    changes = writes or re.search(r"\bborrow_mut\b|&mut\b", node_text(statement)) is not None
    return shared and not changes


def is_changed(place: Node, tree: SourceTree) -> bool:
    """Whether something is assigned to a place or a part of it, lent to be changed or changed by a method."""
    if _is_written(place):
        return True
    while place.parent is not None and place.parent.type in ("field_expression", "index_expression"):
        if place.parent.named_children[0] != place:
            return False
        place = place.parent
    called = place.parent is not None and place.parent.type == "call_expression"
    name = field_text(place, "field") if called else ""
    own = [receiver(function) for _, function in defined(tree, name, "function_item")] if name else []
    return "&mut self" in own if own else name in _CHANGING


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
