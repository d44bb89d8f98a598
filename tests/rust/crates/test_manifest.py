"""A manifest is read, and written with parts left out, as cargo understands it."""

import tomllib

from hypothesis import given
from hypothesis import strategies as st

from sleepy_coder.rust.crates.manifest import dependencies, droppable, toml_text, without

FEATURES = """
[dependencies]
always = "1"
on = { version = "1", optional = true }
off = { version = "1", optional = true }
[dev-dependencies]
dev = { package = "real-dev", version = "1" }
[build-dependencies]
build = "1"
[features]
default = ["some"]
some = ["dep:on", "always/x"]
other = ["dep:off", "off?/y", "some"]
"""


def test_only_what_a_plain_build_can_miss_may_be_dropped() -> None:
    spare = droppable(tomllib.loads(FEATURES))
    assert {(dependency.key, dependency.package) for dependency in spare} == {("off", "off"), ("dev", "real-dev")}


def test_dropping_takes_the_dependency_and_what_features_say_of_it() -> None:
    manifest = tomllib.loads(FEATURES)
    changed = without(manifest, droppable(manifest))
    assert {dependency.key for dependency in dependencies(changed)} == {"always", "on", "build"}
    assert changed["features"]["other"] == ["some"]
    assert manifest == tomllib.loads(FEATURES)


KEYS = st.text(max_size=6)
VALUES = st.recursive(
    st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(KEYS, VALUES, max_size=4))
def test_what_is_written_as_toml_reads_back_the_same(table: dict[str, object]) -> None:
    assert tomllib.loads(toml_text(table)) == table
