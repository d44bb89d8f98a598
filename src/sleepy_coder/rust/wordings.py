"""One wording for what rustc words differently from version to version: rules by error code, in today's words.

Found by showing the same broken programs to rustc 1.63, 1.85 and 1.95 (`tools/wordings.py`). What a later version says
in fewer words cannot be made up here: the arguments of generic types that 1.63 leaves out of "expected enum `Option`"
stay unknown, and such a label is worth less to a router.
"""

import re
from typing import NamedTuple


class Rule(NamedTuple):
    """Wherever `found` matches a shape it becomes `said`."""

    found: re.Pattern[str]
    said: str


def _rules(*pairs: tuple[str, str]) -> tuple[Rule, ...]:
    return tuple(Rule(re.compile(found), said) for found, said in pairs)


# codes that rustc has since given up for another: (old code, how its message begins, code now)
_MOVED = (("E0412", "cannot find type", "E0425"), ("E0201", "duplicate definitions with name", "E0592"))
_UNWRITABLE = (r"so the data it refers to cannot be written(?: to)?", "so it cannot be written to")
_UNBORROWABLE = (r"so the data it refers to cannot be borrowed", "so it cannot be borrowed")
_KINDS = (
    r"(expected|found) (?:struct|enum|union|array|slice|tuple|reference|type parameter|associated type) (?=`)",
    r"\1 ",
)
_BARE = (r"(expected|found) `(Option|Result|Vec|Box)`", r"\1 `\2<_>`")
_NOT_DISPLAY = (
    r"`[^`]*` cannot be formatted with the default formatter",
    "the trait `Display` is not implemented for `_`",
)
_NOT_DEBUG = (r"`[^`]*` cannot be formatted using `\{:\?\}`[^/]*", "the trait `Debug` is not implemented for `_`")

_TABLE: dict[str, tuple[Rule, ...]] = {
    "E0015": _rules((r"non-const fn ", "non-const function ")),
    "E0053": _rules(_KINDS),
    "E0107": _rules((r"^this (?=struct|enum|function|method|trait|associated function)", "")),
    "E0133": _rules(
        (r"requires unsafe block", "requires unsafe function or block"),
        (r"^call to unsafe function is", "call to unsafe function `_` is"),
    ),
    "E0191": _rules((r" \(from trait (`[^`]*`)\) must", r" in \1 must")),
    "E0204": _rules((r"may not be implemented", "cannot be implemented")),
    "E0268": _rules((r"(`[^`]*`) outside of a loop(?! or)", r"\1 outside of a loop or labeled block")),
    "E0277": _rules(_NOT_DISPLAY, _NOT_DEBUG),
    "E0308": _rules(_KINDS, _BARE),
    "E0310": _rules(
        (
            r"\.\.\.so that the type `_` will meet its required lifetime bounds",
            "the parameter type `_` must be valid for the static lifetime...",
        )
    ),
    "E0317": _rules(_KINDS, _BARE),
    "E0381": _rules(
        (
            r"^(?:borrow|use) of possibly-uninitialized variable: .*",
            "used binding `_` isn't initialized / `_` used here but it isn't initialized",
        )
    ),
    "E0433": _rules(
        (r"^failed to resolve: use of undeclared crate or module `_`", "cannot find module or crate `_` in this scope"),
        (r"^failed to resolve: use of (?:undeclared|unresolved) module or unlinked crate `_`",
         "cannot find module or crate `_` in this scope"),
        (r"^failed to resolve: use of undeclared type `_`", "cannot find type `_` in this scope"),
    ),
    "E0506": _rules(
        (r"assignment to borrowed (`[^`]*`) occurs here", r"\1 is assigned to here but it was already borrowed")
    ),
    "E0592": _rules((r"`_`:", "`_`"), (r"duplicate definition$", "duplicate definitions for `_`")),
    "E0594": _rules(_UNWRITABLE),
    "E0596": _rules(_UNBORROWABLE),
    "E0606": _rules((r" / cannot cast .*", "")),
    "E0614": _rules((r"cannot be dereferenced$", "cannot be dereferenced / can't be dereferenced")),
    "E0716": _rules((r"creates a temporary which", "creates a temporary value which")),
    "E0782": _rules((r"^trait objects must include the `dyn` keyword", "expected a type, found a trait")),
    "static_mut_refs": _rules((r" is discouraged", "")),
}  # fmt: skip


def code_now(code: str, shape: str) -> str:
    """The code that today's rustc gives to this error."""
    return next((now for old, start, now in _MOVED if code == old and shape.startswith(start)), code)


def said_now(code: str, shape: str) -> str:
    """The shape in today's words; `code` is what `code_now` gave."""
    for rule in _TABLE.get(code, ()):
        shape = rule.found.sub(rule.said, shape)
    return shape
