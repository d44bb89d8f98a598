"""Parts of a long experiment: each is measured once and lies in the result, so that a run may be cut and goes on."""

import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import msgspec

from sleepy_coder.durable import storage_fault
from sleepy_coder.errors import UsageError
from sleepy_coder.provenance import provenance


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one part came to; how long that took, when, where and by which commit."""

    seconds: float
    date: str
    commit: str | None
    cpu: str
    found: dict[str, Any]


def measured(measure: Callable[[], dict[str, Any]]) -> Part:
    """The part, measured now."""
    began = time.monotonic()
    found = measure()
    where, seconds = provenance(full=True), round(time.monotonic() - began, 1)
    return Part(seconds, where["date"], where["commit"], where["machine"]["cpu"], found)


def read_parts(path: Path | None, conditions: Mapping[str, Any]) -> dict[str, Part]:
    """The parts by name that a result holds under `parts`; none where there is no file, or an empty one.

    Raises UsageError for a file that is no such result, or one whose `conditions` (sizes, digests) differ; what the
    system refuses raises SpaceProblem or StoreProblem.
    """
    if path is None or not path.exists():
        return {}
    try:
        content = path.read_bytes()
    except OSError as error:
        raise storage_fault(error, path, "choose another --out") from error
    try:
        result = msgspec.json.decode(content or b"{}", type=dict[str, Any])
        parts = msgspec.convert(result.get("parts", {}), dict[str, Part])
    except msgspec.MsgspecError as error:
        raise UsageError(f"{path} is no result with parts ({error}): move it away, or choose another --out") from error
    begun, here = result.get("conditions", {}), msgspec.to_builtins(dict(conditions))
    for key in here if result else ():
        if begun.get(key) != here[key]:
            raise UsageError(f"{path} was begun with another {key}: move it away, or choose another --out")
    return parts
