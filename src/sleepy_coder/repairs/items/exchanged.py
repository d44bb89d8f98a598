"""Two arguments of which each has the type of the other's parameter (E0308), as after a function's parameters changed
places, also where one is now taken by reference: rustc sees no more than that neither fits.

    log(text.to_string(), Level::Low)       log(Level::Low, &text.to_string())

No other parameter may be of either type: then it would be open which argument is meant for which.
"""

import re
from collections.abc import Iterator
from itertools import combinations

from tree_sitter import Node

from sleepy_coder.repairs.items.spare_arguments import MOST_ARGUMENTS
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import arguments_of, bare, field_text
from sleepy_coder.rust.items import COMMENTS
from sleepy_coder.rust.nodes import around, node_at, value_at
from sleepy_coder.rust.rewritten import instead, rewritten
from sleepy_coder.rust.source import Edit, SourceTree

_DIFFERING = re.compile(r"^(?:expected `[^`]+`, found|unexpected argument(?: #\d+)? of type) `([^`]+)`$")
_UNEXPECTED = re.compile(r"^unexpected argument #(\d+) of type `")
_MISSING = re.compile(r"^argument #(\d+) of type `[^`]+` is missing$")
_DEFINED = re.compile(r"^(?:function|method|associated function) defined here$")
_TEXT = re.compile(r'"(?:[^"\\]|\\.)*"')
_OWNED = re.compile(r'(?:String::from\()?("(?:[^"\\]|\\.)*")(?:\)|\.(?:to_string|to_owned|into)\(\))')
_MAKES_TEXT = re.compile(r"^format!|^String::|\.(?:to_string|to_owned)\(\)$")
_VARIANT = re.compile(r"(?:\w+::)*([A-Z]\w*)::[A-Z]\w*\b")


def exchanged(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The call with the two in each other's place."""
    given = _given(span, tree) if error.code == "E0308" else []
    wanted = _parameters(error, tree) if 1 < len(given) <= MOST_ARGUMENTS else []
    if len(wanted) != len(given):
        return
    source = tree.files[span.file].encode()
    texts = [source[one.start_byte : one.end_byte].decode() for one in given]  # the macros among them as they are
    found = _found(error, given, texts)
    spare, lacking = (_number(error, label) for label in (_UNEXPECTED, _MISSING))
    if max(spare, lacking) < len(given) and abs(spare - lacking) == 1 and min(spare, lacking) >= 0:
        found[lacking] = found[lacking] or wanted[spare]  # as rustc took it for that
    for left, right in combinations(range(len(given)), 2):
        there, here = (_fitted(texts[one], found[one], wanted[other]) for one, other in ((left, right), (right, left)))
        alone = wanted.count(wanted[left]) == wanted.count(wanted[right]) == 1
        if there is not None and here is not None and alone and {left, right} & _said(error, given):
            pieces = [instead(given[left], here), instead(given[right], there)]
            yield f"give `{here}` before `{there}`", rewritten(tree, span.file, pieces)


def _given(span: Span, tree: SourceTree) -> list[Node]:
    """The arguments of the call that a span is in, or names."""
    call = around(value_at(tree, span), "call_expression")
    while call is not None:
        given = call.child_by_field_name("arguments")
        listed = [one for one in given.named_children if one.type not in COMMENTS] if given is not None else []
        of_callee = given is not None and span.byte_end <= given.start_byte
        if of_callee or any((one.start_byte, one.end_byte) == (span.byte_start, span.byte_end) for one in listed):
            return listed
        call = around(call.parent, "call_expression")
    return []


def _parameters(error: Diagnostic, tree: SourceTree) -> list[str]:
    """The types that a function of the tree takes, if it says them plainly."""
    notes = (child for child in error.children if _DEFINED.match(child.message))
    home = next((one for note in notes for one in note.spans if one.file in tree.files), None)
    function = around(node_at(tree, home), "function_item", "function_signature_item") if home is not None else None
    generic = function is None or function.child_by_field_name("type_parameters") is not None
    return [] if function is None or generic else [field_text(one, "type") for one in arguments_of(function)]


def _number(error: Diagnostic, label: re.Pattern[str]) -> int:
    """The place of the one argument of which a label says something; -1 where there is none or several."""
    found = [int(said[1]) - 1 for one in error.spans if (said := label.match(one.label or "")) is not None]
    return found[0] if len(found) == 1 else -1


def _said(error: Diagnostic, given: list[Node]) -> set[int]:
    """The arguments that rustc says are of another type."""
    places = {(one.byte_start, one.byte_end) for one in error.spans if _DIFFERING.match(one.label or "")}
    return {number for number, one in enumerate(given) if (one.start_byte, one.end_byte) in places}


def _found(error: Diagnostic, given: list[Node], texts: list[str]) -> list[str]:
    """The type of each argument, as rustc says or its form tells; '' where neither does."""
    told = {
        (one.byte_start, one.byte_end): found[1]
        for one in error.spans
        if (found := _DIFFERING.match(one.label or "")) is not None
    }
    places = ((one.start_byte, one.end_byte) for one in given)
    return [told.get(place) or _by_form(text) for place, text in zip(places, texts, strict=True)]


def _by_form(value: str) -> str:
    if _MAKES_TEXT.search(value):
        return "String"
    if _TEXT.fullmatch(value):
        return "&str"
    variant = _VARIANT.match(value)
    return variant[1] if variant is not None else ""


def _fitted(text: str, kind: str, wanted: str) -> str | None:
    """An argument as a parameter of a type takes it; None where it does not."""
    if kind and (kind == wanted or (not kind.startswith("&") and kind == bare(wanted) and wanted[:1] != "&")):
        return text
    owned = _OWNED.fullmatch(text)
    if kind == "String" and wanted == "&str" and owned is not None:
        return owned[1]
    element = re.fullmatch(r"&\[(.+)\]", wanted)
    lent = (kind == "String" and wanted == "&str") or wanted == f"&{kind}"
    lent |= element is not None and kind == f"Vec<{element[1]}>"
    return f"&{text}" if kind and lent else None
