"""How rustc of several versions words the errors of the same broken programs; made by `tools/wordings.py`."""

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.signature import signature

NOW = "1.95.0"
OLDER = ("1.85", "1.63")


@dataclass(frozen=True, slots=True)
class Wording:
    """One broken program of a family: the signature's key by version of rustc."""

    family: str
    keys: dict[str, str]


@cache
def wordings() -> tuple[Wording, ...]:
    """All of them, by family."""
    text = (resources.files("sleepy_coder.routing") / "data" / "wordings.json").read_text(encoding="utf-8")
    return tuple(
        Wording(row["family"], {version: signature(_diagnostic(**said)).key for version, said in row["said"].items()})
        for row in json.loads(text)
    )


def _diagnostic(code: str | None, message: str, label: str | None) -> Diagnostic:
    """A diagnostic that says this; where it points to does not matter to a signature."""
    span = Span("main.rs", 0, 1, 1, 1, 1, 2, True, label, None, None, "", False)
    return Diagnostic(code, "error", message, (span,), (), "")
