"""What is looked up in an owner and still read when the owner has been given away (E0505) or changed (E0502): a copy of
it is kept, which is what the reference would have gone on to show.

    let last = self.entries.last()?;              let last = self.entries.last()?.clone();
    self.entries.push(Entry::after(last));        self.entries.push(Entry::after(&last));
    if let Some(user) = self.users.get(id) {      if let Some(user) = self.users.get(id).cloned() {
        self.log(&user.name);                         self.log(&user.name);

An owner may get more elements meanwhile, or change by a method that does not touch what was looked up. Not where the
same key gets another value, nor where a loop adds and reads, nor where what was looked up depends on all elements, as
the last one, and what is added is not made of it: what is meant may be what was added last. Nor where the owner is
given to a function that changes it.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tree_sitter import Node

from sleepy_coder.repairs.ownership.interior import has_cells
from sleepy_coder.repairs.ownership.read_before_moved import is_changed_by_call
from sleepy_coder.repairs.ownership.read_elements import reads
from sleepy_coder.repairs.ownership.touched_fields import own_method, touched_fields
from sleepy_coder.repairs.types.chains import method_of, next_call
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import bare, defined, field_text, members, only, receiver
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.rewritten import after, apart, before, instead
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_BORROWED = {
    "E0505": re.compile(r"^borrow of `.+` occurs here$"),
    "E0502": re.compile(r"^immutable borrow occurs here$"),
}
_BINDING = ("let_declaration", "let_condition")
_OUTER = (*_BINDING, "block", "closure_expression", "function_item")
_LOOPS = ("for_expression", "while_expression", "loop_expression")
_ASSIGNING = ("assignment_expression", "compound_assignment_expr")
_ADDING = frozenset(("push", "push_back", "push_front", "extend", "extend_from_slice", "insert", "reserve"))
_STANDARD = re.compile(r"(?:\w+::)*(?:Vec|VecDeque|(?:Hash|BTree)(?:Map|Set)|String)\b")
_SOME = re.compile(r"Some\((\w+)\)")
_OF_REFERENCES = ("clone()", "to_owned()")
_OF_OPTIONS = ("copied()", "cloned()")
_KEYED = frozenset(("get", "get_key_value", "first"))
_UNWRAPPING = re.compile(r"unwrap\w*|expect")


class _Lookup(NamedTuple):
    """What binds a name to a reference, the place that it is looked up in, and where the name is known."""

    binding: Node
    place: Node
    name: str
    scope: Node
    optional: bool


def kept_lookups(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Sequence[Edit]]]:
    """A copy behind the lookup: what can be copied needs no clone."""
    borrowed = _BORROWED.get(error.code or "")
    spans = [one for one in error.spans if borrowed is not None and borrowed.match(one.label or "")]
    for one in spans if not has_cells(tree) else ():
        if one.is_primary or one.file != span.file:
            continue
        lookup = _lookup(node_at(tree, one))
        if lookup is None or not (_stays(lookup, tree) if error.code == "E0502" else _is_left_alone(span, tree)):
            continue
        value = lookup.binding.child_by_field_name("value")
        if value is None:
            continue
        plain = [instead(outer, lookup.name) for outer in _dereferenced(lookup)]
        if not lookup.optional:
            yield "keep a copy of it", apart(tree, span.file, [before(value, "*"), *plain])
        for call in _calls(lookup, value):
            yield "keep a copy of it", apart(tree, span.file, [after(value, next_call(value, call)), *plain])


def _calls(lookup: _Lookup, value: Node) -> tuple[str, ...]:
    """What makes an owner of what is looked up: of a name alone nothing says whether it is an Option."""
    method = method_of(value)
    unwrapped = value.type == "try_expression" or (method is not None and _UNWRAPPING.fullmatch(node_text(method)))
    if lookup.optional:
        return _OF_OPTIONS
    return _OF_REFERENCES if unwrapped else (*_OF_REFERENCES, *_OF_OPTIONS)


def _is_left_alone(span: Span, tree: SourceTree) -> bool:
    """Whether the owner is not given to what would change it, and with it what was looked up."""
    moved = node_at(tree, span)
    return moved is None or not is_changed_by_call(moved, tree)


def _lookup(node: Node | None) -> _Lookup | None:
    binding = around(node, *_OUTER)
    value, pattern = field_text(binding, "value"), field_text(binding, "pattern")
    if binding is None or binding.type not in _BINDING or binding.child_by_field_name("type") is not None:
        return None
    some = _SOME.fullmatch(pattern)
    scope = binding.parent if binding.type == "let_declaration" else _branch(binding)
    place = _root(binding.child_by_field_name("value"))
    if place is None or scope is None or node is None or not value or not _begins(place, node):
        return None
    name = some[1] if some is not None else pattern
    plain = binding.type == "let_declaration" and pattern.isidentifier()
    return _Lookup(binding, place, name, scope, some is not None) if plain or some is not None else None


def _branch(condition: Node) -> Node | None:
    """The block that knows what a condition binds."""
    outer = around(condition, "if_expression", "while_expression", "block")
    return outer.child_by_field_name("consequence") if outer is not None and outer.type == "if_expression" else None


def _root(value: Node | None) -> Node | None:
    """The place that the first method of a chain is called of."""
    called = False
    while value is not None and value.type in ("call_expression", "try_expression"):
        if value.type == "try_expression":
            value = value.named_children[0]
            continue
        method = method_of(value)
        value = method.parent.child_by_field_name("value") if method is not None and method.parent is not None else None
        called = True
    plain = value is not None and all(
        one.type in ("identifier", "self", "field_identifier", "field_expression")
        for one in walk(value)
        if one.is_named
    )
    return value if called and plain else None


def _begins(place: Node, node: Node) -> bool:
    return place.start_byte <= node.start_byte < place.end_byte


def _dereferenced(lookup: _Lookup) -> Iterator[Node]:
    """Where the name is written as `*name`: what is no longer a reference is not."""
    for one in walk(lookup.scope):
        text = node_text(one) if one.type == "unary_expression" else ""
        if text == f"*{lookup.name}" and one.start_byte >= lookup.binding.end_byte:
            yield one


def _stays(lookup: _Lookup, tree: SourceTree) -> bool:
    """Whether nothing changes what was looked up before it is read for the last time."""
    base, _, field = _path(lookup.place)
    fields = _fields(lookup, tree) if not field else frozenset((field,))
    last = _last_use(lookup)
    if fields is None:
        return False
    owners = (one for one in walk(lookup.scope) if one.type in ("identifier", "self") and node_text(one) == base)
    between = (one for one in owners if lookup.binding.end_byte <= one.start_byte < last)
    return all(_keeps(one, lookup, fields, last, tree) for one in between)


def _path(place: Node) -> tuple[str, str, str]:
    """The variable of a place, and the first field of it, if one is named."""
    base, dot, rest = "".join(node_text(place).split()).partition(".")
    return base, dot, rest.partition(".")[0].partition("[")[0]


def _fields(lookup: _Lookup, tree: SourceTree) -> frozenset[str] | None:
    """The fields that are looked into by a method of the owner itself; none said for all of a local."""
    if node_text(lookup.place) != "self":
        return frozenset()
    access = lookup.place.parent
    method = own_method(lookup.place, field_text(access, "field"), tree)
    return touched_fields(method, tree) if method is not None and receiver(method) == "&self" else None


def _last_use(lookup: _Lookup) -> int:
    """Where the name is written for the last time, also in a text that shows it."""
    found = re.finditer(rf"(?<![\w.]){lookup.name}\b".encode(), node_text(lookup.scope).encode())
    return max((lookup.scope.start_byte + one.start() for one in found), default=0)


def _keeps(base: Node, lookup: _Lookup, fields: frozenset[str], last: int, tree: SourceTree) -> bool:
    """Whether what is done with the owner, or a part of it, leaves alone what was looked up."""
    place = base
    while (outer := place.parent) is not None and outer.type in ("field_expression", "index_expression"):
        if outer.named_children[0] != place or _is_called(outer):
            break
        place = outer
    parent = place.parent
    field = _path(place)[2]
    if parent is None or parent.type == "token_tree" or (field and fields and field not in fields):
        return True
    if parent.type == "field_expression" and _is_called(parent):
        return _kept_by(parent, place, lookup, fields, last, tree)
    if parent.type in _ASSIGNING:
        return parent.child_by_field_name("left") != place
    if parent.type == "reference_expression":
        return not any(child.type == "mutable_specifier" for child in parent.children)
    return parent.type != "arguments" or place.type == "index_expression"


def _is_called(access: Node) -> bool:
    call = access.parent
    return call is not None and call.type == "call_expression" and call.child_by_field_name("function") == access


def _kept_by(access: Node, place: Node, lookup: _Lookup, fields: frozenset[str], last: int, tree: SourceTree) -> bool:
    """The same for a method that is called."""
    name = field_text(access, "field")
    own = own_method(place, name, tree) if node_text(place) == "self" else None
    if own is not None:
        touched = touched_fields(own, tree) if receiver(own) != "&self" else frozenset[str]()
        return touched is not None and touched.isdisjoint(fields)
    if node_text(place) == "self":
        return False
    if reads(name, tree):
        return True
    same = node_text(place) == node_text(lookup.place) or node_text(lookup.place) == "self"
    adds = name in _ADDING and _is_collection(place, name, tree)
    sure = _looked_by(lookup) in _KEYED or _is_given(access, lookup)
    return same and adds and sure and not _in_loop(access, lookup, last) and not _is_same_key(access, lookup)


def _looked_by(lookup: _Lookup) -> str:
    """The method of the owner that looks up."""
    return field_text(lookup.place.parent, "field")


def _is_given(access: Node, lookup: _Lookup) -> bool:
    """Whether what is added is made of what was looked up, which so is what there was before."""
    given = field_text(access.parent, "arguments")
    return re.search(rf"(?<![\w.]){lookup.name}\b", given) is not None


def _is_collection(place: Node, method: str, tree: SourceTree) -> bool:
    """Whether a method of the standard library is called, rather than one of the tree that is named like it."""
    if not defined(tree, method, "function_item", "function_signature_item"):
        return True
    home = only(tree, bare(field_text(around(place, "impl_item"), "type")), "struct_item")
    base, _, field = _path(place)
    known = [field_text(one, "type") for one in members(home[1]) if field_text(one, "name") == field] if home else []
    return base == "self" and any(_STANDARD.match(kind) for kind in known)


def _in_loop(access: Node, lookup: _Lookup, last: int) -> bool:
    """Whether a loop that begins behind the lookup adds, and reads what was looked up."""
    loop = around(access, *_LOOPS)
    while loop is not None and loop.start_byte >= lookup.binding.end_byte:
        if re.search(rf"(?<![\w.]){lookup.name}\b", node_text(loop)) or last < loop.end_byte:
            return True
        loop = around(loop.parent, *_LOOPS)
    return False


def _is_same_key(access: Node, lookup: _Lookup) -> bool:
    """Whether the key that gets a value is the one that was looked up."""
    call, looked = access.parent, lookup.place.parent.parent if lookup.place.parent is not None else None
    given = [one.child_by_field_name("arguments") for one in (call, looked) if one is not None]
    keys = [node_text(one.named_children[0]).lstrip("&*") for one in given if one is not None and one.named_children]
    bare = [re.sub(r"\.(?:clone|to_string|to_owned|into)\(\)$", "", key) for key in keys]
    return len(bare) == 2 and bare[0] == bare[1]
