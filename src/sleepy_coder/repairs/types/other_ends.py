"""A function that ends without a value after a loop or an `if` without an `else` (E0308, E0317), where all values that
it returns so far are `Some(..)`, or the same of `true` and `false`: at its end there is only the other one left to say,
or it would always say the same. A `?` says it already, and the end may be anything, as it may where the last thing that
it does never returns. An `if` that has `Err(..)` alone as its value says `Ok(())` otherwise; other ends of a
`Result<(), _>` are found by `missing_tails.py`.
"""

import re
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.repairs.types.returned import BODIES, last_of, leaving, returns, said
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import field_text
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.rewritten import after, rewritten
from sleepy_coder.rust.source import Edit, SourceTree

_NOTHING = re.compile(r"^expected `(?:Option<.+>|bool|Result<\(\), .+>)`, found `\(\)`$")
_OTHER = {"Some": "None", "Err": "Ok(())", "true": "false", "false": "true"}


def other_ends(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """`None`, `Ok(())`, `false` or `true` at the end of the function, or in an `else` where the `if` has a value."""
    wanted = error.code in ("E0308", "E0317") and _NOTHING.match(span.label or "")
    function = around(node_at(tree, span), *BODIES) if wanted else None
    body = function.child_by_field_name("body") if function is not None and function.type == "function_item" else None
    last = last_of(body)
    if function is None or body is None or last is None:
        return
    last = last.named_children[0] if last.type == "expression_statement" else last
    result = function.child_by_field_name("return_type")
    within = any(one is not None and _holds(one, span) for one in (last, result))
    branch, valued = last, list[str]()
    if last.type == "if_expression":
        branch = _innermost(last)
        valued = [*_values(last)]
    elif last.type not in ("for_expression", "while_expression"):
        return
    other = _other([*_returned(body), *valued], field_text(function, "return_type"))
    if other is None or not within or branch.child_by_field_name("alternative") is not None:
        return
    line = tree.line(span.file, last.start_point.row + 1)
    indent, end = line[: len(line) - len(line.lstrip())], body.end_point.row + 1
    if valued:
        step = "\t" if indent.endswith("\t") else "    "
        text = f" else {{\n{indent}{step}{other}\n{indent}}}"
        yield f"say `{other}` otherwise", rewritten(tree, span.file, [after(branch, text)])
    elif other != _OTHER["Err"] and any(returns(last)) and tree.line(span.file, end).strip() == "}":
        yield f"put `{other}` at the end", Edit(span.file, end, end - 1, "", indent + other)


def _holds(node: Node, span: Span) -> bool:
    return node.start_byte <= span.byte_start < node.end_byte


def _innermost(branch: Node) -> Node:
    """The last `if` of a chain of `else if`."""
    alternative = branch.child_by_field_name("alternative")
    inner = alternative.named_children[0] if alternative is not None and alternative.named_children else None
    return _innermost(inner) if inner is not None and inner.type == "if_expression" else branch


def _values(branch: Node) -> Iterator[str]:
    """What the branches of a chain of `if`s say, where they end with a value."""
    consequence, alternative = (branch.child_by_field_name(name) for name in ("consequence", "alternative"))
    last = last_of(consequence)
    if last is not None and last.type not in ("expression_statement", "let_declaration"):
        yield said(last)
    for inner in alternative.named_children if alternative is not None else ():
        if inner.type == "if_expression":
            yield from _values(inner)


def _returned(body: Node) -> Iterator[str]:
    """What each `return` of a function says, and nothing for each `?`."""
    for one in leaving(body, "try_expression", "return_expression"):
        yield said(one.named_children[0]) if one.type == "return_expression" and one.named_children else ""


def _other(values: list[str], result: str) -> str | None:
    """What none of the values says, if they all say the same."""
    only = values[0] if len(set(values)) == 1 else ""
    if only == "Err" and not re.match(r"(?:\w+::)*\w*Result<\s*\(\)", result):
        return None
    return _OTHER.get(only)
