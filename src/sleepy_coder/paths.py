"""Where the program keeps its state: the platform's folders, or everything under SLEEPY_CODER_HOME.

Library and nights belong to one base model; episodes, suites, caches and the owner's word on crates to all of them.
"""

import dataclasses
import hashlib
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs

APP = "sleepy-coder"


@dataclass(frozen=True, slots=True)
class Paths:
    """Where state lies. Nothing here is made until somebody writes."""

    home: Path
    cache: Path
    user_file: Path
    model: str = "embedded"

    @property
    def episodes_db(self) -> Path:
        return self.home / "episodes.db"

    @property
    def base(self) -> Path:
        """Where the library and the nights of this base model lie: each has its own, for skills fit no other."""
        if self.model == "embedded":
            return self.home
        plain = re.sub(r"://[^/@]*@", "://", self.model)  # a login is no part of a folder's name
        last = re.sub(r"[^A-Za-z0-9._-]+", "-", plain.rstrip("/").rpartition("/")[2]).lstrip(".-") or "model"
        return self.home / "models" / f"{last[:40]}-{hashlib.sha256(self.model.encode()).hexdigest()[:8]}"

    @property
    def bases(self) -> tuple[Path, ...]:
        """The same for every base model that was ever used here."""
        return (self.home, *sorted((self.home / "models").glob("*")))

    @property
    def library(self) -> Path:
        return self.base / "library"

    @property
    def nights(self) -> Path:
        return self.base / "nights"

    @property
    def all_nights(self) -> tuple[Path, ...]:
        """The nights of every base model that was ever used here."""
        return tuple(base / "nights" for base in self.bases)

    @property
    def night_lock(self) -> Path:
        """One machine sleeps one night at a time, whatever the base model."""
        return self.home / "night.lock"

    @property
    def evaluations(self) -> Path:
        return self.base / "evaluations"

    @property
    def shadow(self) -> Path:
        return self.base / "shadow"

    @property
    def suites(self) -> Path:
        """The owner's own."""
        return self.home / "suites"

    @property
    def crates(self) -> Path:
        """Private copies of the owner's crates, with all that was built of them."""
        return self.cache / "crates"

    @property
    def undo(self) -> Path:
        return self.home / "undo"

    @property
    def trusted(self) -> Path:
        return self.home / "trusted.json"

    def of(self, model: str) -> "Paths":
        """The same places for another base model: `embedded`, a folder (however its path is written), an id, a URL."""
        folder = Path(model).expanduser()
        known = model == "embedded" or not folder.is_dir()
        return dataclasses.replace(self, model=model if known else str(folder.resolve()))


def find_paths(environment: Mapping[str, str] = os.environ) -> Paths:
    """The platform's folders, or everything under SLEEPY_CODER_HOME where that is set."""
    moved = environment.get("SLEEPY_CODER_HOME")
    if moved:
        home = Path(moved).expanduser().absolute()
        return Paths(home=home, cache=home / "cache", user_file=home / "config.toml")
    return Paths(
        home=platformdirs.user_data_path(APP, appauthor=False),
        cache=platformdirs.user_cache_path(APP, appauthor=False),
        user_file=platformdirs.user_config_path(APP, appauthor=False) / "config.toml",
    )
