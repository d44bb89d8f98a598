"""A file is known by all the names that may stand for it in a package."""

from pathlib import Path

import pytest

from sleepy_coder.rust.crates.file_names import listed, names_within


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    for name in ("p/src/bin/tool.rs", "p/src/part.rs", "p/deep/er/x.rs", "other/src/lib.rs"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "p/src/linked").symlink_to("../deep/er")
    (tmp_path / "p/src/again.rs").symlink_to("part.rs")
    return tmp_path


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("p/src/part.rs", ("src/part.rs",)),
        ("p/src/bin/../part.rs", ("src/part.rs",)),
        ("p/src/./bin/tool.rs", ("src/bin/tool.rs",)),
        ("other/../p/src/part.rs", ("src/part.rs",)),
        ("p/src/linked/x.rs", ("src/linked/x.rs", "deep/er/x.rs")),
        ("p/src/linked/../er/x.rs", ("deep/er/x.rs",)),
        ("p/src/again.rs", ("src/again.rs", "src/part.rs")),
        ("p/src/gone.rs", ("src/gone.rs",)),
        ("other/src/lib.rs", ()),
        ("p/../other/src/lib.rs", ()),
        ("/usr/lib/x.rs", ()),
    ],
)
def test_a_file_has_the_names_that_lead_to_it(said: str, names: tuple[str, ...], workspace: Path) -> None:
    assert names_within(workspace / "p", workspace, said) == names
    whole = str(workspace / said)
    assert names_within(workspace / "p", workspace / "p", whole) == names


def test_a_listing_is_read_as_rustc_writes_it(tmp_path: Path) -> None:
    listing = tmp_path / "x.d"
    assert listed(listing) == []
    listing.write_bytes(b"/out/x.d: src/a\\ b.rs src/../c.rs \xff.rs\n\nsrc/a\\ b.rs:\n")
    assert listed(listing) == ["src/a b.rs", "src/../c.rs", "\udcff.rs"]
