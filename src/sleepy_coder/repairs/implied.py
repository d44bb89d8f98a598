"""Repairs that a diagnostic names without writing them down: rustc says what is missing and where, not what to type.

They lie in the folders beside this file, a module for each idea: what does not parse in `syntax`, values of another
type than is wanted in `types`, what items lack or are called with in `items`, what is moved, borrowed or shared in
`ownership`. What a refactoring leaves behind is gathered by `leftovers.py`, repairs of several places by `joint.py`.
"""

from collections.abc import Callable, Iterator

from sleepy_coder.repairs.items.alias_parameters import alias_parameters
from sleepy_coder.repairs.items.alike_arms import alike_arms
from sleepy_coder.repairs.items.alternatives import alternatives
from sleepy_coder.repairs.items.associated_bounds import associated_bounds
from sleepy_coder.repairs.items.associated_types import associated_types
from sleepy_coder.repairs.items.boxed_clones import boxed_clones
from sleepy_coder.repairs.items.branch_locals import branch_locals
from sleepy_coder.repairs.items.copied_parameters import copied_parameters
from sleepy_coder.repairs.items.copies import copies
from sleepy_coder.repairs.items.derives import derives
from sleepy_coder.repairs.items.error_impls import error_impls
from sleepy_coder.repairs.items.exchanged import exchanged
from sleepy_coder.repairs.items.fmt_results import fmt_results
from sleepy_coder.repairs.items.given_twice import one_of_two
from sleepy_coder.repairs.items.loops_over import loops_over
from sleepy_coder.repairs.items.missing_fields import missing_fields
from sleepy_coder.repairs.items.named_after import named_after
from sleepy_coder.repairs.items.named_tuples import named_tuples
from sleepy_coder.repairs.items.operator_outputs import operator_outputs
from sleepy_coder.repairs.items.positional_values import positional_values
from sleepy_coder.repairs.items.renamed_members import renamed_members
from sleepy_coder.repairs.items.reordered import reordered
from sleepy_coder.repairs.items.repeated_derives import repeated_derives
from sleepy_coder.repairs.items.spare_arguments import without_one
from sleepy_coder.repairs.items.underivable import underivable
from sleepy_coder.repairs.joint import joint
from sleepy_coder.repairs.leftovers import leftovers
from sleepy_coder.repairs.ownership.added_later import added_later
from sleepy_coder.repairs.ownership.asked_before import asked_before
from sleepy_coder.repairs.ownership.borrowed_in_turn import borrowed_in_turn
from sleepy_coder.repairs.ownership.called_later import called_later
from sleepy_coder.repairs.ownership.collected_first import collected_first
from sleepy_coder.repairs.ownership.computed_entries import computed_entries
from sleepy_coder.repairs.ownership.consumed import consumed
from sleepy_coder.repairs.ownership.downgraded import downgraded
from sleepy_coder.repairs.ownership.drained import drained
from sleepy_coder.repairs.ownership.looked_up import looked_up
from sleepy_coder.repairs.ownership.matched_in_place import matched_in_place
from sleepy_coder.repairs.ownership.moved_iterators import moved_iterators
from sleepy_coder.repairs.ownership.overwritten import overwritten
from sleepy_coder.repairs.ownership.read_before_moved import read_before_moved
from sleepy_coder.repairs.ownership.removed_in_loop import removed_in_loop
from sleepy_coder.repairs.ownership.repeated_closures import repeated_closures
from sleepy_coder.repairs.ownership.shared_access import written_through
from sleepy_coder.repairs.ownership.taken import taken
from sleepy_coder.repairs.ownership.taken_elements import taken_elements
from sleepy_coder.repairs.ownership.unwrapped_guards import unwrapped_guards
from sleepy_coder.repairs.syntax.commas import commas
from sleepy_coder.repairs.syntax.foreign import foreign
from sleepy_coder.repairs.syntax.open_delimiters import balanced
from sleepy_coder.repairs.syntax.open_strings import closed
from sleepy_coder.repairs.syntax.slips import slips
from sleepy_coder.repairs.syntax.ternaries import ternaries
from sleepy_coder.repairs.syntax.trailing_separators import trailing_separators
from sleepy_coder.repairs.types.added_texts import added_texts
from sleepy_coder.repairs.types.asked_closures import asked_closures
from sleepy_coder.repairs.types.borrowed_keys import borrowed_keys
from sleepy_coder.repairs.types.byte_literals import byte_literals
from sleepy_coder.repairs.types.char_literals import char_literals
from sleepy_coder.repairs.types.collected_kinds import collected_kinds
from sleepy_coder.repairs.types.collected_references import collected_references
from sleepy_coder.repairs.types.collected_results import collected_results
from sleepy_coder.repairs.types.compared import compared
from sleepy_coder.repairs.types.error_conversions import error_conversions
from sleepy_coder.repairs.types.error_texts import error_texts
from sleepy_coder.repairs.types.indices import indices
from sleepy_coder.repairs.types.lifetime_bounds import lifetime_bounds
from sleepy_coder.repairs.types.mismatches import mismatches
from sleepy_coder.repairs.types.missing_tails import missing_tails
from sleepy_coder.repairs.types.mixed_numbers import mixed_numbers
from sleepy_coder.repairs.types.needless_derefs import needless_derefs
from sleepy_coder.repairs.types.ordered import ordered
from sleepy_coder.repairs.types.other_ends import other_ends
from sleepy_coder.repairs.types.skipped_rounds import skipped_rounds
from sleepy_coder.repairs.types.sorted_iterators import sorted_iterators
from sleepy_coder.repairs.types.summed import summed
from sleepy_coder.repairs.types.text_indices import text_indices
from sleepy_coder.repairs.types.total_order import total_order
from sleepy_coder.repairs.types.trait_objects import trait_objects
from sleepy_coder.repairs.types.untyped_constants import untyped_constants
from sleepy_coder.repairs.types.wider_callees import wider_callees
from sleepy_coder.repairs.types.wrapping import wrapped
from sleepy_coder.rust.diagnostic import Applicability, Diagnostic, Span
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.suggestion import Suggestion


def implied(error: Diagnostic, tree: SourceTree) -> tuple[Suggestion, ...]:
    """What an error names, as suggestions that may be incorrect."""
    readers: tuple[Callable[[Diagnostic, Span, SourceTree], Iterator[tuple[str, Edit]]], ...] = (
        missing_tails,
        missing_fields,
        collected_references,
        mixed_numbers,
        closed,
        balanced,
        one_of_two,
        without_one,
        slips,
        commas,
        ternaries,
        foreign,
        mismatches,
        derives,
        taken,
        associated_types,
        copies,
        written_through,
        reordered,
        indices,
        text_indices,
        total_order,
        byte_literals,
        char_literals,
        compared,
        copied_parameters,
        renamed_members,
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
        moved_iterators,
        read_before_moved,
        overwritten,
        removed_in_loop,
        unwrapped_guards,
        downgraded,
        borrowed_keys,
        other_ends,
        summed,
        branch_locals,
        trait_objects,
        computed_entries,
        added_later,
        called_later,
        borrowed_in_turn,
        alike_arms,
        named_after,
        error_texts,
        named_tuples,
        skipped_rounds,
        operator_outputs,
        trailing_separators,
        collected_kinds,
        ordered,
        exchanged,
        sorted_iterators,
        untyped_constants,
        fmt_results,
        alias_parameters,
        error_impls,
        boxed_clones,
        loops_over,
        positional_values,
        associated_bounds,
        asked_closures,
        wider_callees,
        repeated_derives,
        needless_derefs,
        collected_results,
        repeated_closures,
        lifetime_bounds,
        taken_elements,
    )
    span = error.primary
    if span is None or span.file not in tree.files:
        return ()
    if span.in_macro:
        readers = (
            wrapped,
            underivable,
            repeated_derives,
            missing_tails,
            error_texts,
            boxed_clones,
            read_before_moved,
        )
    found = (one for reader in readers for one in reader(error, span, tree))
    named = tuple(Suggestion(message, Applicability.MAYBE, (edit,)) for message, edit in found)
    return (*named, *leftovers(error, span, tree), *joint(error, tree))
