"""Breaks that put something there that does not belong."""

from random import Random

from tree_sitter import Node

from sleepy_coder.breaker.operators.removals import without_method
from sleepy_coder.breaker.syntax import Break, Cut, Syntax, is_value_use

_READERS = ("arguments", "binary_expression", "let_declaration", "field_initializer")
_COPIES = ("clone", "to_vec", "to_owned", "to_string")


def _values(syntax: Syntax, *more: str) -> list[Node]:
    """Locals, parameters and constants where they are read, and expressions of the types in `more`."""
    plain = [node for node in syntax.all("identifier") if is_value_use(node)]
    return plain + [node for node in syntax.all(*more) if node.parent is not None and node.parent.type in _READERS]


def tail_semicolon(syntax: Syntax, rng: Random) -> list[Break]:
    """The value of a block made a statement."""
    found = []
    for block in syntax.all("block"):
        if block.parent is None or block.parent.type not in (
            "function_item",
            "if_expression",
            "else_clause",
            "match_arm",
            "closure_expression",
        ):
            continue
        last = block.named_children[-1] if block.named_children else None
        if last is not None and not last.type.endswith(("_declaration", "_statement", "_item", "comment")):
            found.append(Break.one(last.end_byte, last.end_byte, b";"))
    return found


def extra_argument(syntax: Syntax, rng: Random) -> list[Break]:
    """One argument more, at the end or the start of a call."""
    found = []
    for call in syntax.all("call_expression"):
        arguments = call.child_by_field_name("arguments")
        if arguments is None:
            continue
        given = arguments.named_children
        extra = rng.choice([b"0", b"1", b"2", b"10", b"true", b"false", b"None", b'""', b"&0"])
        if given and rng.random() < 0.4:
            again = rng.choice(given)
            if again.end_byte - again.start_byte < 20:
                extra = syntax.source[again.start_byte : again.end_byte]
        if given and rng.random() < 0.25:
            found.append(Break.one(given[0].start_byte, given[0].start_byte, extra + b", "))
        else:
            end = given[-1].end_byte if given else arguments.start_byte + 1
            found.append(Break.one(end, end, b", " + extra if given else extra))
    return found


def star(syntax: Syntax, rng: Random) -> list[Break]:
    """`x` made `*x`."""
    return [Break.one(node.start_byte, node.start_byte, b"*") for node in _values(syntax, "field_expression")]


def call(syntax: Syntax, rng: Random) -> list[Break]:
    """`x` made `x()`."""
    found = [Break.one(node.end_byte, node.end_byte, b"()") for node in _values(syntax)]
    receivers = [method.dot for method in syntax.methods() if method.receiver.type == "identifier"]
    return found + [Break.one(dot, dot, b"()") for dot in receivers]


def negate(syntax: Syntax, rng: Random) -> list[Break]:
    """`x` made `-x` or `!x`."""
    return [
        Break.one(node.start_byte, node.start_byte, rng.choice([b"-", b"!"]))
        for node in _values(syntax, "field_expression", "string_literal", "call_expression")
    ]


def field(syntax: Syntax, rng: Random) -> list[Break]:
    """`x` made `x.name`, with a field of the program's own, or `x.0`."""
    names = sorted({syntax.text(node) for node in syntax.all("field_identifier")} | {"value"})
    return [
        Break.one(node.end_byte, node.end_byte, f".{rng.choice([*names, '0', 'value', 'len'])}".encode())
        for node in _values(syntax, "field_expression")
    ]


def cast(syntax: Syntax, rng: Random) -> list[Break]:
    """`x` made `x as i32`."""
    found = []
    for node in _values(syntax, "field_expression", "call_expression"):
        kind = rng.choice([b"i32", b"i32", b"i32", b"u32", b"i64", b"usize", b"u8", b"f64"])
        found.append(Break.one(node.end_byte, node.end_byte, b" as " + kind))
    return found


def long_borrow(syntax: Syntax, rng: Random) -> list[Break]:
    """`let a = v[0];` made `let a = &v[0];`, and `let a = v.clone();` made `let a = &v;`."""
    return copied_values(syntax, b"&")


def copied_values(syntax: Syntax, sign: bytes) -> list[Break]:
    """Values that a `let` copies or clones, borrowed with `sign` instead."""
    bound = _let_values(syntax)
    plain = [node for node in bound if node.type in ("index_expression", "field_expression", "identifier")]
    copies = {removal.cuts[0].end: removal.cuts[0] for removal in without_method(syntax, *_COPIES)}
    cloned = [(node, copies[node.end_byte]) for node in bound if node.end_byte in copies]
    return [
        *(Break.one(node.start_byte, node.start_byte, sign) for node in plain),
        *(Break((Cut(node.start_byte, node.start_byte, sign), cut)) for node, cut in cloned),
    ]


def _let_values(syntax: Syntax) -> list[Node]:
    values = (node.child_by_field_name("value") for node in syntax.all("let_declaration"))
    return [value for value in values if value is not None]
