"""A collection that is filled under a name which no local has (E0425), where exactly one local is such a collection,
`mut`, and never filled: it has been renamed.

    let mut ahead = VecDeque::from([start]);        let mut ahead = VecDeque::from([start]);
    while let Some(at) = ahead.pop_front() {        while let Some(at) = ahead.pop_front() {
        queue.push_back(at + 1);                        ahead.push_back(at + 1);

A local that something is added to already, or that others may add to, needs no other. Not where what has just been
taken out of it is added, nor where a parameter or a field of `self` may be meant as well.
"""

import re
from collections.abc import Iterator, Sequence

from tree_sitter import Node

from sleepy_coder.rust.bindings import bound_to
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import arguments_of, bare, field_text, members, only, receiver
from sleepy_coder.rust.items import COMMENTS, node_text
from sleepy_coder.rust.nodes import around, value_at
from sleepy_coder.rust.rewritten import apart, instead
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_UNKNOWN = re.compile(r"^cannot find value `(\w+)` in this scope$")
_LISTS, _TEXTS = frozenset(("Vec", "BinaryHeap")), frozenset(("String",))
_QUEUES = frozenset(("VecDeque", "LinkedList"))
_MAPS, _SETS = frozenset(("HashMap", "BTreeMap")), frozenset(("HashSet", "BTreeSet"))
_FILLING = {
    "push": _LISTS | _TEXTS,
    "push_str": _TEXTS,
    "push_back": _QUEUES,
    "push_front": _QUEUES,
    "insert": _MAPS | _SETS | _LISTS | _TEXTS,
    "entry": _MAPS,
    "extend": _LISTS | _QUEUES | _TEXTS | _MAPS | _SETS,
    "append": _LISTS | _QUEUES | _MAPS | _SETS,
}
"""Methods that add to a collection, and which collections have them."""
_MADE = re.compile(r"(?:\w+::)*(?P<kind>[A-Z]\w*)(?:::<.*>)?::\w+\(|(?P<list>vec)!")


def renamed_locals(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Sequence[Edit]]]:
    """The local's name in all places of the old one."""
    unknown = _UNKNOWN.match(error.message) if error.code == "E0425" and not error.replaced else None
    use = value_at(tree, span) if unknown is not None else None
    function = around(use, "function_item")
    if unknown is None or use is None or function is None:
        return
    old = [one for one in walk(function) if one.type == "identifier" and node_text(one) == unknown[1]]
    if not old:  # it is named in texts alone
        return
    methods = {_filled_by(one) for one in old}
    kinds = frozenset.intersection(*(_FILLING.get(method, frozenset()) for method in methods))
    fitting = [name for name, kind in _unfilled(use, function) if kind in kinds]
    others = _parameters(function) + _fields(function, tree)
    if len(fitting) == 1 and not kinds.intersection(others) and not any(_came_from(one, fitting[0]) for one in old):
        yield f"call it `{fitting[0]}`", apart(tree, span.file, [instead(one, fitting[0]) for one in old])


def _filled_by(place: Node) -> str:
    """The method that is called on a local; '' where it is something else."""
    member = place.parent
    called = member is not None and member.parent is not None and member.parent.type == "call_expression"
    owner = member is not None and member.type == "field_expression" and member.child_by_field_name("value") == place
    return field_text(member, "field") if called and owner else ""


def _unfilled(use: Node, function: Node) -> Iterator[tuple[str, str]]:
    """The locals that a place may see, `mut`, that nothing is added to, with the collection that each is."""
    for let in (one for one in walk(function) if one.type == "let_declaration" and one.end_byte <= use.start_byte):
        name, block = field_text(let, "pattern"), let.parent
        mutable = any(one.type == "mutable_specifier" for one in let.children)
        if not mutable or not name.isidentifier() or block is None or block.end_byte < use.end_byte:
            continue
        places = [one for one in walk(function) if one.type == "identifier" and node_text(one) == name]
        if not any(_filled_by(one) in _FILLING or _handed_on(one) for one in places):
            yield name, _kind(let)


def _parameters(function: Node) -> list[str]:
    """The collections that a function is lent to fill."""
    types = [field_text(one, "type") for one in arguments_of(function)]
    return [bare(one) for one in types if re.match(r"&\s*(?:'\w+\s+)?mut\b", one)]


def _fields(function: Node, tree: SourceTree) -> list[str]:
    """The types of the fields that a method may change."""
    block = around(function, "impl_item")
    own = only(tree, bare(field_text(block, "type")), "struct_item") if "mut" in receiver(function) else None
    return [bare(field_text(one, "type")) for one in members(own[1])] if own is not None else []


def _came_from(place: Node, name: str) -> bool:
    """Whether what is added at a place is what has been taken out of a local, which might never end."""
    call = around(place, "call_expression")
    given = call.child_by_field_name("arguments") if call is not None else None
    parts = [one for one in given.named_children if one.type not in COMMENTS] if given is not None else []
    parts = [inner for one in parts for inner in (one.named_children if one.type == "tuple_expression" else [one])]
    taken = (bound_to(one, node_text(one).removesuffix(".clone()")) for one in parts)
    return bool(parts) and all(one is not None and re.match(rf"{name}\s*\.\s*pop", node_text(one)) for one in taken)


def _handed_on(place: Node) -> bool:
    """Whether a local is lent to be changed, written to or gets another value."""
    outer = place.parent
    if (macro := around(place, "macro_invocation")) is not None and field_text(macro, "macro").startswith("write"):
        return True
    if outer is None or outer.type in ("assignment_expression", "compound_assignment_expr"):
        return outer is not None and outer.child_by_field_name("left") == place
    return outer.type == "reference_expression" and any(one.type == "mutable_specifier" for one in outer.children)


def _kind(let: Node) -> str:
    """The collection that a local is by its type or by what makes it; '' where neither says it."""
    made = _MADE.match(field_text(let, "value"))
    return bare(field_text(let, "type")) or ("" if made is None else "Vec" if made["list"] else made["kind"])
