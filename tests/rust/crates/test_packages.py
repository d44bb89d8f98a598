"""Packages and workspaces are found as cargo finds them, without asking cargo."""

import re
from pathlib import Path

import pytest

from sleepy_coder.errors import UsageError
from sleepy_coder.rust.crates.packages import find_package, members, path_closure


def write(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return root.resolve()


def package(name: str, rest: str = "") -> str:
    return f'[package]\nname = "{name}"\nversion = "0.1.0"\n{rest}'


WORKSPACE = {
    "Cargo.toml": '[workspace]\nmembers = ["crates/*", "tools/x/"]\nexclude = ["crates/out"]\n'
    '[workspace.package]\nedition = "2024"\n',
    "crates/a/Cargo.toml": package("a", 'edition.workspace = true\n[dependencies]\nb = { path = "../../b" }\n'),
    "crates/a/src/lib.rs": "",
    "crates/out/Cargo.toml": package("out"),
    "crates/notes/readme": "",
    "b/Cargo.toml": package("b", '[target."cfg(unix)".dev-dependencies]\nc = { path = "../../c" }\n'),
    "tools/x/Cargo.toml": package("x", 'edition = "2018"'),
}


def test_members_are_listed_globbed_and_reached_but_not_excluded(tmp_path: Path) -> None:
    root = write(tmp_path, {f"w/{name}": text for name, text in WORKSPACE.items()}) / "w"
    assert [path.relative_to(root).as_posix() for path in members(root)] == ["b", "crates/a", "tools/x"]


def test_a_package_knows_its_workspace_and_inherits_its_edition(tmp_path: Path) -> None:
    root = write(tmp_path, WORKSPACE)
    found = find_package(root / "crates" / "a" / "Cargo.toml")
    assert (found.root, found.edition, found.name, found.has_library) == (root, "2024", "a", True)
    outsider = find_package(root / "crates" / "out")
    assert (outsider.root, outsider.edition) == (outsider.folder, "2015")


def test_path_dependencies_are_followed_out_of_the_workspace(tmp_path: Path) -> None:
    files = {f"w/{name}": text for name, text in WORKSPACE.items()} | {"c/Cargo.toml": package("c")}
    root = write(tmp_path, files)
    assert path_closure(root / "w" / "crates" / "a") == {root / "w/crates/a", root / "w/b", root / "c"}


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({"src/main.rs": ""}, "no crate at"),
        ({"Cargo.toml": "[package\n"}, "not valid TOML"),
        ({"Cargo.toml": ""}, "neither a package nor a workspace"),
        (WORKSPACE, "name one of its members: b, crates/a, tools/x"),
        ({"Cargo.toml": '[workspace]\nmembers = [""]\n'}, "none of its members is there: mend `members`"),
        ({"Cargo.toml": '[workspace]\nmembers = ["/nowhere/*"]\n'}, "none of its members is there"),
    ],
)
def test_what_is_no_package_is_said_to_be_none(files: dict[str, str], words: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=words):
        find_package(write(tmp_path, files))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[workspace]\nmembers = 5", "`workspace.members` must be a list of texts; mend it"),
        ("[workspace]\nmembers = [5]", "`workspace.members` must be a list of texts"),
        ("[workspace]\nexclude = 3", "`workspace.exclude` must be a list of texts"),
        ('[workspace]\nexclude = ["\\u0000"]', "`workspace.exclude` must be a list of texts"),
        ("[workspace]\ndependencies = 3", "`workspace.dependencies` must be a table"),
        ("workspace = 3", "`workspace` must be a table"),
        ("package = 3", "`package` must be a table"),
        ("[dependencies]\nx = {path = 3}", "`dependencies.x.path` must be a text"),
        ("[target.a.dev_dependencies]\nx = 3", "`target.a.dev_dependencies.x` must be a text or a table"),
        ("lib = 3", "`lib` must be a table"),
        ("bin = 3", "`bin` must be a list of tables"),
        ("[[bin]]\npath = 3", "`bin.0.path` must be a text"),
        ("[features]\ndefault = [3]", "`features.default` must be a list of texts"),
        ("[patch]\ncrates-io = 3", "`patch.crates-io` must be a table"),
    ],
)
def test_a_manifest_of_another_shape_is_named_with_what_to_mend(text: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=re.escape(f"{tmp_path.resolve() / 'Cargo.toml'}: {words}")):
        find_package(write(tmp_path, {"Cargo.toml": text}))


def test_an_edition_is_inherited_from_somebody(tmp_path: Path) -> None:
    found = find_package(write(tmp_path, {"Cargo.toml": package("p", "edition.workspace = true")}))
    with pytest.raises(UsageError, match=r"inherits its edition, but no workspace .* is above it"):
        _ = found.edition


def test_a_member_may_be_named_by_its_whole_path(tmp_path: Path) -> None:
    root = write(tmp_path, {"w/Cargo.toml": f'[workspace]\nmembers = ["{tmp_path}/m"]\n', "m/Cargo.toml": package("m")})
    assert members(root / "w") == (root / "m",)


def test_a_manifest_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    (tmp_path / "Cargo.toml").write_bytes(b'[package]\nname = "\xe9"\n')
    with pytest.raises(UsageError, match=r"Cargo\.toml is not UTF-8"):
        find_package(tmp_path)


def test_the_tree_holds_the_sources_of_every_target_and_nothing_from_outside(tmp_path: Path) -> None:
    manifest = package("p", '[[bin]]\nname = "t"\npath = "tools/t.rs"\n[lib]\npath = "root.rs"\n')
    names = [
        "root.rs",
        "src/main.rs",
        "src/deep/m.rs",
        "tests/a/main.rs",
        "tools/t.rs",
        "tools/sub/u.rs",
        "build.rs",
        "x.rs",
    ]
    root = write(tmp_path / "p", {"Cargo.toml": manifest, **dict.fromkeys(names, "")})
    write(tmp_path, {"secret.rs": "secret"})
    (root / "src" / "link.rs").symlink_to(tmp_path / "secret.rs")
    tree = find_package(root).read_tree()
    assert [*tree.files] == sorted(names[:6])
    assert (tree.crate_type, tree.edition) == ("lib", "2015")


def test_a_source_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    root = write(tmp_path, {"Cargo.toml": package("p"), "src/main.rs": ""})
    (root / "src" / "bad.rs").write_bytes(b"// \xff")
    with pytest.raises(UsageError, match=r"bad\.rs is not UTF-8"):
        find_package(root).read_tree()
