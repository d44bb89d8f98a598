"""A chain of Results or Options that is asked with `?` for what it collects, and collects a list of them (E0277), or
does not say what it collects (E0283): a Result of the list is what stops at the first failure. So it is with a sum.

    .map(str::parse::<u32>).collect::<Vec<_>>()?       .map(str::parse::<u32>).collect::<Result<Vec<_>, _>>()?
    let all: Vec<u32> = parsed.collect()?;             let all: Vec<u32> = parsed.collect::<Result<_, _>>()?;
"""

import re
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.repairs.types.chains import method_of
from sleepy_coder.repairs.types.wrapping import parted
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import field_text
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, asked_at, value_at
from sleepy_coder.rust.rewritten import Piece, after, instead, rewritten
from sleepy_coder.rust.source import Edit, SourceTree

_KIND = re.compile(r"^the `\?` operator cannot be applied to type `(?:(?:\w+::)*\w+<(?P<kind>Result|Option)<)?.+`$")
_UNSAID = re.compile(r"^cannot satisfy `_: (?:FromIterator|Sum|Product)<(?P<kind>Result|Option)<.+>`$")
_FAILING = re.compile(r"(?:\w+::)*(?P<kind>Option|\w*Result)\b")
_OF_FAILING = re.compile(r"(?P<list>(?:\w+::)*\w+)<(?:\w+::)*(?:Result|Option)<(?P<held>.+)>>")


def collected_results(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The Result or Option of what is collected, behind the method's name."""
    call, kind = _asked(error, tree)
    piece = _told(call, kind) if call is not None else None
    if piece is not None:
        yield f"collect {'an Option' if kind == 'Option' else 'a Result'}", rewritten(tree, span.file, [piece])


def collected_result(error: Diagnostic, tree: SourceTree) -> str | None:
    """`Result` or `Option` where a type is needed for what is asked, and the elements tell that it is this."""
    call, kind = _asked(error, tree)
    return kind if call is not None and error.code == "E0283" else None


def _asked(error: Diagnostic, tree: SourceTree) -> tuple[Node | None, str]:
    """The last call of a chain, which is asked, and as what it can be."""
    span = error.primary
    if error.code not in ("E0277", "E0283") or span is None or span.file not in tree.files:
        return None, ""
    if error.code == "E0277":
        said = _KIND.match(span.label or "")
        asked = asked_at(tree, span) if said is not None else None
        call = asked.named_children[0] if asked is not None else None
    else:
        said = next((found for one in error.children if (found := _UNSAID.match(one.message))), None)
        call = around(value_at(tree, span), "call_expression") if said is not None else None
    name = method_of(call) if call is not None else None
    outer = call.parent if call is not None else None
    if said is None or name is None or node_text(name) not in ("collect", "sum", "product"):
        return None, ""
    failing = _FAILING.match(field_text(around(call, "function_item"), "return_type"))
    kind = said["kind"] or ("Option" if failing is not None and failing["kind"] == "Option" else "Result")
    return (call if outer is not None and outer.type == "try_expression" else None), kind


def _told(call: Node, kind: str) -> Piece | None:
    """What the call says that it gives, as one that may fail."""
    name, function = method_of(call), call.child_by_field_name("function")
    told = function.child_by_field_name("type_arguments") if function is not None else None
    rest = ", _" if kind == "Result" else ""
    if told is None:
        return after(name, f"::<{kind}<_{rest}>>") if name is not None else None
    held = node_text(told)[1:-1].strip()
    of_failing = _OF_FAILING.fullmatch(held)
    if of_failing is not None:
        first, *error = parted(of_failing["held"])
        listed = f"{of_failing['list']}<{first}>"
        return instead(told, f"<{kind}<{', '.join((listed, *error))}>>")
    return None if _FAILING.match(held) else instead(told, f"<{kind}<{held}{rest}>>")
