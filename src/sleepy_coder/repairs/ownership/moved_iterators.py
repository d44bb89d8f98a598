"""An iterator over a local collection that is to outlive it (E0515, E0597): it goes over the elements themselves and
takes the collection with it, which nothing else needs any more, or the compiler says so.

    found.iter().copied()                         found.into_iter()
    Box::new(found.iter().map(|n| *n + 1))        Box::new(found.into_iter().map(|n| n + 1))
"""

from collections.abc import Iterator
from itertools import pairwise

from tree_sitter import Node

from sleepy_coder.repairs.types.chains import method_of
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import node_at
from sleepy_coder.rust.rewritten import Piece, instead, rewritten
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_OWNING = {"iter": "into_iter", "keys": "into_keys", "values": "into_values", "drain": "into_iter"}
_COPYING = ("copied", "cloned")
_MAKING = frozenset(("map", "filter_map", "flat_map", "map_while", "scan"))
"""Methods behind which there are other elements than before."""


def moved_iterators(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """`into_iter` in the place of `iter`, and no copies of the elements."""
    for one in error.spans if error.code in ("E0515", "E0597") else ():
        owner = node_at(tree, one) if one.file == span.file else None
        chain = list(_calls(owner)) if owner is not None and owner.type == "identifier" else []
        name = method_of(chain[0]) if chain else None
        if name is None or node_text(name) not in _OWNING or not _takes_all(chain[0]):
            continue
        pieces = [(name.start_point, chain[0].end_point, f"{_OWNING[node_text(name)]}()")]
        if node_text(name) != "drain":
            pieces += _without_references(chain)
        yield "let the iterator own the elements", rewritten(tree, span.file, pieces)
        return


def _calls(owner: Node) -> Iterator[Node]:
    """The calls of a chain that begins with a place, the first one first."""
    value = owner
    while (access := value.parent) is not None and access.type == "field_expression":
        function = access.parent if access.parent is not None and access.parent.type == "generic_function" else access
        call = function.parent
        if access.child_by_field_name("value") != value or call is None or call.type != "call_expression":
            return
        yield call
        value = call


def _takes_all(call: Node) -> bool:
    """Whether a method is called without arguments, or for the whole range."""
    given = call.child_by_field_name("arguments")
    return given is not None and node_text(given) in ("()", "(..)")


def _without_references(chain: list[Node]) -> Iterator[Piece]:
    """What makes values of references, as far as the elements are those of the collection."""
    for before, call in pairwise(chain):
        name = method_of(call)
        if name is not None and node_text(name) in _COPYING:
            yield before.end_point, call.end_point, ""
            return
        given = call.child_by_field_name("arguments")
        for closure in given.named_children if given is not None else ():
            yield from _of_values(closure)
        if name is None or node_text(name) in _MAKING:
            return


def _of_values(closure: Node) -> Iterator[Piece]:
    """A closure of one parameter for values in the place of references."""
    parameters = closure.child_by_field_name("parameters") if closure.type == "closure_expression" else None
    if parameters is None or len(parameters.named_children) != 1:
        return
    (parameter,) = parameters.named_children
    if parameter.type == "reference_pattern":
        yield instead(parameter, node_text(parameter)[1:])
    for one in walk(closure.child_by_field_name("body")):
        if one.type == "unary_expression" and node_text(one) == f"*{node_text(parameter)}":
            yield instead(one, node_text(parameter))
