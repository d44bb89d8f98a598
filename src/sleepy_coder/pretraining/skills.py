"""Which families the next base model learns, which are left for the first library's specialists, and which are novel.

The library's skills are kept out of the base model's pretraining, so that their adapters hold what it takes to learn
something new: those are the directions that later nights find in the basis. Whole error codes are withheld, so that no
sister family has shown the base model what the message looks like. What the model in use was taught, which may have
been less, is in `embedded.taught`.
"""

from sleepy_coder.breaker.families import KNOWN

NOVEL_CODES: frozenset[str] = frozenset(
    (
        *("E0004", "E0050", "E0053", "E0062", "E0063", "E0070", "E0072", "E0119", "E0133", "E0191"),
        *("E0201", "E0204", "E0220", "E0255", "E0277", "E0310", "E0317", "E0428", "E0434", "E0435"),
        *("E0499", "E0502", "E0597", "E0599", "E0600", "E0604", "E0605", "E0606", "E0608", "E0621"),
    )
)
"""Drawn by hash before their families were written: what nights must learn. No row of pretraining has one of them."""

LIBRARY: tuple[str, ...] = (
    "E0005-else-removed",
    "E0015-const-removed",
    "E0026-field-typo",
    "E0027-rest-removed",
    "E0061-extra-argument",
    "E0107-argument-added",
    "E0107-arguments-removed",
    "E0268-break",
    "E0282-turbofish-removed",
    "E0369-bound-removed",
    "E0369-derive-removed",
    "E0373-move-removed",
    "E0381-initialiser-removed",
    "E0392-lifetime-added",
    "E0407-method-typo",
    "E0416-bound-twice",
    "E0423-struct-parens",
    "E0424-self-param-removed",
    "E0449-pub-added",
    "E0507-borrow-removed",
    "E0507-match-borrow-removed",
    "E0603-pub-removed",
    "E0614-deref",
    "E0615-parens-removed",
    "E0616-pub-removed",
    "E0618-call",
    "E0716-owner-removed",
    "E0782-dyn-removed",
)

BASE: tuple[str, ...] = tuple(family for family in KNOWN if family not in LIBRARY)
