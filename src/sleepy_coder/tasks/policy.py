"""Which acts a repair may not commit, whatever the compiler says of the result.

"It compiles" is cheaply had: empty `main`, delete the flagged statement, call `todo!()`. So a candidate is first
compared with what it started from (`violations.py`). By default: public items are kept; no item, test, statement or
match arm is deleted; no value loses all its names; comments, attributes, assertions and what literals say stay
(`kept.py`); nothing from `FORBIDDEN_MARKS` is added; an edit stays near the diagnostic (`near.py`).
`EXCEPTIONS` says, error code by error code, what is allowed beyond that, each with its reason.

What the policy cannot see, a changed meaning, is the oracle's part.
"""

import re
from collections import Counter
from collections.abc import Set
from enum import StrEnum
from typing import NamedTuple


class Act(StrEnum):
    """What an exception allows."""

    ADD_UNSAFE = "add `unsafe` around the flagged expression or item alone"
    DROP_ITEM = "delete, rename or move the flagged item alone"
    DROP_STATEMENT = "delete the flagged statement alone"
    DROP_VISIBILITY = "remove the flagged `pub` alone"
    CHANGE_USE = "rename or delete the flagged `use`"
    DROP_SIGN = "remove a `-` or a `!`"
    CHANGE_HEADER = "write the type of the flagged `impl` header otherwise"


class Exceptions(NamedTuple):
    """One row of the table."""

    codes: tuple[str, ...]
    act: Act
    reason: str


EXCEPTIONS: tuple[Exceptions, ...] = (
    Exceptions(("E0133", "unsafe_op_in_unsafe_fn"), Act.ADD_UNSAFE, "an unsafe call is legal only inside `unsafe`"),
    Exceptions(("E0200",), Act.ADD_UNSAFE, "an unsafe trait needs an `unsafe impl`"),
    Exceptions(
        (
            "unsafe_attr_outside_unsafe",
            "missing_unsafe_on_extern",
            "unsafe attribute used without unsafe",
            "extern blocks must be unsafe",
        ),
        Act.ADD_UNSAFE,
        "edition 2024 demands the word on attributes and `extern` blocks",
    ),
    Exceptions(
        ("E0428", "E0592", "E0201", "E0124", "E0255"),
        Act.DROP_ITEM,
        "a name is defined twice, or defined and imported, and one of the two must go",
    ),
    Exceptions(
        ("E0119", "E0117", "E0210", "E0116", "E0118", "E0390", "E0120", "E0322"),
        Act.DROP_ITEM,
        "this implementation may not exist at all",
    ),
    Exceptions(("E0434",), Act.DROP_ITEM, "a function that captures must become a closure"),
    Exceptions(("E0407", "E0437", "E0438"), Act.DROP_ITEM, "the trait has no such member, so it belongs elsewhere"),
    Exceptions(("E0449",), Act.DROP_VISIBILITY, "what a trait or an enum declares is as visible as these are"),
    Exceptions(("E0204", "E0184", "E0206"), Act.DROP_ITEM, "the type cannot be `Copy`, so the implementation must go"),
    Exceptions(
        ("E0252", "E0254", "E0255", "E0260", "E0364", "E0365", "E0432", "E0433", "E0583"),
        Act.CHANGE_USE,
        "the imported name does not exist, is private or is taken",
    ),
    Exceptions(
        ("E0106", "E0107", "E0412", "E0425", "E0433", "E0726"),
        Act.CHANGE_HEADER,
        "what the `impl` is for is misspelt or lacks its arguments; its members stay",
    ),
    Exceptions(("E0600",), Act.DROP_SIGN, "not every value can be negated"),
    Exceptions(
        (
            "clippy::let_and_return",
            "clippy::no_effect",
            "clippy::unnecessary_operation",
            "clippy::needless_return",
            "path_statements",
        ),
        Act.DROP_STATEMENT,
        "the lint is about a statement that does nothing",
    ),
)

FORBIDDEN_MARKS: dict[str, str] = {
    "todo!": "gives up",
    "unimplemented!": "gives up",
    "panic!": "gives up",
    "unreachable!": "gives up",
    "loop {}": "never returns, and so has every type",
    "dead code": "leaves what follows unexecuted",
    "constant condition": "leaves code unexecuted",
    "unused closure": "leaves code unexecuted",
    "discarded result": "hides a failure",
    "unused value": "nothing comes of it",
    "changed copy": "the change is lost with the copy",
    "panic_any": "gives up",
    "resume_unwind": "gives up",
    "#[allow]": "silences the compiler",
    "#[expect]": "silences the compiler",
    "#[cfg]": "hides code from the compiler",
    "#[ignore]": "hides a test",
    "#[should_panic]": "turns a test around",
    "#[path]": "reads another file",
    "#[test]": "hides code from the compiler",
    "unsafe": "switches checks off",
    "unsafe fn": "passes the duty on to every caller",
    "transmute": "forges a value",
    "forget": "leaks instead of owning",
    "leak": "leaks instead of owning",
    "ManuallyDrop": "leaks instead of owning",
    "process::": "ends the program early",
    "fs::": "reaches for the machine",
    "net::": "reaches for the machine",
    "env::": "reaches for the machine",
    "hidden characters": "reads otherwise than it is compiled",
    "macro_rules!": "can hide any of these",
    "stringify!": "turns code into text",
    "include!": "reads the machine at compile time",
    "include_str!": "reads the machine at compile time",
    "include_bytes!": "reads the machine at compile time",
    "env!": "reads the machine at compile time",
    "option_env!": "reads the machine at compile time",
    "asm!": "switches checks off",
    "global_asm!": "switches checks off",
}

OF_BRACES = ("loop {}", "dead code")
"""Those that need nothing new but a brace."""

OF_SHAPE = frozenset(
    (
        *("loop {}", "dead code", "constant condition", "unused closure", "discarded result", "changed copy"),
        *("unused value", "hidden characters"),
    )
)
"""Those that no word gives away."""


def acts(code: str | None, message: str = "") -> frozenset[Act]:
    """What the table allows for an error beyond the default; errors without a code are known by their message."""
    return frozenset(row.act for row in EXCEPTIONS if (code or message) in row.codes)


def spelt(marks: Counter[str], added: Set[str]) -> Counter[str]:
    """The marks without those of which no word was `added`: a damaged file's tree may have lacked them, its text had
    them all the same."""

    def stands(mark: str) -> bool:
        word = re.search(r"\w+", mark)
        return mark in OF_SHAPE or (word is not None and any(one.startswith(word[0]) for one in added))

    return Counter({mark: count for mark, count in marks.items() if mark in FORBIDDEN_MARKS and stands(mark)})
