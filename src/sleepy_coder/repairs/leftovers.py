"""What a refactoring leaves behind: places that still say what was right before it. rustc says what is wrong there, and
the code what it has become.

* an import of what has moved (`stale_imports.py`), a private member that is used after a move (`private_members.py`)
* a member under its old name (`members.py`), a field on what has become a cell (`cells.py`)
* a method with the types that its trait had (`trait_signatures.py`), a `dyn` without its type (`dyn_types.py`)
* a `?` on what no longer fails (`plain_values.py`), one without its conversion (`error_variants.py`)
* setters that now give back what they took (`setters.py`), a flag that has become an enum (`flags.py`)
* an argument that was added (`missing_arguments.py`), a field (`named_constants.py`, `copied_fields.py`)
"""

from collections.abc import Callable, Iterator
from itertools import chain

from sleepy_coder.repairs.items.copied_fields import copied_fields
from sleepy_coder.repairs.items.members import members
from sleepy_coder.repairs.items.missing_arguments import missing_arguments
from sleepy_coder.repairs.items.named_constants import named_constants
from sleepy_coder.repairs.items.private_members import private_members
from sleepy_coder.repairs.items.setters import setters
from sleepy_coder.repairs.items.stale_imports import stale_imports
from sleepy_coder.repairs.items.trait_signatures import trait_signatures
from sleepy_coder.repairs.ownership.cells import cells
from sleepy_coder.repairs.types.dyn_types import dyn_types
from sleepy_coder.repairs.types.error_variants import error_variants
from sleepy_coder.repairs.types.flags import flags
from sleepy_coder.repairs.types.plain_values import plain_values
from sleepy_coder.rust.diagnostic import Applicability, Diagnostic, Span
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.suggestion import Suggestion

_IN_ONE_PLACE: tuple[Callable[[Diagnostic, Span, SourceTree], Iterator[tuple[str, Edit]]], ...] = (
    cells,
    copied_fields,
    error_variants,
    flags,
    members,
    missing_arguments,
    plain_values,
    trait_signatures,
)
_IN_SEVERAL: tuple[Callable[[Diagnostic, Span, SourceTree], Iterator[tuple[str, tuple[Edit, ...]]]], ...] = (
    dyn_types,
    named_constants,
    private_members,
    setters,
    stale_imports,
)


def leftovers(error: Diagnostic, span: Span, tree: SourceTree) -> tuple[Suggestion, ...]:
    """What is left to do of a refactoring, as suggestions that may be incorrect."""
    if span.in_macro:  # which shows a value that was moved elsewhere
        return tuple(Suggestion(message, Applicability.MAYBE, edits) for message, edits in setters(error, span, tree))
    ones = ((message, (edit,)) for reader in _IN_ONE_PLACE for message, edit in reader(error, span, tree))
    several = (one for reader in _IN_SEVERAL for one in reader(error, span, tree))
    return tuple(Suggestion(message, Applicability.MAYBE, edits) for message, edits in chain(ones, several))
