"""Operands that a repair leaves out: `sum + n` becomes `sum`, which compiles, and what was to be added is gone.

What changes nothing may go, as lints say: `n + 0`, `n * 1`, `all && true`.
"""

from sleepy_coder.rust.homes import field_text
from sleepy_coder.rust.items import node_text, parse
from sleepy_coder.rust.walk import walk
from sleepy_coder.tasks.words import names

_OPERATORS = frozenset(("+", "-", "*", "/", "%", "&", "|", "^", "<<", ">>", "&&", "||"))


_NEUTRAL = frozenset(("0", "1", "true", "false"))


def left_out(old: str, new: str) -> list[str]:
    """The names in the operand of arithmetic or logic but for which a statement is another one, or what it says where
    it has no name; none if there is no such operand.
    """
    if len(_bare(new)) >= len(_bare(old)):
        return []
    source = f"fn f() {{ {old} }}".encode()
    for one in walk(parse(source.decode())):
        if one.type != "binary_expression" or field_text(one, "operator") not in _OPERATORS:
            continue
        sides = [one.child_by_field_name(field) for field in ("left", "right")]
        for kept, gone in (sides, sides[::-1]):
            if kept is not None and gone is not None:
                rest = source[: one.start_byte] + node_text(kept).encode() + source[one.end_byte :]
                if _bare(rest.decode()) == _bare(f"fn f() {{ {new} }}"):
                    said = node_text(gone)
                    return names(said) or sorted({said} - _NEUTRAL)
    return []


def _bare(text: str) -> str:
    return "".join(text.split())
