"""A cast that cuts a number (`total as u8` of a `u32`): it compiles for every number and is right for small ones alone.
What is kept small before it, by `%`, `&` or `min`, loses nothing; nor does a literal that says its size. An
index (`as usize`) counts what there is."""

import re
from collections import Counter
from collections.abc import Sequence

from tree_sitter import Node

from sleepy_coder.errors import EditRejected
from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.homes import field_text
from sleepy_coder.rust.items import parse
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_INTEGER = re.compile(r"(?<![\w:])[iu](8|16|32|64|128|size)\b")
_SAID = re.compile(r"`[^`]*`")
_KEPT_SMALL = re.compile(r"[%&]|\.(?:min|clamp|rem_euclid|count_ones|leading_zeros|trailing_zeros|to_digit|signum)\(")
_LITERAL = re.compile(r"\d\w*|b?'.*'")


def cuts(error: Diagnostic, edits: Sequence[Edit], tree: SourceTree) -> bool:
    """Whether edits cast to the narrower of the integer types that an error names."""
    span = error.primary
    said = " ".join(_SAID.findall(f"{error.message} {span.label or ''}" if span is not None else error.message))
    widths = {found[0]: _bits(found[1]) for found in _INTEGER.finditer(said)}
    narrow = {kind for kind, bits in widths.items() if bits < max(widths.values()) and not kind.endswith("size")}
    if error.code not in ("E0277", "E0308") or not narrow:
        return False
    try:
        after = tree.apply(edits)
    except EditRejected:
        return False
    return any(_casts(text, narrow) - _casts(tree.files[file], narrow) for file, text in after.files.items())


def _bits(width: str) -> int:
    return 64 if width == "size" else int(width)


def _casts(text: str, kinds: set[str]) -> Counter[str]:
    """What is cast to some types, and how often, if nothing keeps it small."""
    casts = (
        one for one in walk(parse(text)) if one.type == "type_cast_expression" and field_text(one, "type") in kinds
    )
    return Counter(field_text(one, "value") for one in casts if not _is_small(one))


def _is_small(cast: Node) -> bool:
    value = field_text(cast, "value")
    return _KEPT_SMALL.search(value) is not None or _LITERAL.fullmatch(value) is not None
