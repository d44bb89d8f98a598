"""Whether a table that was read from TOML is made as its readers take for granted: a stranger wrote it.

A shape is `str` for a text, a list of one shape, a table of shapes by key (`"*"` stands for all other keys; what a
table does not name may be anything), or a tuple: a text or a table.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from sleepy_coder.errors import UsageError

Shape = Any  # recursive, and spelled out above

_PATHS: Shape = {"*": (str, {"path": str, "package": str})}
_DEPENDENCIES: Shape = {f"{kind}{joint}dependencies": _PATHS for kind in ("dev", "build") for joint in ("-", "_")} | {
    "dependencies": _PATHS
}
MANIFEST_SHAPE: Shape = {
    **_DEPENDENCIES,
    "package": {"name": str, "workspace": str, "edition": (str, {})},
    "workspace": {"members": [str], "exclude": [str], "package": {"edition": str}, "dependencies": _PATHS},
    "lib": {"path": str},
    **{kind: [{"name": str, "path": str}] for kind in ("bin", "test", "example", "bench")},
    "features": {"*": [str]},
    "patch": {"*": _PATHS},
    "target": {"*": _DEPENDENCIES},
}
CONFIGURATION_SHAPE: Shape = {
    "source": {"*": {"directory": str, "local-registry": str}},
    "registries": {"*": {}},
}


def check_shape(table: Mapping[str, Any], shape: Shape, file: Path) -> None:
    """Raises UsageError, with the key and what it must be, for the first thing that is made otherwise."""
    for key, expected in _faults(table, shape, ()):
        raise UsageError(f"{file}: `{key}` must be {expected}; mend it")


def _faults(value: object, shape: Shape, keys: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    place = ".".join(keys)
    if not _fits(value, shape):
        yield place, _words(shape)
    elif isinstance(value, list):
        for number, item in enumerate(value):
            if not _fits(item, shape[0]):
                yield place, _words(shape)
            yield from _faults(item, shape[0], (*keys, str(number)))
    elif isinstance(value, dict):
        table = shape[1] if isinstance(shape, tuple) else shape
        for key, item in value.items():
            expected = table.get(key, table.get("*"))
            if expected is not None:
                yield from _faults(item, expected, (*keys, key))


def _fits(value: object, shape: Shape) -> bool:
    """Whether it is of the right kind, whatever is in it. No path holds a null character."""
    if isinstance(shape, tuple):
        return any(_fits(value, one) for one in shape)
    kind = shape if shape is str else type(shape)
    return isinstance(value, kind) and not (isinstance(value, str) and "\0" in value)


def _words(shape: Shape) -> str:
    if isinstance(shape, tuple):
        return " or ".join(map(_words, shape))
    if isinstance(shape, list):
        return f"a list of {_words(shape[0]).removeprefix('a ')}s"
    return "a text" if shape is str else "a table"
