"""Repairs that a diagnostic names without writing them down: rustc says what is missing and where, not what to type.

* a function that ends without its `Ok(())` or `Some(())`
* a field that an initializer lacks, where the function has a variable of that name
* elements collected by reference into a collection of values, texts into one of strings
* arithmetic on numbers of two types (`mixed_numbers.py`)
* a string that does not end (`open_strings.py`), a delimiter that is missing or one too many (`open_delimiters.py`)
* the one of two definitions that says the same as the other (`given_twice.py`)
* a call without each of its arguments, where one is too many (`spare_arguments.py`)
* a function's keyword, a module of the standard library (`slips.py`)
* a `take` of what is replaced afterwards (`taken.py`)
* an associated type that a method's result tells (`associated_types.py`)
* `Copy` for a type that could be copied (`copies.py`)
* a `collect`, an `as_str` that types call for (`mismatches.py`), a derive that a method does (`derives.py`)
* what was borrowed to be read and is written (`shared_access.py`), a macro's value in its `Some` (`wrapping.py`)
* a function's keyword, a module of the standard library (`slips.py`), a comma (`commas.py`)
* what other languages write in the place of Rust's words and marks (`foreign.py`)
* a `collect`, a `mut`, an `as_str` that types call for (`mismatches.py`), a derive that a method does (`derives.py`)
* `.ok()` before a `?` (`none_of_error.py`), the `From` that a `?` needs (`from_variants.py`)
* what is moved out (`consumed.py`, `overwritten.py`) or matched in its place (`matched_in_place.py`)
* a loop that removes what it goes over (`removed_in_loop.py`)
* what is borrowed for too long (`drained.py`, `looked_up.py`, `asked_before.py`, `collected_first.py`)
* what locks, threads and weak pointers hold (`unwrapped_guards.py`, `downgraded.py`)
* repairs of several places (`joint.py`)
"""

import re
from collections.abc import Callable, Iterator

from tree_sitter import Node

from sleepy_coder.rust.asked_before import asked_before
from sleepy_coder.rust.associated_types import associated_types
from sleepy_coder.rust.collected_first import collected_first
from sleepy_coder.rust.commas import commas
from sleepy_coder.rust.consumed import consumed
from sleepy_coder.rust.copies import copies
from sleepy_coder.rust.derives import derives
from sleepy_coder.rust.diagnostic import Applicability, Diagnostic, Span
from sleepy_coder.rust.downgraded import downgraded
from sleepy_coder.rust.drained import drained
from sleepy_coder.rust.foreign import foreign
from sleepy_coder.rust.from_variants import from_variants
from sleepy_coder.rust.given_twice import one_of_two
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.joint import joint
from sleepy_coder.rust.looked_up import looked_up
from sleepy_coder.rust.matched_in_place import matched_in_place
from sleepy_coder.rust.mismatches import mismatches
from sleepy_coder.rust.mixed_numbers import mixed_numbers
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.none_of_error import none_of_error
from sleepy_coder.rust.open_delimiters import balanced
from sleepy_coder.rust.open_strings import closed
from sleepy_coder.rust.overwritten import overwritten
from sleepy_coder.rust.removed_in_loop import removed_in_loop
from sleepy_coder.rust.shared_access import written_through
from sleepy_coder.rust.slips import slips
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.spare_arguments import without_one
from sleepy_coder.rust.suggestion import Suggestion
from sleepy_coder.rust.taken import taken
from sleepy_coder.rust.unwrapped_guards import unwrapped_guards
from sleepy_coder.rust.wrapping import wrapped

_UNIT_FOUND = re.compile(r"^expected `(Result|Option)<\(\)(?:, .+)?>`, found `\(\)`$")
_NO_TAIL = "implicitly returns `()` as its body has no tail"
_LACKING = re.compile(r"^missing fields? (.*) in initializer of ")
_BY_REFERENCE = re.compile(
    r"of type `[\w:]+<(?P<held>.+)>` cannot be built from an iterator over elements of type `&(?P<found>.+)`"
)
_PLAIN = frozenset(("bool", "char", "f32", "f64", *(f"{s}{n}" for s in "iu" for n in (8, 16, 32, 64, 128, "size"))))


def implied(error: Diagnostic, tree: SourceTree) -> tuple[Suggestion, ...]:
    """What an error names, as suggestions that may be incorrect."""
    readers: tuple[Callable[[Diagnostic, Span, SourceTree], Iterator[tuple[str, Edit]]], ...] = (
        _missing_tail,
        _missing_fields,
        _collected_references,
        mixed_numbers,
        closed,
        balanced,
        one_of_two,
        without_one,
        slips,
        commas,
        foreign,
        mismatches,
        derives,
        taken,
        associated_types,
        copies,
        written_through,
        none_of_error,
        from_variants,
        drained,
        looked_up,
        asked_before,
        collected_first,
        consumed,
        matched_in_place,
        overwritten,
        removed_in_loop,
        unwrapped_guards,
        downgraded,
    )
    span = error.primary
    if span is None or span.file not in tree.files:
        return ()
    if span.in_macro:
        readers = (wrapped,)
    found = (one for reader in readers for one in reader(error, span, tree))
    return (*(Suggestion(message, Applicability.MAYBE, (edit,)) for message, edit in found), *joint(error, tree))


def _missing_tail(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    wanted = _UNIT_FOUND.match(span.label or "")
    named = next((one for one in error.spans if _NO_TAIL in (one.label or "") and one.file == span.file), None)
    if wanted is None or named is None:
        return
    body = _field(around(node_at(tree, named), "function_item"), "body")
    if body is None or not body.named_children:
        return
    last, end = body.named_children[-1], body.end_point.row + 1
    if last.end_point.row + 1 >= end or tree.line(span.file, end).strip() != "}":
        return
    indent = _indent(tree.line(span.file, last.start_point.row + 1))
    tail = {"Result": "Ok(())", "Option": "Some(())"}[wanted[1]]
    yield f"put `{tail}` at the end", Edit(span.file, end, end - 1, "", indent + tail)


def _missing_fields(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    lacking = _LACKING.match(error.message)
    if lacking is None or "other field" in lacking[1]:
        return
    literal = around(node_at(tree, span), "struct_expression")
    function, fields = around(literal, "function_item"), _field(literal, "body")
    if literal is None or function is None or fields is None or fields.has_error:  # rustc does not see all of it
        return
    names = re.findall(r"`(\w+)`", lacking[1])
    above = node_text(function).encode()[: literal.start_byte - function.start_byte].decode(errors="ignore")
    if not all(re.search(rf"(?<![.\w]){name}\b", above) for name in names):
        return
    last = fields.named_children[-1] if fields.named_children else None
    comma = last is not None and last.next_sibling is not None and last.next_sibling.type == ","
    if last is None:
        if node_text(fields).strip("{} "):  # over several lines
            return
        edit = _put(tree, span.file, fields, instead=f"{{ {', '.join(names)} }}")
    elif comma and last.end_point.row < fields.end_point.row:
        number = last.end_point.row + 2
        indent = _indent(tree.line(span.file, last.start_point.row + 1))
        edit = Edit(span.file, number, number - 1, "", "\n".join(f"{indent}{name}," for name in names))
    else:
        edit = _put(tree, span.file, last, after=f", {', '.join(names)}")
    yield f"give {lacking[1]} the variable of that name", edit


def _collected_references(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    kinds = _BY_REFERENCE.search(error.message)
    chain = _field(around(node_at(tree, span), "field_expression"), "value")
    if kinds is None or chain is None:
        return
    if (kinds["held"], kinds["found"]) == ("String", "str"):
        method = "map(String::from)"
    elif kinds["held"] == kinds["found"]:
        method = "copied()" if kinds["found"] in _PLAIN else "cloned()"
    else:
        return
    line, number = tree.line(span.file, span.line_start), span.line_start
    if line.lstrip().startswith("."):
        edit = Edit(span.file, number, number - 1, "", f"{_indent(line)}.{method}")
    else:
        edit = _put(tree, span.file, chain, after=f".{method}")
    yield f"collect values by `{method}`", edit


def _field(node: Node | None, name: str) -> Node | None:
    return None if node is None else node.child_by_field_name(name)


def _put(
    tree: SourceTree,
    file: str,
    node: Node,
    *,
    before: str = "",
    after: str = "",
    instead: str | None = None,
) -> Edit:
    """What comes before and after a node on its last line, or instead of it."""
    number = node.end_point.row + 1
    line = tree.line(file, number)
    begin = node.start_point.column if node.start_point.row + 1 == number else 0
    start, end = (line.encode()[:column].decode() for column in (begin, node.end_point.column))
    middle = line[len(start) : len(end)] if instead is None else instead
    return Edit(file, number, number, line, start + before + middle + after + line[len(end) :])


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]
