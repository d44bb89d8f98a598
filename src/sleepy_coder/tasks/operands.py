"""Operands that a repair leaves out: `sum + n` becomes `sum`, which compiles, and what was to be added is gone, or
`*high - *low` becomes `-low`, where the operator has become a sign; and signs: `-n` becomes `n`.

What changes nothing may go, as lints say: `n + 0`, `n * 1`, `all && true`, `!!ready`.
"""

from collections.abc import Iterator, Sequence

from tree_sitter import Node

from sleepy_coder.rust.homes import field_text
from sleepy_coder.rust.items import node_text, parse
from sleepy_coder.rust.walk import walk
from sleepy_coder.tasks.words import names

_OPERATORS = frozenset(("+", "-", "*", "/", "%", "&", "|", "^", "<<", ">>", "&&", "||"))
_SIGNS = frozenset(("-", "!"))
_PREFIXES = frozenset(("-", "*", "&", "&&"))
"""Operators that are signs where nothing stands before them."""
_NEUTRAL = frozenset(("0", "1", "true", "false"))


def lacks_operand(old: str, new: str, others: Sequence[str], *, signs_may_go: bool = False) -> bool:
    """Whether a statement but for an operand or a sign is another one, and none of the `others` says what is gone;
    spaces part their tokens.
    """
    gone = _left_out(old, new)
    if not _SIGNS.isdisjoint(gone):
        return not signs_may_go and not any(_SIGNS.intersection(gone, one.split()) for one in others)
    return not {word for one in (new, *others) for word in one.split()}.issuperset(gone)


def _left_out(old: str, new: str) -> list[str]:
    """The names in the operand of arithmetic or logic but for which a statement is another one, or what it says where
    it has no name, or the sign but for which it is another one; none if there is no such operand.
    """
    if len(_bare(new)) >= len(_bare(old)):
        return []
    source = f"fn f() {{ {old} }}".encode()
    for one in walk(parse(source.decode())):
        sign = node_text(one)[:1] if one.type == "unary_expression" else ""
        if sign in _SIGNS and not _is_doubled(one):
            rest = source[: one.start_byte] + source[one.start_byte + 1 : one.end_byte] + source[one.end_byte :]
            if _bare(rest.decode()) == _bare(f"fn f() {{ {new} }}"):
                return [sign]
        if one.type != "binary_expression" or field_text(one, "operator") not in _OPERATORS:
            continue
        sides = [one.child_by_field_name(field) for field in ("left", "right")]
        for kept, gone in (sides, sides[::-1]):
            if kept is not None and gone is not None:
                ways = _kept(node_text(kept), field_text(one, "operator") if kept == sides[1] else "")
                rests = (source[: one.start_byte] + way.encode() + source[one.end_byte :] for way in ways)
                if any(_bare(rest.decode()) == _bare(f"fn f() {{ {new} }}") for rest in rests):
                    said = node_text(gone)
                    return names(said) or sorted({said} - _NEUTRAL)
    return []


def _kept(side: str, operator: str) -> Iterator[str]:
    """How a side of an operator may be written where the other one is gone: also without the marks of references, and
    with the operator before it."""
    for text in dict.fromkeys((side, side.lstrip("*& "))):
        yield text
        if operator in _PREFIXES:
            yield f"{operator}{text}"


def _is_doubled(signed: Node) -> bool:
    """Whether the same sign stands before it or behind it, so that one of them changes nothing."""
    inner = signed.named_children[0] if signed.named_children else None
    near = (signed.parent, inner)
    sign = node_text(signed)[0]
    return any(one is not None and one.type == signed.type and node_text(one)[0] == sign for one in near)


def _bare(text: str) -> str:
    return "".join(text.split())
