"""One Cargo.toml as a table, read without cargo: asking cargo about a stranger's folder would already obey that folder.

Follows https://doc.rust-lang.org/cargo/reference/specifying-dependencies.html as far as a private copy needs: what a
package depends on, and how its manifest reads with some of that left out.
"""

import json
import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from sleepy_coder.errors import UsageError
from sleepy_coder.rust.crates.toml_shape import MANIFEST_SHAPE, Shape, check_shape

MANIFEST = "Cargo.toml"
KINDS = NORMAL, DEV, BUILD = "dependencies", "dev-dependencies", "build-dependencies"
Table = dict[str, Any]


class Dependency(NamedTuple):
    """One line of a dependency table. `key` is the name in the manifest, `package` the name in the registry."""

    kind: str
    key: str
    package: str
    path: str | None
    optional: bool


def read_manifest(path: Path, shape: Shape = MANIFEST_SHAPE) -> Table:
    """A manifest as a table. Raises UsageError, with the place, if it cannot be read as TOML or has another shape."""
    table = _read_toml(path)
    check_shape(table, shape, path)
    return table


def _read_toml(path: Path) -> Table:
    try:
        return tomllib.loads(path.read_bytes().decode())
    except FileNotFoundError as error:
        raise UsageError(f"no crate at {path.parent}: it has no {MANIFEST}; name a crate's folder") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path} is not UTF-8 (byte {error.start}): save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{path} is not valid TOML: {error}; mend it") from error
    except OSError as error:
        raise UsageError(f"{path} cannot be read ({error.strerror}): mend that") from error


def dependencies(manifest: Mapping[str, Any]) -> Iterator[Dependency]:
    """Every dependency of a manifest, those of single platforms too."""
    for kind, table in dependency_tables(manifest):
        for key, spec in table.items():
            detail = spec if isinstance(spec, dict) else {}
            package = str(detail.get("package", key))
            yield Dependency(kind, key, package, detail.get("path"), bool(detail.get("optional")))


def droppable(manifest: Mapping[str, Any]) -> tuple[Dependency, ...]:
    """Dependencies without which a plain `cargo check` may still succeed: dev ones, and optional ones that are off by
    default.
    """
    features = manifest.get("features", {})
    enabled, waiting = set[str](), ["default"]
    while waiting:
        name = waiting.pop()
        if name not in enabled:
            enabled.add(name)
            waiting += map(_enabled_by, features.get(name, []))
    return tuple(
        dependency
        for dependency in dependencies(manifest)
        if dependency.kind == DEV or (dependency.optional and dependency.key not in enabled)
    )


def without(manifest: Table, dropped: Collection[Dependency]) -> Table:
    """The manifest without some dependencies and what its features say of optional ones."""
    changed: Table = json.loads(json.dumps(manifest, default=str))
    gone = {(dependency.kind, dependency.key) for dependency in dropped}
    for kind, table in dependency_tables(changed):
        for key in [key for key in table if (kind, key) in gone]:
            del table[key]
    kept = {dependency.key for dependency in dependencies(changed)}
    optional = {dependency.key for dependency in dropped if dependency.optional} - kept
    for name, entries in changed.get("features", {}).items():
        changed["features"][name] = [entry for entry in entries if _enabled_by(entry) not in optional]
    return changed


def dependency_tables(manifest: Mapping[str, Any]) -> Iterator[tuple[str, Table]]:
    """Kind and content of every table of dependencies, those of single platforms too."""
    for owner in (manifest, *manifest.get("target", {}).values()):
        for kind in KINDS:
            table = owner.get(kind, owner.get(kind.replace("-", "_"))) if isinstance(owner, dict) else None
            if isinstance(table, dict):
                yield kind, table


def _enabled_by(entry: str) -> str:
    """The feature or dependency that an entry of a feature names, as in `serde`, `dep:serde` and `serde?/derive`."""
    return re.split(r"[?]?/", entry.removeprefix("dep:"))[0]


def toml_text(table: Mapping[str, Any]) -> str:
    """A table as TOML, each entry on one line."""
    return "".join(f"{_toml_value(key)} = {_toml_value(value)}\n" for key, value in table.items())


def _toml_value(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_toml_value(key)} = {_toml_value(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_toml_value(item) for item in value) + "]"
    # TOML writes strings, numbers and booleans as JSON does, but knows no surrogate pairs and wants DEL escaped
    return json.dumps(value, default=str, ensure_ascii=False).replace("\x7f", "\\u007f")
