"""What a variable starts with that has no value yet (E0381): `0` compiles for every number, and is right for a sum.

    let mut low: i32;                         let mut product: u32;
    for v in values {                         for v in values {
        if *v < low { low = *v; }                 product *= v;
    }                                         }

A smallest value does not start at 0, nor a greatest one that may be negative, a product, or what all have to be.
"""

import re
from collections.abc import Iterator, Sequence

from tree_sitter import Node

from sleepy_coder.errors import EditRejected
from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.homes import field_text
from sleepy_coder.rust.items import node_text, parse
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_UNSET = re.compile(r"^used binding `(\w+)` ")
_NUMBER = re.compile(r"-?\d[\d_]*(?:\.\d*)?(?:_?[iuf]\d+|_?[iu]size)?$")
_ONE = re.compile(r"1(?:\.0*)?(?:_?[iuf]\d+|_?[iu]size)?$")
_SIGNED = re.compile(r"[if](?:\d+|size)$")


def starts_wrongly(error: Diagnostic, edits: Sequence[Edit], tree: SourceTree) -> bool:
    """Whether edits give a variable a literal to start with from which it cannot get where it is to go."""
    span, said = error.primary, _UNSET.match(error.message)
    if span is None or said is None or error.code != "E0381" or span.file not in tree.files:
        return False
    function = around(node_at(tree, span), "function_item")
    try:
        after = tree.apply(edits).files[span.file]
    except EditRejected:
        return False
    name = said[1]
    if function is None or all(field_text(let, "value") for let in _lets(function, name)):
        return False
    homes = (one for one in walk(parse(after)) if one.type == "function_item")
    same = (one for one in homes if field_text(one, "name") == field_text(function, "name"))
    lets = [let for home in same for let in _lets(home, name) if let.start_point.row <= span.line_end]
    return any(_is_wrong(field_text(let, "value"), field_text(let, "type"), name, function) for let in lets)


def _lets(function: Node, name: str) -> Iterator[Node]:
    return (one for one in walk(function) if one.type == "let_declaration" and field_text(one, "pattern") == name)


def _is_wrong(value: str, kind: str, name: str, function: Node) -> bool:
    number = _NUMBER.match(value) is not None
    ways = {way for one in walk(function) if (way := _way(one, name)) is not None}
    return (
        (value == "false" and "all" in ways)
        or (number and "product" in ways and not _ONE.match(value))
        or (number and "least" in ways)
        or (number and "greatest" in ways and _SIGNED.match(kind) is not None)
    )


def _way(node: Node, name: str) -> str | None:
    """What a piece of a function makes of a variable: the least or the greatest of what it sees, a product, or what all
    have to be."""
    if node.type == "if_expression":
        return _kept(node, name)
    left, right = field_text(node, "left"), field_text(node, "right")
    if left != name:
        return None
    if node.type == "compound_assignment_expr":
        return {"*=": "product", "&=": "all"}.get(field_text(node, "operator"))
    if node.type != "assignment_expression":
        return None
    if re.match(rf"{name}\s*&&", right) or re.search(rf"&&\s*{name}$", right):
        return "all"
    if re.match(rf"{name}\s*\*", right) or re.search(rf"\*\s*{name}$", right):
        return "product"
    ways = (rf"{name}\.(min|max)\(", rf"(?:\w+::)*(min|max)\((?=.*\b{name}\b)", rf".*\.(min|max)\({name}\)$")
    chosen = next((found for way in ways if (found := re.match(way, right))), None)
    return {"min": "least", "max": "greatest"}[chosen[1]] if chosen is not None else None


def _kept(choice: Node, name: str) -> str | None:
    """Of `if v < low { low = v; }`: what is compared with is what is kept."""
    condition = choice.child_by_field_name("condition")
    sides = [field_text(condition, field).strip("&*") for field in ("left", "right")]
    operator = field_text(condition, "operator")
    if name not in sides or operator[:1] not in ("<", ">") or operator in ("<<", ">>"):
        return None
    other = sides[1 - sides.index(name)]
    body = choice.child_by_field_name("consequence")
    kept = re.compile(rf"{name}\s*=\s*[&*]*{re.escape(other)}$")
    if not any(one.type == "assignment_expression" and kept.match(node_text(one)) for one in walk(body)):
        return None
    return "least" if (operator[0] == "<") == (sides[1] == name) else "greatest"
