"""A trait among what a type derives that its fields cannot have (E0204, E0277): a float is never `Eq`, `Ord` or `Hash`,
and a `String` is never `Copy`. The derive has to go; where the trait is needed the compiler says so.
"""

import re
from collections.abc import Iterator

from sleepy_coder.repairs.items.copies import derived
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.source import Edit, SourceTree

_OF_FLOAT = re.compile(r"the trait bound `f(?:32|64): (Eq|Ord|(?:std::hash::)?Hash)` is not satisfied")
_OWNING = re.compile(r"\b(?:String|Vec|Box|Rc|Arc|\w+Map|\w+Set|VecDeque|PathBuf)\b|&mut\b")
_TYPES = ("struct_item", "enum_item", "union_item")


def underivable(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """What the type derives without that trait, if it derives others."""
    home = around(node_at(tree, span), *_TYPES)
    trait = _trait(error)
    named = derived(home, trait) if home is not None and trait is not None else None
    if named is None:
        return
    number = named.start_point.row + 1
    line = tree.line(span.file, number)
    for old, new in ((f", {node_text(named)}", ""), (f"({node_text(named)}, ", "(")):
        if line.count(old) == 1 and not re.search(rf"{re.escape(old)}(?<=\w)\w", line):
            yield f"derive no `{trait}`", Edit(span.file, number, number, old, new)
            return


def _trait(error: Diagnostic) -> str | None:
    """The trait that some field can never have."""
    if error.code == "E0204":
        fields = [one.text for one in error.spans if (one.label or "").startswith("this field does not")]
        return "Copy" if fields and all(map(_OWNING.search, fields)) else None
    found = _OF_FLOAT.match(error.message) if error.code == "E0277" else None
    return found[1].rpartition("::")[2] if found is not None else None
