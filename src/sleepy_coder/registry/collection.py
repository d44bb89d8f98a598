"""Garbage: versions that nobody needs any more, removed oldest first until the rest fits."""

from collections.abc import Sequence
from dataclasses import dataclass

from sleepy_coder.durable import folder_bytes
from sleepy_coder.registry.history import ACTIVATIONS
from sleepy_coder.registry.library import Registry


@dataclass(frozen=True, slots=True)
class Collected:
    """What was removed, the bytes that this freed, and the bytes that are left."""

    removed: tuple[str, ...]
    freed_bytes: int
    left_bytes: int


def collect(registry: Registry, cap_bytes: int, *, keep: Sequence[str] = ()) -> Collected:
    """Remove versions until all together take no more than `cap_bytes`.

    Never removed: what is served, what a rollback would serve, and those in `keep`. What was never served goes before
    what was; the oldest first. More than the cap may stay if the kept ones alone take more.
    """
    sizes = {version: folder_bytes(registry.folder / version) for version in registry.versions()}
    served = registry.served()
    needed = {*served[-2:], *keep}
    once = {event.version for event in registry.events() if event.action in ACTIVATIONS}
    order = sorted((v for v in sizes if v not in needed), key=lambda v: v in once)  # stable: by age within each kind
    removed, freed = [], 0
    for version in order:
        if sum(sizes.values()) - freed <= cap_bytes:
            break
        freed += registry.remove(version, reason=f"to keep the library within {cap_bytes} bytes")
        removed.append(version)
    return Collected(tuple(removed), freed, sum(sizes.values()) - freed)
