"""Repairs that an error implies and that several places make together, some of them far from the error.

* the result of a method for as long as its type's own reference lives (`longer_results.py`)
* a reference to the original, where a copy of it does not live long enough (`borrowed_originals.py`)
* an owner in the place of a reference to it, as a function's result (`owned_results.py`)
* a field taken out of what is dropped (`emptied.py`)
* `Arc` for every `Rc` (`shared_by_threads.py`)
* a String for a variable that keeps a text (`kept_texts.py`)
* fields that are read of a value kept before it is given away (`kept_fields.py`)
* a `Cell` for a number that a trait's method counts, or that is changed behind an `Rc` (`counted_in_cells.py`)
* a `Cell` for a local number that a closure changes and others see meanwhile (`counted_by_closures.py`)
* a lifetime for a struct with a reference (`borrowed_fields.py`)
* a `Mutex` for what threads share and write (`locked_for_threads.py`)
* a `Result` of a function that asks and is asked (`asked_results.py`)
* a declaration for a module whose file is there (`undeclared_modules.py`)
* `&mut self` for the methods that call one that needs it (`changing_methods.py`)
* a local as wide as what is added to it, and the result (`widened_sums.py`)
* `FnMut` for `Fn`, in a function's head and where it is called (`callbacks.py`)
* a bound of a type parameter, with its import (`items/missing_bounds.py`)
* a copy of an element that is read while another one is changed (`read_elements.py`)
* a place lent to be changed, by the trait that goes with the one that shows it (`items/changed_places.py`)
* a field for a type parameter that is only a mark (`items/marker_fields.py`)
* an implementation for the tree's own type around a library's (`items/newtype_impls.py`)
* the new name of a trait's type, wherever the old one stands (`items/renamed_types.py`)
* the new name of a local that is filled under its old one (`items/renamed_locals.py`)
* `where Self: Sized` for methods that no `dyn` can have (`items/sized_methods.py`)
* a trait object for the closure of a method that is called through `dyn` (`types/dyn_closures.py`)
* the threads of a scope started by it (`scoped_spawns.py`), and a scope for those that are waited for
  (`joined_threads.py`)
* `Send` for the trait objects that go to threads (`sendable.py`)
* a variant matched by `&`, its parts read through that (`matched_by_reference.py`)
"""

from collections.abc import Callable, Iterator, Sequence

from sleepy_coder.repairs.items.changed_places import changed_places
from sleepy_coder.repairs.items.marker_fields import marker_fields
from sleepy_coder.repairs.items.missing_bounds import missing_bounds
from sleepy_coder.repairs.items.newtype_impls import newtype_impls
from sleepy_coder.repairs.items.renamed_locals import renamed_locals
from sleepy_coder.repairs.items.renamed_types import renamed_types
from sleepy_coder.repairs.items.sized_methods import sized_methods
from sleepy_coder.repairs.items.undeclared_modules import undeclared_modules
from sleepy_coder.repairs.ownership.borrowed_fields import borrowed_fields
from sleepy_coder.repairs.ownership.borrowed_originals import borrowed_originals
from sleepy_coder.repairs.ownership.callbacks import callbacks
from sleepy_coder.repairs.ownership.changing_methods import changing_methods
from sleepy_coder.repairs.ownership.counted_by_closures import counted_by_closures
from sleepy_coder.repairs.ownership.counted_in_cells import counted_in_cells
from sleepy_coder.repairs.ownership.emptied import emptied
from sleepy_coder.repairs.ownership.joined_threads import joined_threads
from sleepy_coder.repairs.ownership.kept_fields import kept_fields
from sleepy_coder.repairs.ownership.kept_texts import kept_texts
from sleepy_coder.repairs.ownership.locked_for_threads import locked_for_threads
from sleepy_coder.repairs.ownership.longer_results import longer_results
from sleepy_coder.repairs.ownership.matched_by_reference import matched_by_reference
from sleepy_coder.repairs.ownership.owned_results import owned_results
from sleepy_coder.repairs.ownership.read_elements import read_elements
from sleepy_coder.repairs.ownership.scoped_spawns import scoped_spawns
from sleepy_coder.repairs.ownership.sendable import sendable
from sleepy_coder.repairs.ownership.shared_by_threads import shared_by_threads
from sleepy_coder.repairs.types.asked_results import asked_results
from sleepy_coder.repairs.types.dyn_closures import dyn_closures
from sleepy_coder.repairs.types.widened_sums import widened_sums
from sleepy_coder.rust.diagnostic import Applicability, Diagnostic, Span
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.suggestion import Suggestion

_READERS: tuple[Callable[[Diagnostic, Span, SourceTree], Iterator[tuple[str, Sequence[Edit]]]], ...] = (
    longer_results,
    borrowed_originals,
    owned_results,
    emptied,
    shared_by_threads,
    locked_for_threads,
    callbacks,
    borrowed_fields,
    kept_texts,
    kept_fields,
    counted_in_cells,
    counted_by_closures,
    asked_results,
    undeclared_modules,
    changing_methods,
    missing_bounds,
    read_elements,
    widened_sums,
    changed_places,
    marker_fields,
    newtype_impls,
    renamed_types,
    renamed_locals,
    sized_methods,
    dyn_closures,
    scoped_spawns,
    joined_threads,
    sendable,
    matched_by_reference,
)


def joint(error: Diagnostic, tree: SourceTree) -> tuple[Suggestion, ...]:
    """The repairs of several places, as suggestions that may be incorrect."""
    span = error.primary
    if span is None or span.file not in tree.files:
        return ()
    found = (one for reader in _READERS for one in reader(error, span, tree))
    return tuple(Suggestion(message, Applicability.MAYBE, tuple(edits)) for message, edits in found if edits)
