"""What other experiments measured of the same weights, taken in from their own files."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from sleepy_coder.errors import EnvironmentFault

RESULTS = Path("results")
"""In the folder where the command is given, as `make results` gives it."""


class Results:
    """Results by name; one that was never measured, or of other weights, is None, and `tell` says so."""

    def __init__(self, folder: Path, tell: Callable[[str], None]) -> None:
        self._folder, self._tell = folder, tell

    def read(self, name: str, of: Callable[[Mapping[str, Any]], bool] = lambda found: True) -> dict[str, Any] | None:
        """The result called `name` if `of` holds for it. Raises EnvironmentFault for what is no JSON object."""
        path = self._folder / f"{name}.json"
        command = name.replace("_", "-")  # an experiment has a hyphen where its file has an underscore
        again = f"`experiment run {command} --out {path.as_posix()}` measures it"
        if not path.is_file():
            self._tell(f"{path.name} is not there, so its keys stay empty: {again}")
            return None
        try:
            found = dict(json.loads(path.read_text(encoding="utf-8")))
        except (ValueError, TypeError) as error:
            raise EnvironmentFault(f"{path} is no result ({error}): {again}") from error
        if not of(found):
            self._tell(f"{path.name} is about other weights, so its keys stay empty: {again}")
            return None
        return found


def source(found: Mapping[str, Any] | None) -> dict[str, Any] | None:
    """When and from which code a result that was taken in came, and whether it was a full run."""
    return None if found is None else {key: found["provenance"][key] for key in ("date", "commit", "run")}
