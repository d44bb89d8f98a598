"""Fields that a pattern leaves out (E0023, E0027, E0425) and that what it is for uses by names which nothing binds: the
pattern gets these names.

    Shape::Arc(radius) => radius * angle,     Shape::Arc(radius, angle) => radius * angle,
    Point { x, .. } => x + y,                 Point { x, y, .. } => x + y,

In a tuple, a field that was added stands where the types tell, or, among fields of one type, where another pattern or a
value of the same kind names almost all in this order (`Shape::Arc(radius, 3.0)`); not where one names another order.
"""

import re
from collections.abc import Iterator, Sequence

from tree_sitter import Node

from sleepy_coder.repairs.items.alike_names import akin
from sleepy_coder.repairs.items.renamed_fields import declared_fields, given_fields, home_of
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import field_text
from sleepy_coder.rust.items import node_text, parse
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.rewritten import Piece, after, appended, before, rewritten
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.unbound import unbound
from sleepy_coder.rust.walk import walk

_UNKNOWN = re.compile(r"^cannot find value `(\w+)` in this scope$")
_TUPLE, _NAMED = "tuple_struct_pattern", "struct_pattern"
_REST = "remaining_field_pattern"
_HEADS = {_TUPLE: "type", "call_expression": "function"}
_FIRST = re.compile(r"[&*\s]*(?:(?:ref|mut)\s+)*([^\W\dA-Z]\w*)")


def used_fields(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The pattern with the names of the fields."""
    found = [one for one in _patterns(error, span, tree) if wanted(one, tree)]
    names = wanted(found[0], tree) if len(found) == 1 else []
    if not names:
        return
    pieces = _named(found[0], names, tree) if found[0].type == _NAMED else _placed(found[0], names, tree)
    for piece in pieces:
        yield f"match {' and '.join(f'`{name}`' for name in names)} too", rewritten(tree, span.file, [piece])


def wanted(pattern: Node, tree: SourceTree) -> list[str]:
    """The names by which the fields that a pattern leaves out are used: of a tuple's all that lack, if none is like
    another name of the function, and so maybe that one misspelt."""
    if pattern.type == _NAMED:
        lacking = set(declared_fields(pattern, tree) or ()) - given_fields(pattern).keys()
        return [name for name in unbound(_reach(pattern), tree) if name in lacking] if lacking else []
    parts = _parts(pattern)
    lacks = len(_types(pattern, tree)) - len(parts)
    used = unbound(_reach(pattern), tree) if lacks > 0 and all(one.type != _REST for one in parts) else []
    if not used or lacks != len(used):
        return []
    function = around(pattern, "function_item")
    others = {node_text(one) for one in walk(function) if one.type == "identifier"} - set(used)
    alike = any(akin(name, other) for name in used for other in others)
    return [] if alike else used


def _patterns(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[Node]:
    """The patterns that an error may be about: the one that it flags, or those whose names it would see."""
    place = node_at(tree, span)
    if error.code == "E0027":
        yield from filter(None, [around(place, _NAMED)])
    elif error.code == "E0023":
        outer = around(place, _TUPLE)
        while outer is not None and span.byte_start not in [one.start_byte for one in (outer, *_parts(outer))]:
            outer = around(outer.parent, _TUPLE)
        yield from filter(None, [outer])
    elif place is not None and error.code == "E0425" and _UNKNOWN.match(error.message):
        for one in walk(around(place, "function_item")):
            parts = _reach(one) if one.type in (_TUPLE, _NAMED) else []
            if any(part.start_byte <= place.start_byte < part.end_byte for part in parts):
                yield one


def _reach(pattern: Node) -> list[Node]:
    """Where the names that a pattern binds can be used; nothing for one of several patterns, which bind the same."""
    inner, outer = pattern, pattern.parent
    while outer is not None and outer.type not in ("or_pattern", "token_tree"):
        if outer.type == "let_declaration":
            below = outer.parent.named_children if outer.parent is not None else []
            return [one for one in below if one.start_byte >= outer.end_byte]
        if outer.type == "let_condition":
            home = around(outer, "if_expression", "while_expression")
            behind = (
                outer.parent.named_children if outer.parent is not None and outer.parent.type == "let_chain" else []
            )
            parts = [home.child_by_field_name(field) for field in ("consequence", "body")] if home is not None else []
            return [one for one in (*behind, *parts) if one is not None and one.start_byte >= outer.end_byte]
        if outer.type == "match_arm":
            guard = inner.child_by_field_name("condition")
            return [one for one in (guard, outer.child_by_field_name("value")) if one is not None]
        if outer.type in ("for_expression", "closure_expression", "function_item"):
            body = outer.child_by_field_name("body")
            return [body] if body is not None and body != inner else []
        inner, outer = outer, outer.parent
    return []


def _named(pattern: Node, names: Sequence[str], tree: SourceTree) -> Iterator[Piece]:
    text = ", ".join(names)
    rest = next((one for one in pattern.named_children if one.type == _REST), None)
    if rest is not None:
        yield before(rest, f"{text}, ")
        return
    whole = len(given_fields(pattern)) + len(names) == len(declared_fields(pattern, tree) or ())
    yield appended(pattern, text if whole else f"{text}, ..")


def _placed(pattern: Node, names: Sequence[str], tree: SourceTree) -> Iterator[Piece]:
    """The names behind the others; where it is one, also before a field whose type no neighbour has."""
    parts, types = _parts(pattern), _types(pattern, tree)
    written = [node_text(one) for one in parts]
    places = [len(parts)]
    if len(names) == 1:
        padded = ["", *types, ""]
        places += [at for at in range(len(parts)) if types[at] not in (padded[at], padded[at + 2])]
    for at in places:
        typed = len(names) == 1 and types.count(types[at]) == 1
        if _agrees([*written[:at], *names, *written[at:]], pattern, tree, typed=typed):
            text = ", ".join(names)
            if not parts:
                yield after(pattern.children[1], text)
            else:
                yield after(parts[-1], f", {text}") if at == len(parts) else before(parts[at], f"{text}, ")


def _agrees(names: Sequence[str], pattern: Node, tree: SourceTree, *, typed: bool) -> bool:
    """Whether no other pattern or value of the same struct or variant has one of the names at another place, and one of
    them has all at theirs, but for one that is called otherwise, unless the types tell the order."""
    kind = field_text(pattern, "type").rpartition("::")[2]
    others = [one for one in _listed(kind, tree) if len(one) == len(names)]
    if any(
        _means(word, name) and at != to
        for one in others
        for at, word in enumerate(one)
        for to, name in enumerate(names)
    ):
        return False
    told = max((sum(map(_means, one, names)) for one in others), default=0)
    return typed or (told > 0 and told >= len(names) - 1)


def _listed(kind: str, tree: SourceTree) -> Iterator[list[str]]:
    """What stands in the fields' places in the patterns and calls of a struct or variant: names, or '' for others."""
    for text in (text for file, text in tree.files.items() if file.endswith(".rs") and kind in text):
        for one in walk(parse(text)):
            if one.type in _HEADS and field_text(one, _HEADS[one.type]).rpartition("::")[2] == kind:
                given = one.child_by_field_name("arguments")
                parts = given.named_children if given is not None else _parts(one)
                words = (_FIRST.match(node_text(part)) for part in parts)
                yield [word[1] if word is not None else "" for word in words]


def _means(word: str, name: str) -> bool:
    """Whether a name stands for another one: the same, one like it, or the letter that it begins with."""
    return word != "" and (akin(word, name) or (1 in (len(word), len(name)) and word[0] == name[0]))


def _parts(pattern: Node) -> list[Node]:
    return [one for one in pattern.named_children if one != pattern.child_by_field_name("type")]


def _types(pattern: Node, tree: SourceTree) -> list[str]:
    """The types of the fields of the tuple that a pattern is of."""
    home = home_of(field_text(pattern, "type"), pattern, tree)
    body = home.child_by_field_name("body") if home is not None else None
    return [node_text(one) for one in body.children_by_field_name("type")] if body is not None else []
