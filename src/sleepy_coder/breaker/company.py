"""With which other programs a broken one may share a run of rustc: which errors hide others.

docs/decisions/0006 has the table, tests/breaker/test_phases.py the proof.
"""

from enum import Enum, auto

from sleepy_coder.breaker.families import Codes

# Errors about traits that are not found: rustc never comes to the bodies.
STOPPERS: Codes = frozenset(("E0404", "E0405"))
# Errors in how traits are implemented: they hide, in all programs, errors in other implementations of the same trait.
COHERENCE: Codes = frozenset(("E0117", "E0119", "E0120", "E0184", "E0199", "E0200", "E0204", "E0371"))
# Errors that rustc looks for only in a crate without any other, and reports together.
LATE: Codes = frozenset(("E0446", "E0451"))


class Company(Enum):
    """Programs share a run only with those of the same company."""

    GREEN = auto()  # no error is expected
    BROKEN = auto()  # errors of any phase but the last
    PARSED = auto()  # errors of syntax that the parser gets over
    IMPORTED = auto()  # errors of imports, which sometimes keep rustc from the later phases
    STOPPED = auto()  # errors that always do
    HEADED = auto()  # errors in the heads of items, which often keep a trait of the library from being looked at
    IMPLEMENTED = auto()  # errors in how a trait is implemented
    LATE = auto()  # errors of the last phase
    ALONE = auto()  # none: an error always hides all others, or the program is seen by them


# Where they are in bodies, several breaks of these may stand in one copy of a program.
COPIED = frozenset((Company.BROKEN, Company.HEADED))


def company_of(codes: Codes) -> Company:
    """Where a program belongs whose only error has one of these codes."""
    if codes <= LATE:
        return Company.LATE
    return Company.IMPLEMENTED if codes & COHERENCE else Company.BROKEN
