"""What a lock or a thread's end gives, used as the value itself: `lock()` fails where another thread has panicked
while it held the lock, and `join()` where the thread has, and to go on with that panic is what everybody does then."""

import re
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.repairs.ownership.plain_locals import asked_nowhere, binding
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, covered, value_at
from sleepy_coder.rust.rewritten import after, rewritten
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_GUARD = re.compile(
    r"(?:\bResult<|\biterator (?:over elements|with items) of type `&?)"
    r"(?:std::sync::)?(?:Mutex|RwLockRead|RwLockWrite)Guard<"
)
_HANDLE = re.compile(r"^expected `(?P<wanted>.+)`, found `JoinHandle<(?P<given>.+)>`$")
_CODES = frozenset(("E0277", "E0308", "E0368", "E0369", "E0599", "E0608", "E0609", "E0614"))
_ROUNDS = ("for_expression", "while_expression", "loop_expression", "closure_expression")
_LOCKS = frozenset(("lock", "read", "write"))


def unwrapped_guards(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """`.unwrap()` behind the lock, `.join().unwrap()` behind the handle."""
    handle = _HANDLE.match(span.label or "") if error.code == "E0308" else None
    told = next((one for one in error.spans if _GUARD.search(one.label or "") and one.file in tree.files), span)
    place = covered(value_at(tree, told), told) if error.code in _CODES else None
    if place is None:
        return
    if handle is not None and _same(handle["wanted"], handle["given"]) and _names(place) and not _one_by_one(place):
        yield "wait for the thread", rewritten(tree, span.file, [after(place, ".join().unwrap()")])
    elif any(_GUARD.search(said) for said in (error.message, *(one.label or "" for one in error.spans))):
        for call in _locking(place, error.code):
            yield "take the lock", rewritten(tree, span.file, [after(call, ".unwrap()")])


def _same(wanted: str, given: str) -> bool:
    """Whether a thread gives what is wanted, which may be a number whose type nothing else says."""
    numbers = {"{integer}": r"[iu](?:\d+|size)", "{float}": r"f\d+"}
    return wanted == given or (given in numbers and re.fullmatch(numbers[given], wanted) is not None)


def _one_by_one(place: Node) -> bool:
    """Whether a thread would be waited for in the round of a loop, or call of a closure, that starts it: none would run
    beside another."""
    let = binding(place, node_text(place)) if place.type == "identifier" else None
    started = let if let is not None else place
    round_ = around(started, *_ROUNDS)
    return "spawn(" in node_text(started) and around(place, *_ROUNDS) == round_ is not None


def _names(place: Node) -> bool:
    return place.type in ("identifier", "field_expression", "index_expression", "call_expression")


def _locking(place: Node, code: str | None) -> Iterator[Node]:
    """The call that gives what an error is about: in the place, before the method, field or index there, or where the
    local there is bound that nothing asks whether it failed."""
    owner = place.parent if place.type == "field_identifier" else None
    indexed = around(place, "index_expression") if code == "E0608" else None
    value = owner.child_by_field_name("value") if owner is not None else place
    value = indexed.named_children[0] if indexed is not None else value
    for one in walk(value):
        if _locks(one):
            yield one
            return
    for one in walk(value):
        let = binding(one, node_text(one)) if one.type == "identifier" else None
        given = let.child_by_field_name("value") if let is not None else None
        if let is not None and given is not None and _locks(given) and asked_nowhere(let):
            yield given


def _locks(node: Node) -> bool:
    function, given = node.child_by_field_name("function"), node.child_by_field_name("arguments")
    method = function.child_by_field_name("field") if function is not None else None
    return method is not None and given is not None and not given.named_children and node_text(method) in _LOCKS
