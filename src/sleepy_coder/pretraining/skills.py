"""Which known families the base model learns, and which are left for the first library's specialists.

The library's skills are kept out of the base model's pretraining, so that their adapters hold what it takes to learn
something new: those are the directions that later nights find in the basis.
"""

from sleepy_coder.breaker.families import KNOWN

LIBRARY: tuple[str, ...] = (
    "E0061-extra-argument",
    "E0369-derive-removed",
    "E0373-move-removed",
    "E0424-self-param-removed",
    "E0507-borrow-removed",
    "E0603-pub-removed",
    "E0614-deref",
    "E0615-parens-removed",
    "E0618-call",
    "E0782-dyn-removed",
    "E0026-field-typo",
    "E0027-rest-removed",
    "E0282-turbofish-removed",
)

OUT_OF_REACH: tuple[str, ...] = ("E0616-pub-removed",)
"""rustc points at the use of a private field alone; its definition, which wants the `pub`, is not in the prompt."""

BASE: tuple[str, ...] = tuple(family for family in KNOWN if family not in (*LIBRARY, *OUT_OF_REACH))
