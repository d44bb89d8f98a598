"""A function that ends with a value, says nothing of a result and is called for its value (E0308): a `;` behind the
value, as rustc proposes beside the result, would drop what the callers ask for. It compiles wherever nobody minds a
`()`, as two that are compared."""

import re
from collections.abc import Sequence

from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.homes import field_text
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.source import Edit, SourceTree

_VALUE = re.compile(r"expected `\(\)`, found ")
_COMMENT = re.compile(r"//[^\n]*")


def drops_asked(error: Diagnostic, edits: Sequence[Edit], tree: SourceTree) -> bool:
    """Whether edits only end with a `;` the value of a function that is called for it."""
    span = error.primary
    if error.code != "E0308" or span is None or span.file not in tree.files or not _VALUE.match(span.label or ""):
        return False
    function = around(node_at(tree, span), "function_item", "closure_expression")
    ended = all(edit.new.replace(";", "") == edit.old.replace(";", "") for edit in edits)
    if function is None or function.type != "function_item" or field_text(function, "return_type") or not ended:
        return False
    asked = re.compile(
        rf"(?:[-+*/%<=(,&|!?]|\b(?:return|in|if|match|while))\s*(?:[\w.]+(?:::|\.))*{field_text(function, 'name')}\("
    )
    return any(asked.search(_COMMENT.sub("", text)) for text in tree.files.values())
