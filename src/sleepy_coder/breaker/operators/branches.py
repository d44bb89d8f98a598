"""Breaks of `if`, `match` and jumps: a branch that is missing, of another type, or leaves what it is not in."""

from collections.abc import Iterator
from random import Random

from tree_sitter import Node

from sleepy_coder.breaker.operators.removals import unwrap
from sleepy_coder.breaker.syntax import Break, Syntax, within

_CONVERSIONS = frozenset(("to_string", "to_owned", "into", "to_vec", "clone"))
_WRAPPERS = frozenset(("String::from", "Some", "Ok"))
_COMPARISONS = frozenset(("<", "<=", ">", ">=", "==", "!="))
_PLACES = frozenset(("identifier", "field_expression", "index_expression", "unary_expression"))


def missing_else(syntax: Syntax, rng: Random) -> list[Break]:
    """The `else` removed from an `if` with a value, where the value can be told from what is left.

    That is `x = if c { a } else { x }`, `if a < b { b } else { a }`, and `if c { Some(a) } else { None }`.
    """
    found = []
    for node in syntax.all("if_expression"):
        then, other = node.child_by_field_name("consequence"), node.child_by_field_name("alternative")
        if then is None or other is None or node.parent is None or node.parent.type == "else_clause":
            continue
        value, otherwise = _value(then), _value(other.named_children[-1])
        if value is None or otherwise is None:
            continue
        if syntax.text(otherwise) in _inferable(syntax, node, syntax.text(value)):
            found.append(Break.one(then.end_byte, other.end_byte))
    return found


def _inferable(syntax: Syntax, node: Node, value: str) -> Iterator[str]:
    parent, condition = node.parent, node.child_by_field_name("condition")
    if parent is not None and parent.type == "assignment_expression":
        yield syntax.text(parent.children[0])
    if condition is not None and condition.type == "binary_expression" and condition.children[1].type in _COMPARISONS:
        yield from (syntax.text(side) for side in condition.named_children if not side.type.endswith("_literal"))
    if value.startswith("Some("):
        yield "None"


def _value(block: Node) -> Node | None:
    """The value of a block that does nothing else."""
    inside = block.named_children
    single = block.type == "block" and len(inside) == 1 and not inside[0].type.endswith(("_statement", "_declaration"))
    return inside[0] if single else None


def arm_type(syntax: Syntax, rng: Random) -> list[Break]:
    """A conversion removed from a later arm of a `match` whose type nothing else tells."""
    found: list[Break] = []
    for node in syntax.all("match_expression"):
        body = node.child_by_field_name("body")
        if body is not None and _is_untyped(node):
            arms = [arm.child_by_field_name("value") for arm in body.named_children if arm.type == "match_arm"]
            found += [made for arm in arms[1:] if arm is not None and (made := _unconverted(syntax, arm)) is not None]
    return found


def else_type(syntax: Syntax, rng: Random) -> list[Break]:
    """A conversion removed from the `else` of an `if` whose type nothing else tells."""
    found: list[Break] = []
    for node in syntax.all("if_expression"):
        other = node.child_by_field_name("alternative")
        if other is not None and _is_untyped(node):
            made = _unconverted(syntax, other.named_children[-1])
            found += [made] if made is not None else []
    return found


def _is_untyped(node: Node) -> bool:
    parent = node.parent
    return parent is not None and parent.type == "let_declaration" and parent.child_by_field_name("type") is None


def _unconverted(syntax: Syntax, node: Node) -> Break | None:
    if node.type == "block":
        return _unconverted(syntax, node.named_children[-1]) if node.named_children else None
    function, arguments = node.child_by_field_name("function"), node.child_by_field_name("arguments")
    if node.type != "call_expression" or function is None or arguments is None:
        return None
    receiver, name = function.child_by_field_name("value"), function.child_by_field_name("field")
    if receiver is not None and name is not None and syntax.text(name) in _CONVERSIONS:
        return Break.one(receiver.end_byte, node.end_byte)
    if syntax.text(function) in _WRAPPERS and arguments.named_child_count == 1:
        return unwrap(node, arguments.named_children[0])
    return None


def assigned_condition(syntax: Syntax, rng: Random) -> list[Break]:
    """`if x == y` made `if x = y`."""
    found = []
    for node in syntax.all("if_expression", "while_expression"):
        condition = node.child_by_field_name("condition")
        if condition is None or condition.type != "binary_expression":
            continue
        left, operator = (condition.child_by_field_name(name) for name in ("left", "operator"))
        if left is not None and operator is not None and operator.type == "==" and left.type in _PLACES:
            found.append(Break.one(operator.start_byte, operator.end_byte, b"="))
    return found


def break_for_return(syntax: Syntax, rng: Random) -> list[Break]:
    """`return x` made `break x` where there is no loop to leave."""
    loops = ("loop_expression", "while_expression", "for_expression", "closure_expression", "async_block")
    return [
        Break.one(node.start_byte, node.start_byte + len(b"return"), b"break")
        for node in syntax.all("return_expression")
        if node.named_child_count and (place := within(node, *loops, "function_item")) is not None
        if place.type == "function_item"
    ]
