"""A trait that is used as `dyn` while a method of its own is generic over a closure (E0038): the method takes the
closure as a trait object in the trait and in each implementation, and a caller that gave the closure itself lends it.

    fn each<F: FnMut(&str)>(&self, f: F);           fn each(&self, f: &mut dyn FnMut(&str));
    it.each(|line| n += line.len());                it.each(&mut |line| n += line.len());

Not where the closure may be called once only or has to live forever, nor where more than closures are given. Of a name
that the standard library has, too, only what is called of a variable of that trait is changed.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tree_sitter import Node

from sleepy_coder.repairs.types.chains import method_of
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import arguments_of, bare, defined, field_text, implementations, is_library, members
from sleepy_coder.rust.items import node_text, parse
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.rewritten import Piece, apart, before, instead
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_BECAUSE = re.compile(r"^\.\.\.because method `\w+` has generic type parameters$")
_FUNCTIONS = ("function_item", "function_signature_item")
_GENERIC = re.compile(r"<\s*(?P<name>\w+)\s*(?::\s*(?P<bound>[^:]+?))?,?\s*>", re.DOTALL)
_WHERE = re.compile(r"where\s+(?P<name>\w+)\s*:\s*(?P<bound>[^:]+?),?\s*", re.DOTALL)
_BOUND = re.compile(r"(?P<trait>Fn|FnMut)\([^+]*(?P<more>\+[^']*)?")


_OF_STD = frozenset(
    (
        *("all", "and_then", "any", "chunk_by", "dedup_by", "dedup_by_key", "entry", "filter", "filter_map", "find"),
        *("find_map", "flat_map", "fold", "for_each", "get_or_insert_with", "inspect", "is_some_and", "join", "map"),
        *(
            "map_err",
            "map_or",
            "map_while",
            "max_by",
            "max_by_key",
            "min_by",
            "min_by_key",
            "or_else",
            "or_insert_with",
        ),
        *(
            "partition",
            "position",
            "reduce",
            "retain",
            "scan",
            "skip_while",
            "sort_by",
            "sort_by_key",
            "spawn",
            "split",
        ),
        *("take_while", "trim_matches", "try_fold", "try_for_each", "unwrap_or_else", "update", "with"),
    )
)
"""Methods of iterators, collections and texts that take a closure."""


class _Taker(NamedTuple):
    """How a function takes its closure: at which place, whether by reference, and by which word it is lent."""

    place: int
    lent: bool
    word: str
    pieces: list[Piece]


def dyn_closures(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Sequence[Edit]]]:
    """The trait object in all heads of the method, and a reference to each closure that was given itself."""
    reasons = [one for child in error.children for one in child.spans if error.code == "E0038" and one.label]
    because = [one for one in reasons if (one.label or "").startswith(("...because", "...and"))]
    place = because[0] if len(because) == 1 and _BECAUSE.match(because[0].label or "") else None
    method = around(node_at(tree, place), *_FUNCTIONS) if place is not None and place.file in tree.files else None
    home = around(method, "trait_item")
    if place is None or method is None or home is None or (is_library(tree) and node_text(home).startswith("pub")):
        return
    name = field_text(method, "name")
    heads = [(place.file, method)]
    for file, block in implementations(tree, trait=field_text(home, "name")):
        heads += [(file, one) for one in members(block) if one.type in _FUNCTIONS and field_text(one, "name") == name]
    takers = [(file, _taker(one)) for file, one in heads]
    first = takers[0][1]
    if first is None or len(defined(tree, name, *_FUNCTIONS)) != len(heads):
        return
    pieces: dict[str, list[Piece]] = {}
    for file, taker in takers:
        if taker is None or taker[:3] != first[:3]:
            return
        pieces.setdefault(file, []).extend(taker.pieces)
    types = {field_text(home, "name")} | {bare(field_text(around(one, "impl_item"), "type")) for _, one in heads[1:]}
    for file, piece in _lent(tree, name, first, types) if not first.lent else ():
        if piece is None:
            return
        pieces.setdefault(file, []).append(piece)
    yield f"let `{name}` take a `dyn`", [edit for file, own in pieces.items() for edit in apart(tree, file, own)]


def _taker(function: Node) -> _Taker | None:
    """How a function takes a closure of the only type that it is generic over, and what is to be written for that."""
    generic, clause = function.child_by_field_name("type_parameters"), _clause(function)
    kind = _GENERIC.fullmatch(node_text(generic)) if generic is not None else None
    said = _WHERE.fullmatch(node_text(clause)) if clause is not None else kind
    bound = _BOUND.fullmatch(said["bound"] or "") if kind is not None and said is not None else None
    if generic is None or kind is None or said is None or bound is None or said["name"] != kind["name"]:
        return None
    if clause is not None and kind["bound"]:
        return None
    taken = re.compile(rf"(?P<lent>&\s*(?:mut\s+)?)?{kind['name']}")
    named = [one for one in walk(function) if one.type == "type_identifier" and node_text(one) == kind["name"]]
    for place, parameter in enumerate(arguments_of(function)):
        written = parameter.child_by_field_name("type")
        found = taken.fullmatch(node_text(written)) if written is not None else None
        if written is None or found is None or len(named) != 2 + (clause is not None):
            continue
        word = "&mut " if bound["trait"] == "FnMut" else "&"
        whole = f"({'dyn ' + said['bound']})" if bound["more"] else f"dyn {said['bound']}"
        pieces = [instead(generic, ""), instead(written, f"{word}{whole}")]
        pieces += [_without(one) for one in parameter.children if one.type == "mutable_specifier"]
        if clause is not None:
            left = clause.prev_sibling
            pieces.append((left.end_point if left is not None else clause.start_point, clause.end_point, ""))
        return _Taker(place, found["lent"] is not None, word, pieces)
    return None


def _clause(function: Node) -> Node | None:
    return next((one for one in function.named_children if one.type == "where_clause"), None)


def _without(word: Node) -> Piece:
    """A word taken out with the space behind it."""
    following = word.next_sibling
    return word.start_point, following.start_point if following is not None else word.end_point, ""


def _lent(tree: SourceTree, name: str, taker: _Taker, types: set[str]) -> Iterator[tuple[str, Piece | None]]:
    """The reference before each closure that is given to a method; None where something else is given."""
    for file, text in tree.files.items():
        for call in walk(parse(text)) if file.endswith(".rs") and name in text else ():
            method = method_of(call)
            given = call.child_by_field_name("arguments") if method is not None and node_text(method) == name else None
            if given is None or method is None or len(given.named_children) <= taker.place:
                continue
            if name in _OF_STD and not _is_of(method, types):
                continue
            closure = given.named_children[taker.place]
            handed_on = closure.type == "identifier" and field_text(around(call, "function_item"), "name") == name
            if not handed_on:
                yield file, before(closure, taker.word) if closure.type == "closure_expression" else None


def _is_of(method: Node, types: set[str]) -> bool:
    """Whether a method is called of `self`, or of a variable that is said to be of some type."""
    owner = field_text(method.parent, "value")
    function = around(method, "function_item")
    if owner == "self":
        return bare(field_text(around(function, "impl_item", "trait_item"), "type")) in types
    bound = [one for one in walk(function) if one.type in ("let_declaration", "parameter")]
    said = [node_text(one) for one in bound if owner and field_text(one, "pattern") == owner]
    return any(types.intersection(re.findall(r"\w+", one)) for one in said)
