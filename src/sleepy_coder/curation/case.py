"""What a night learns from: a broken program, its error and a repair that the compiler accepts, with its provenance.

Every origin (`origins.table`) yields cases; `selection` makes examples of those that are fit to be trained on.
"""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from sleepy_coder.curation.due import DueSkill
from sleepy_coder.curation.rechecking import Rechecker
from sleepy_coder.episodes.store import EpisodeStore
from sleepy_coder.registry.version import Version
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.signature import signature, wording
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.settings import Settings

if TYPE_CHECKING:
    from sleepy_coder.lm.local import LocalModel

PRACTICE = "practice"
"""The repository of what was made from the package's own programs."""


@dataclass(frozen=True, slots=True)
class Case:
    """`after` mends `error` of `before`. `source` names the episode or template it comes from, `at` is its time in
    seconds since 1970 (0 for what has none)."""

    before: SourceTree
    error: Diagnostic
    after: SourceTree
    source: str
    repository: str
    author: str
    at: float = 0.0

    @property
    def signature(self) -> str:
        """The key of the error's signature."""
        return signature(self.error).key


@dataclass(frozen=True, slots=True)
class Wanted:
    """The errors of one skill. `others` are signatures that belong to other skills."""

    skill: DueSkill
    known: frozenset[str]
    others: Mapping[str, str]
    count: int
    seed: int

    def takes(self, key: str) -> bool:
        """Whether an error of this signature is the skill's: by the signature itself, or by rustc's words for it."""
        if key in self.others:
            return False
        own = self.known | frozenset(self.skill.signatures)
        return key in own or wording(key) in {wording(one) for one in own}


@dataclass(slots=True)
class Patience:
    """How long a skill's examples may be looked for, on the clock of `time.monotonic`: models are asked until `models`,
    rustc until `end`. `ended` is whether that has stopped anything."""

    models: float = float("inf")
    end: float = float("inf")
    ended: bool = False

    def for_models(self) -> bool:
        """To be asked before a model is, and before rustc is asked about its answers."""
        return self._until(self.models)

    def is_left(self) -> bool:
        """To be asked before rustc is."""
        return self._until(self.end)

    def part(self, share: float) -> "Patience":
        """A share of what is left for rustc."""
        now = time.monotonic()
        return Patience(self.models, now + share * (self.end - now))

    def _until(self, moment: float) -> bool:
        late = time.monotonic() >= moment
        self.ended |= late
        return not late


@dataclass(frozen=True, slots=True)
class Sources:
    """What origins may draw on. Nothing later than `until` (seconds since 1970) is looked at, so that a night that was
    killed finds the same again."""

    store: EpisodeStore
    compiler: Compiler
    rechecker: Rechecker
    model: "LocalModel"
    incumbent: Version
    settings: Settings
    until: float
    crates: tuple[Path, ...] = ()  # of the owner's, which may be dreamt of as they are now
    patience: Patience = field(default_factory=Patience)
