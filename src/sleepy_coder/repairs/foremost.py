"""Repairs that a diagnostic implies and that come before rustc's own, which mend the same error at a worse place.

* a `?` behind the call that a local is bound to, rather than at each use of the local (`unasked.py`)
* the lifetimes of a type for the whole implementation, rather than for a part of it (`impl_lifetimes.py`)
* numbers converted before something is computed of them, rather than what comes of them (`mixed_numbers.py`)
* where there are several errors, `Copy` at a type, rather than a `.clone()` at each place (`copies.py`)
* a clone of the part that is kept, rather than of the whole (`snapshots.py`, `kept_lookups.py`)
* a field taken out of what is dropped, rather than cloned (`emptied.py`)
* the lifetime of a result for one of several parameters, rather than for all of them (`lenders.py`)
* a reference to the original, rather than to a copy of it (`spare_copies.py`)
* a result as wide as what is returned, rather than a conversion that may panic (`widened_results.py`)
* a parameter as wide as the field that is given for it, likewise (`widened_parameters.py`)
* the list that a local was to hold, rather than what can be done with an iterator (`uncollected.py`)
* a `Box` in a collection, rather than at what is put into it (`boxed.py`)
* the argument of an operator's trait, rather than another type of its operand (`trait_arguments.py`)
* a variant's fields by their names, rather than without them (`struct_patterns.py`)
* a pattern's fields by their new names, rather than without them (`renamed_fields.py`)
* the fields that a pattern leaves out and that are used, rather than `_` (`used_fields.py`)
* a parameter of the trait, rather than another name for it (`trait_parameters.py`)
* `&mut self` for a method that changes what it does not give back, rather than `mut self` (`lent_self.py`)
* a variant with its enum's name, rather than imported (`qualified.py`)
* a loop over a reference, rather than over a clone (`borrowed_loops.py`)
* a float that a local begins with, rather than a conversion at each use (`float_literals.py`)
* `..` for the fields that a pattern leaves out, rather than their names (`ignored_fields.py`)
* a handle of its own for each round of a loop, and an end for the channel, rather than a clone (`cloned_handles.py`)
* an order by way of the one that is written by hand, rather than a derived one (`partial_orders.py`)
* all that an order needs at once, likewise (`whole_orders.py`)
* what an iterator gives, rather than another type where it is used (`yielded.py`)
* one Option of two by `and_then`, rather than an `unwrap` of the inner one (`nested_options.py`)
* a trait behind a pointer as a result in the trait itself, rather than its owner's type (`dyn_results.py`)
* a method of one of several traits by its trait's name, rather than with a second reference (`ambiguous_methods.py`)
* what other languages call a method, or say by one (`foreign_methods.py`, `foreign_calls.py`), rather than what is
  spelt like it
"""

from collections.abc import Callable, Iterator

from sleepy_coder.repairs.items.ambiguous_methods import ambiguous_methods
from sleepy_coder.repairs.items.copies import copies
from sleepy_coder.repairs.items.dyn_results import dyn_results
from sleepy_coder.repairs.items.ignored_fields import ignored_fields
from sleepy_coder.repairs.items.impl_lifetimes import impl_lifetimes
from sleepy_coder.repairs.items.lenders import lenders
from sleepy_coder.repairs.items.lent_self import lent_self
from sleepy_coder.repairs.items.partial_orders import partial_orders
from sleepy_coder.repairs.items.qualified import qualified
from sleepy_coder.repairs.items.renamed_fields import renamed_fields
from sleepy_coder.repairs.items.struct_patterns import struct_patterns
from sleepy_coder.repairs.items.trait_arguments import trait_arguments
from sleepy_coder.repairs.items.trait_parameters import trait_parameters
from sleepy_coder.repairs.items.used_fields import used_fields
from sleepy_coder.repairs.items.whole_orders import whole_orders
from sleepy_coder.repairs.ownership.borrowed_loops import borrowed_loops
from sleepy_coder.repairs.ownership.cloned_handles import cloned_handles
from sleepy_coder.repairs.ownership.emptied import emptied
from sleepy_coder.repairs.ownership.kept_lookups import kept_lookups
from sleepy_coder.repairs.ownership.snapshots import snapshots
from sleepy_coder.repairs.ownership.spare_copies import spare_copies
from sleepy_coder.repairs.types.boxed import boxed
from sleepy_coder.repairs.types.float_literals import float_literals
from sleepy_coder.repairs.types.foreign_calls import foreign_calls
from sleepy_coder.repairs.types.foreign_methods import foreign_methods
from sleepy_coder.repairs.types.mixed_numbers import converted_first
from sleepy_coder.repairs.types.nested_options import nested_options
from sleepy_coder.repairs.types.unasked import unasked
from sleepy_coder.repairs.types.uncollected import uncollected
from sleepy_coder.repairs.types.widened_parameters import widened_parameters
from sleepy_coder.repairs.types.widened_results import widened_results
from sleepy_coder.repairs.types.yielded import yielded
from sleepy_coder.rust.diagnostic import Applicability, Diagnostic, Span
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.suggestion import Suggestion


def foremost(error: Diagnostic, tree: SourceTree, *, among_others: bool = False) -> tuple[Suggestion, ...]:
    """What is tried first for an error, as suggestions that may be incorrect."""
    readers: tuple[Callable[[Diagnostic, Span, SourceTree], Iterator[tuple[str, Edit]]], ...] = (
        unasked,
        uncollected,
        impl_lifetimes,
        trait_arguments,
        struct_patterns,
        renamed_fields,
        used_fields,
        trait_parameters,
        lent_self,
        float_literals,
        converted_first,
        spare_copies,
        widened_results,
        widened_parameters,
        partial_orders,
        foreign_methods,
        foreign_calls,
        nested_options,
        *((copies,) if among_others else ()),
    )
    span = error.primary
    if span is None or span.file not in tree.files:
        return ()
    found = (one for reader in readers for one in reader(error, span, tree))
    mended = (Suggestion(message, Applicability.MAYBE, (edit,)) for message, edit in found)
    several = (
        one for reader in (snapshots, kept_lookups, emptied, whole_orders, yielded) for one in reader(error, span, tree)
    )
    taken = (Suggestion(message, Applicability.MAYBE, tuple(edits)) for message, edits in several)
    others = (
        one
        for reader in (
            lenders,
            ignored_fields,
            boxed,
            qualified,
            borrowed_loops,
            cloned_handles,
            dyn_results,
            ambiguous_methods,
        )
        for one in reader(error, tree)
    )
    return (*mended, *taken, *others)
