"""A type of the tree that is to be an error and says its text, but not that it is one (E0277)."""

import re
from collections.abc import Iterator

from sleepy_coder.repairs.items.imported import is_imported
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import field_text, implementations, only
from sleepy_coder.rust.rewritten import below
from sleepy_coder.rust.source import Edit, SourceTree

_LACKING = re.compile(r"`(?:\w+::)*(?P<name>\w+): (?:\w+::)*Error` is not satisfied$")
_PATH = "std::error::Error"


def error_impls(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """`impl Error` below what shows the type."""
    lacking = _LACKING.search(error.message) if error.code == "E0277" else None
    home = only(tree, lacking["name"], "struct_item", "enum_item") if lacking is not None else None
    if lacking is None or home is None or home[1].child_by_field_name("type_parameters") is not None:
        return
    for file, block in implementations(tree, lacking["name"], "Display"):
        trait = "Error" if is_imported(_PATH, block) else _PATH
        yield (
            f"call `{lacking['name']}` an error",
            below(file, block, f"impl {trait} for {field_text(block, 'type')} {{}}"),
        )
