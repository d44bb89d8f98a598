"""A sum or a product whose type nothing says (E0283): only a number type sums up its own values, so that the values
tell it. Of narrow numbers a sum soon does not fit, and a wider type may be meant.

    let total = prices.iter().sum();        let total: f64 = prices.iter().sum();
"""

import re
from collections.abc import Iterator

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, value_at
from sleepy_coder.rust.rewritten import after, rewritten
from sleepy_coder.rust.source import Edit, SourceTree

_UNKNOWN = re.compile(r"^cannot satisfy `_: (?P<trait>Sum|Product)<&?(?P<type>[iu](?:32|64|128|size)|f32|f64)>`$")


def summed_type(error: Diagnostic) -> str | None:
    """The type of the values that are added up to one of an unknown type."""
    found = (_UNKNOWN.match(one) for one in error.remarks) if error.code == "E0283" else ()
    return next((one["type"] for one in found if one is not None), None)


def summed(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The type at the variable, or at `sum` and `product` where there is none."""
    kind, place = summed_type(error), value_at(tree, span)
    if kind is None or place is None or _summed_otherwise(tree):
        return
    let = around(place, "let_declaration", "block")
    if let is not None and let.type == "let_declaration" and let.child_by_field_name("pattern") == place:
        yield f"add up to `{kind}`", rewritten(tree, span.file, [after(place, f": {kind}")])
    elif place.type == "field_identifier" and node_text(place) in ("sum", "product"):
        yield f"add up to `{kind}`", rewritten(tree, span.file, [after(place, f"::<{kind}>")])


def _summed_otherwise(tree: SourceTree) -> bool:
    """Whether a type of the tree is a sum of other values."""
    return any(re.search(r"\bimpl\b[^{;]*\b(?:Sum|Product)\b", text) for text in tree.files.values())
