"""Strong and weak pointers in each other's place (E0308): a `Weak` is made of an `Rc` by `downgrade`, and asked for
one by `upgrade`; so it is for a member of what it points to (E0599, E0609). Not in a loop or a closure, which may well
meet a pointer to what is gone."""

import re
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import bare, field_text, members, methods, only
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, covered, node_at, value_at
from sleepy_coder.rust.rewritten import after, rewritten, written_over
from sleepy_coder.rust.source import Edit, SourceTree

_PATH = r"(?:\w+::)*"
_WEAK_WANTED = re.compile(rf"^expected `{_PATH}Weak<(?P<held>.+)>`, found `{_PATH}(?P<strong>Rc|Arc)<(?P<given>.+)>`$")
_OPTION_FOUND = re.compile(r", found `Option<_>`$")
_OF_WEAK = re.compile(rf"^this expression has type `&*(?:{_PATH}(?:Ref|MutexGuard)<'_, )?&*{_PATH}Weak<")
_HELD = rf"`&*(?:{_PATH}Ref<'_, )?{_PATH}Weak<(?P<held>[^`]+?)>+`$"
_METHOD = re.compile(r"^no method named `(?P<name>\w+)` found for ")
_METHOD_OF = re.compile(rf"^method not found in {_HELD}")
_FIELD = re.compile(rf"^no field `(?P<name>\w+)` on type {_HELD}")
_OF_CELL = {
    "RefCell": ("borrow", "borrow_mut"),
    "Cell": ("get", "set"),
    "Mutex": ("lock",),
    "RwLock": ("read", "write"),
}
_MANY = ("for_expression", "closure_expression", "while_expression", "loop_expression")
_PLAIN = ("identifier", "self", "field_expression", "index_expression")


def downgraded(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """`Rc::downgrade` of what is given; `.upgrade()` behind what is matched with `Some` and `None`."""
    yield from _upgraded(error, span, tree)
    label = span.label or ""
    weak = _WEAK_WANTED.match(label) if error.code == "E0308" else None
    if weak is not None:
        value = covered(value_at(tree, span), span)
        if value is None:
            return
        given = _strong(value)
        for pointer in (given, f"&{given}") if given is not None else ():
            new = f"{weak['strong']}::downgrade({pointer})"
            yield f"downgrade the `{weak['strong']}`", written_over(tree, span.file, value, new)
    elif error.code == "E0308" and _OPTION_FOUND.search(label):
        for matched in error.spans:
            place = covered(node_at(tree, matched), matched) if _OF_WEAK.match(matched.label or "") else None
            inner = place.named_children[0] if place is not None and node_text(place).startswith("*") else place
            if place is not None and inner is not None and inner.type in (*_PLAIN, "call_expression"):
                yield "upgrade it", written_over(tree, matched.file, place, f"{node_text(inner)}.upgrade()")


def _upgraded(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """`.upgrade()` before a member that what it points to has; where the function gives an Option, with `?`."""
    method = error.code == "E0599"
    said = (_METHOD if method else _FIELD).match(error.message) if method or error.code == "E0609" else None
    weak = _METHOD_OF.match(span.label or "") if method else said
    access = around(value_at(tree, span), "field_expression") if said is not None else None
    owner = access.child_by_field_name("value") if access is not None else None
    if said is None or weak is None or owner is None or owner.type not in _PLAIN:
        return
    kind, function = bare(weak["held"]), around(owner, "function_item", *_MANY)
    known = {field_text(one, "name") for one in methods(tree, kind)} if method else set()
    home = only(tree, kind, "struct_item") if not method else None
    known |= {field_text(one, "name") for one in members(home[1])} if home is not None else set()
    if said["name"] in (*known, *_OF_CELL.get(kind, ())) and function is not None and function.type == "function_item":
        optional = re.match(r"(?:\w+::)*Option<", field_text(function, "return_type")) is not None
        end = ".upgrade()?" if optional else ".upgrade().unwrap()"
        yield "upgrade it", rewritten(tree, span.file, [after(owner, end)])


def _strong(value: Node) -> str | None:
    """The pointer that is given, or that a clone is given of."""
    if value.type in _PLAIN:
        return node_text(value)
    function, given = value.child_by_field_name("function"), value.child_by_field_name("arguments")
    if value.type != "call_expression" or function is None or given is None:
        return None
    if function.type == "scoped_identifier" and len(given.named_children) == 1:
        return node_text(given.named_children[0]) if node_text(function) in ("Rc::clone", "Arc::clone") else None
    method, pointer = function.child_by_field_name("field"), function.child_by_field_name("value")
    cloned = method is not None and node_text(method) == "clone" and not given.named_children
    return node_text(pointer) if cloned and pointer is not None and pointer.type in _PLAIN else None
