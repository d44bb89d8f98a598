"""A type alias that names a parameter which it does not declare (E0425, once E0412), as `type Pair = (T, T);`. rustc
proposes the parameter for functions and types alone."""

import re
from collections.abc import Iterator

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.rewritten import after, rewritten
from sleepy_coder.rust.source import Edit, SourceTree

_UNKNOWN = re.compile(r"^cannot find type `(?P<name>[A-Z])` in this scope$")


def alias_parameters(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The parameter behind the alias's name, if it has none."""
    unknown = _UNKNOWN.match(error.message) if error.code in ("E0412", "E0425") else None
    alias = around(node_at(tree, span), "type_item") if unknown is not None else None
    name = alias.child_by_field_name("name") if alias is not None else None
    if unknown is None or alias is None or name is None:
        return
    if alias.child_by_field_name("type_parameters") is None and around(alias, "impl_item", "trait_item") is None:
        yield f"declare `{unknown['name']}`", rewritten(tree, span.file, [after(name, f"<{unknown['name']}>")])
