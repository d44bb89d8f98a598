"""Repairs that a diagnostic names without writing them down: rustc says what is missing and where, not what to type.

* here: a function that ends without its `Ok(())` or `Some(())`, a field that an initializer lacks, where the function
  has a variable of that name, elements collected by reference into a collection of values
* what does not parse: `open_strings.py`, `open_delimiters.py`, `commas.py`, `slips.py`, and what other languages write,
  `foreign.py`, `foreign_methods.py`
* types that differ: `mismatches.py`, `mixed_numbers.py`, `indices.py`, `total_order.py`, `byte_literals.py`,
  `compared.py`, `added_texts.py`, `error_conversions.py`, `wrapping.py`
* what an item lacks or has twice: `given_twice.py`, `associated_types.py`, `derives.py`, `underivable.py`, `copies.py`,
  `copied_parameters.py`, `renamed_members.py`, `alternatives.py`
* calls: `spare_arguments.py`, `reordered.py`
* what is moved, borrowed, locked or shared: `taken.py`, `consumed.py`, `overwritten.py`, `matched_in_place.py`,
  `removed_in_loop.py`, `drained.py`, `looked_up.py`, `asked_before.py`, `collected_first.py`, `shared_access.py`,
  `unwrapped_guards.py`, `downgraded.py`
* what a refactoring left behind (`leftovers.py`), and repairs of several places (`joint.py`)
"""

import re
from collections.abc import Callable, Iterator

from tree_sitter import Node

from sleepy_coder.rust.added_texts import added_texts
from sleepy_coder.rust.alternatives import alternatives
from sleepy_coder.rust.asked_before import asked_before
from sleepy_coder.rust.associated_types import associated_types
from sleepy_coder.rust.byte_literals import byte_literals
from sleepy_coder.rust.collected_first import collected_first
from sleepy_coder.rust.commas import commas
from sleepy_coder.rust.compared import compared
from sleepy_coder.rust.consumed import consumed
from sleepy_coder.rust.copied_parameters import copied_parameters
from sleepy_coder.rust.copies import copies
from sleepy_coder.rust.derives import derives
from sleepy_coder.rust.diagnostic import Applicability, Diagnostic, Span
from sleepy_coder.rust.downgraded import downgraded
from sleepy_coder.rust.drained import drained
from sleepy_coder.rust.error_conversions import error_conversions
from sleepy_coder.rust.foreign import foreign
from sleepy_coder.rust.foreign_methods import foreign_methods
from sleepy_coder.rust.given_twice import one_of_two
from sleepy_coder.rust.indices import indices
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.joint import joint
from sleepy_coder.rust.leftovers import leftovers
from sleepy_coder.rust.looked_up import looked_up
from sleepy_coder.rust.matched_in_place import matched_in_place
from sleepy_coder.rust.mismatches import mismatches
from sleepy_coder.rust.mixed_numbers import mixed_numbers
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.open_delimiters import balanced
from sleepy_coder.rust.open_strings import closed
from sleepy_coder.rust.overwritten import overwritten
from sleepy_coder.rust.removed_in_loop import removed_in_loop
from sleepy_coder.rust.renamed_members import renamed_members
from sleepy_coder.rust.reordered import reordered
from sleepy_coder.rust.shared_access import written_through
from sleepy_coder.rust.slips import slips
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.spare_arguments import without_one
from sleepy_coder.rust.suggestion import Suggestion
from sleepy_coder.rust.taken import taken
from sleepy_coder.rust.total_order import total_order
from sleepy_coder.rust.underivable import underivable
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
        reordered,
        indices,
        total_order,
        byte_literals,
        compared,
        copied_parameters,
        renamed_members,
        foreign_methods,
        alternatives,
        underivable,
        error_conversions,
        added_texts,
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
        readers = (wrapped, underivable)
    found = (one for reader in readers for one in reader(error, span, tree))
    named = tuple(Suggestion(message, Applicability.MAYBE, (edit,)) for message, edit in found)
    return (*named, *leftovers(error, span, tree), *joint(error, tree))


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
