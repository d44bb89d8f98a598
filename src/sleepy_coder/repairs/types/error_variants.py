"""A `?` whose error cannot become that of the function (E0271, E0277), which is an enum of the tree with one variant
that holds just that error: the conversion is written as the enum's others are, else at the place. A text or a number
may be held for another reason, as the name of what was not found.

    impl From<ParseFloatError> for Error {..}           text.parse::<f64>().map_err(Error::Factor)?
"""

import re
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.repairs.types.chains import method_of, next_call
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import bare, field_text, implementations, members, only
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, asked_at, value_at
from sleepy_coder.rust.rewritten import after, rewritten
from sleepy_coder.rust.source import Edit, SourceTree

_PLAIN = re.compile(
    r"&?(?:'\w+ )?(?:mut )?(?:\w+::)*(?:String|str|char|bool|[iuf](?:8|16|32|64|128|size)|Vec<.*)|[(\[].*|Box<str>"
)
_PARSED = re.compile(r"^type mismatch resolving `<.+ as (?:\w+::)*FromStr>::Err == (?:\w+::)*(?P<owner>\w+)`$")
_FOUND = re.compile(r"^expected `.+`, found `(?P<held>.+)`$")
_LACKING = re.compile(r"\bthe trait `(?:\w+::)*From<(?P<held>.+)>` is not implemented for `(?:\w+::)*(?P<owner>\w+)`$")


def error_variants(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The conversion into the only variant that holds the error."""
    found = _conversion(error, span)
    if found is None or _PLAIN.fullmatch(found[1]):
        return
    owner, held = found
    home = only(tree, owner, "enum_item")
    fitting = [one for one in members(home[1]) if _holds(one, held)] if home is not None else []
    if home is None or len(fitting) != 1 or home[1].child_by_field_name("type_parameters") is not None:
        return
    variant = f"{owner}::{field_text(fitting[0], 'name')}"
    like = [(file, block) for file, block in implementations(tree, owner, "From") if file == home[0]]
    like = [(file, block) for file, block in like if block.start_point.column == 0]
    if like:
        yield f"convert it into `{variant}`", _converted_alike(tree, *like[-1], fitting[0], variant)
    else:
        yield from _converted_here(span, tree, variant)


def _conversion(error: Diagnostic, span: Span) -> tuple[str, str] | None:
    """The type that an error cannot become, and its own; of what is parsed rustc says it where it is parsed."""
    if error.code == "E0271":
        parsed, other = _PARSED.match(error.message), _FOUND.match(span.label or "")
        return (parsed["owner"], other["held"]) if parsed is not None and other is not None else None
    if error.code != "E0277" or "`?` couldn't convert the error" not in error.message:
        return None
    said = "\n".join((error.message, *error.remarks))
    lacking = next((found for line in said.splitlines() if (found := _LACKING.search(line))), None)
    return (lacking["owner"], lacking["held"]) if lacking is not None else None


def _holds(variant: Node, held: str) -> bool:
    """Whether a variant holds one value, of a type; either name may be the end of the other's path."""
    body = variant.child_by_field_name("body")
    kinds = body.children_by_field_name("type") if body is not None and body.type.startswith("ordered") else []
    if len(kinds) != 1:
        return False
    one, other = (f"::{text}" for text in ("".join(node_text(kinds[0]).split()), "".join(held.split())))
    return one.endswith(other) or other.endswith(one)


def _converted_alike(tree: SourceTree, file: str, like: Node, variant: Node, path: str) -> Edit:
    """Another implementation behind the last of its kind, with the names that this uses."""
    parameters = [one for child in members(like) if (one := child.child_by_field_name("parameters")) is not None]
    given = parameters[0].named_children if parameters else []
    name = field_text(given[0], "pattern") if given else ""
    name = name if re.fullmatch(r"[a-z]\w*", name) else "error"
    body = variant.child_by_field_name("body")
    kind = node_text(body.children_by_field_name("type")[0]) if body is not None else ""
    first = tree.line(file, (members(like) or [like])[0].start_point.row + 1)
    indent = first[: len(first) - len(first.lstrip())] or "    "
    text = (
        f"\nimpl From<{kind}> for {bare(field_text(like, 'type'))} {{\n{indent}fn from({name}: {kind}) -> Self {{\n"
        f"{indent}{indent}{path}({name})\n{indent}}}\n}}"
    )
    number = like.end_point.row + 2
    return Edit(file, number, number - 1, "", text)


def _converted_here(span: Span, tree: SourceTree, path: str) -> Iterator[tuple[str, Edit]]:
    asked = asked_at(tree, span) or _asked_of(value_at(tree, span))
    if asked is not None and asked.named_children:
        value = asked.named_children[0]
        call = next_call(value, f"map_err({path})")
        yield f"convert it into `{path}`", rewritten(tree, span.file, [after(value, call)])


def _asked_of(method: Node | None) -> Node | None:
    """The `?` behind the call of a method."""
    call = around(method, "call_expression")
    asked = call.parent if call is not None and method_of(call) == method else None
    return asked if asked is not None and asked.type == "try_expression" else None
