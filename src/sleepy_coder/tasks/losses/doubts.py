"""What speaks against a repair that compiles, where nothing runs that could.

Each of these loses something that the program says, or makes up something that it does not say; tests could tell.
"""

from collections.abc import Callable, Iterator, Sequence

from sleepy_coder.errors import EditRejected
from sleepy_coder.repairs.items.given_twice import guesses_one
from sleepy_coder.repairs.items.left_out_fields import leaves_out
from sleepy_coder.repairs.items.renamed_members import guesses_member
from sleepy_coder.repairs.ownership.filled_on import fills_on
from sleepy_coder.repairs.ownership.shared_by_threads import changes_public_type
from sleepy_coder.repairs.types.broken_values import drops_found
from sleepy_coder.repairs.types.cutting_casts import cuts
from sleepy_coder.repairs.types.first_values import starts_wrongly
from sleepy_coder.repairs.types.made_up_ends import makes_up_end
from sleepy_coder.repairs.types.skipped_cleanup import skips_cleanup
from sleepy_coder.repairs.types.skipped_rounds import skips_only_failure
from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.source import Edit, SourceTree, edits_between
from sleepy_coder.tasks.losses.made_mutable import changed_copy
from sleepy_coder.tasks.losses.moved_counters import moves_counter
from sleepy_coder.tasks.losses.signs import loses_sign
from sleepy_coder.tasks.losses.stops import stops
from sleepy_coder.tasks.losses.warned import dropped, unread

_OF_EDITS: dict[Callable[[Diagnostic, Sequence[Edit], SourceTree], bool], str] = {
    fills_on: "only tests could tell whether the loop goes on with what it gives away",
    makes_up_end: "only tests could tell how it ends",
    skips_only_failure: "only tests could tell whether this is skipped, or the failure that the function reports",
    starts_wrongly: "what it starts with is made up",
    guesses_one: "only tests could tell which of the two is meant",
    guesses_member: "only tests could tell whether the method is the one that the trait lacks",
    leaves_out: "only tests could tell that the field is not read",
    skips_cleanup: "a failure would skip what is cleaned up behind it",
    changes_public_type: "it would change a type that the library's users have",
    cuts: "only tests could tell that the number is never too large for its type",
    drops_found: "what `break` gives would be lost",
}
"""Whether edits of a tree are doubtful as a repair of an error, and the doubt in words."""


def doubts(
    origin: SourceTree,
    before: SourceTree,
    after: SourceTree,
    targets: Sequence[Diagnostic],
    diagnostics: Sequence[Diagnostic],
) -> Iterator[str]:
    """In words, of a repair of the `targets` that leads from `before` to `after`, of which rustc gives the
    `diagnostics`; `origin` is the tree that all repairs began with.
    """
    warned = unread(before, after, diagnostics) or dropped(origin, after, diagnostics)
    if warned is not None:
        yield f"rustc warns of what it makes: {warned}"
    if (name := changed_copy(before, after)) is not None:
        yield f"`{name}` would be a copy, and its change lost with it"
    if (name := moves_counter(before, after)) is not None:
        yield f"`{name}` would be counted in the closure's own copy, and is read outside"
    if (name := stops(before, after, targets)) is not None:
        yield f"`{name}` would stop where it can fail"
    if (sign := loses_sign(before, after, targets)) is not None:
        yield sign
    try:
        edits = edits_between(before, after)
    except EditRejected:  # line ends have changed, which says nothing about an end
        return
    for says, doubt in _OF_EDITS.items():
        if any(says(one, edits, before) for one in targets):
            yield doubt
