"""A `fmt` that gives back `Result` alone (E0107), as where `fmt::Result` is imported: it has to say whose result it
is."""

import re
from collections.abc import Iterator

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import field_text
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.rewritten import written_over
from sleepy_coder.rust.source import Edit, SourceTree

_IMPORTED = re.compile(
    r"\buse\s+(?:std|core)::(?:fmt|\{[^;]*\bfmt\b[^;]*\})|\buse\s+(?:std|core)::fmt::\{[^;]*\bself\b"
)


def fmt_results(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """`fmt::Result`, with its whole path where `fmt` is not imported."""
    function = around(node_at(tree, span), "function_item") if error.code == "E0107" and span.text == "Result" else None
    result = function.child_by_field_name("return_type") if function is not None else None
    shown = around(function, "impl_item") is not None and field_text(function, "name") == "fmt"
    if result is not None and shown and field_text(function, "return_type") == "Result":
        path = "fmt::Result" if _IMPORTED.search(tree.files[span.file]) else "std::fmt::Result"
        yield f"give back `{path}`", written_over(tree, span.file, result, path)
