"""A crate is checked as its owner's cargo would check it, offline and in private; the owner's folder never changes."""

import hashlib
import http.server
import io
import json
import os
import shutil
import subprocess
import tarfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from sleepy_coder.errors import Busy, EnvironmentFault, UsageError
from sleepy_coder.rust.crates.cargo import Crate, open_crate
from sleepy_coder.rust.patch import unified_diff
from sleepy_coder.rust.sandbox import Sandbox
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.suggestion import suggestions
from sleepy_coder.rust.toolchain import Lints, Toolchain, find_lints

PACKAGE = '[package]\nname = "{}"\nversion = "0.1.0"\nedition = "2021"\n'
TEST = "#[test]\nfn holds() {}\n"


class Opener:
    """Opens crates below one folder and remembers what that folder looked like."""

    def __init__(self, root: Path, toolchain: Toolchain, sandbox: Sandbox) -> None:
        self.root = root
        self._tools = (toolchain, sandbox)

    def write(self, files: dict[str, str]) -> Path:
        for name, text in files.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        return self.root

    def open(
        self,
        name: str = ".",
        *,
        cache: Path | None = None,
        tests: bool = False,
        lints: Lints | None = None,
        instead: dict[Path, bytes] | None = None,
    ) -> Crate:
        return open_crate(self.root / name, *self._tools, cache=cache, tests=tests, lints=lints, instead=instead)

    def state(self) -> dict[str, tuple[int, bytes]]:
        paths = [path for path in self.root.rglob("*") if path.is_file()]
        return {str(path): (path.stat().st_mtime_ns, path.read_bytes()) for path in paths}


@pytest.fixture
def opener(tmp_path: Path, toolchain: Toolchain, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> Opener:
    monkeypatch.setenv("CARGO_HOME", str(tmp_path / "owner-cargo"))
    root = tmp_path / "my crates"
    root.mkdir()
    return Opener(root, toolchain, sandbox)


def changed(tree: SourceTree, file: str, line: int, old: str, new: str) -> SourceTree:
    return tree.apply([Edit(file, line, line, old, new)])


def test_a_suggestion_turns_a_crate_green_and_the_owner_gets_a_diff(opener: Opener) -> None:
    main = 'mod part;\r\nfn main() {\r\n\tlet s: String = "é";\r\n\tprintln!("{s}{}", part::one());\r\n}'
    root = opener.write(
        {"Cargo.toml": PACKAGE.format("p"), "src/main.rs": main, "src/part.rs": "pub fn one() -> i32 { 1 }\n"}
    )
    before = opener.state()
    with opener.open() as crate:
        (error,) = crate.check(crate.tree).errors
        assert error.primary is not None
        assert (error.primary.file, error.primary.line_start, error.primary.text) == ("src/main.rs", 3, '"é"')
        assert "--> src/main.rs:3:18" in error.rendered
        after = crate.tree.apply(suggestions(error, crate.tree)[0].edits)
        assert crate.check(after).green
    assert opener.state() == before
    subprocess.run(["git", "init", "-q"], cwd=root, check=True)
    patch = unified_diff(crate.tree.files, after.files).encode()
    subprocess.run(["git", "apply", "--whitespace=nowarn"], cwd=root, input=patch, check=True)
    assert (root / "src/main.rs").read_bytes() == after.files["src/main.rs"].encode()


def test_every_change_is_noticed_however_quick(opener: Opener) -> None:
    opener.write({"Cargo.toml": PACKAGE.format("p"), "src/lib.rs": "pub fn f() -> u8 { 1 }\n"})
    with opener.open() as crate:
        broken = changed(crate.tree, "src/lib.rs", 1, "{ 1 }", '{ "" }')
        assert [crate.check(tree).green for tree in (crate.tree, broken, crate.tree, broken)] == [True, False] * 2
        other = changed(crate.tree, "src/lib.rs", 1, "{ 1 }", "{ true }")
        found = [crate.check(tree).errors[0].primary for tree in (broken, other)]
        assert [span.text for span in found if span] == ['""', "true"]


WORKSPACE = {
    "Cargo.toml": '[workspace]\nmembers = ["a", "b"]\nresolver = "2"\n[workspace.package]\nedition = "2021"\n',
    "a/Cargo.toml": '[package]\nname = "a"\nversion = "0.1.0"\nedition.workspace = true\n'
    '[dependencies]\nb = { path = "../b" }\n'
    'c = { path = "../../c" }\n',
    "a/src/main.rs": 'fn main() { let s: &str = b::two(); println!("{s}{}", c::THREE); }\n',
    "b/Cargo.toml": PACKAGE.format("b"),
    "b/src/lib.rs": "pub fn two() -> i32 { 2 }\n",
}


def test_a_member_with_path_dependencies_in_and_out_of_its_workspace(opener: Opener) -> None:
    opener.write({f"w/{name}": text for name, text in WORKSPACE.items()})
    opener.write({"c/Cargo.toml": PACKAGE.format("c"), "c/src/lib.rs": "pub const THREE: u8 = 3;\n"})
    before = opener.state()
    with opener.open("w/a") as crate:
        assert [*crate.tree.files] == ["src/main.rs"]
        (error,) = crate.check(crate.tree).errors
        assert error.primary is not None
        assert error.primary.file == "src/main.rs"
        assert "--> src/main.rs:1:27" in error.rendered
        assert crate.check(changed(crate.tree, "src/main.rs", 1, "&str", "i32")).green
    assert opener.state() == before


def test_a_member_outside_the_folder_of_its_workspace(opener: Opener) -> None:
    member = PACKAGE.format("mem").replace('edition = "2021"', 'edition.workspace = true\nworkspace = "../root"')
    part = "pub fn part() -> u8 {\n    let n = 1;\n    n += 1;\n    n\n}\n"
    opener.write(
        {
            "root/Cargo.toml": '[workspace]\nmembers = ["../mem", "../gone"]\nresolver = "2"\n'
            '[workspace.package]\nedition = "2021"\n',
            "mem/Cargo.toml": member,
            "mem/src/lib.rs": "mod part;\npub use part::part;\n#[test]\nfn holds() { assert_eq!(part(), 2); }\n",
            "mem/src/part.rs": part,
            "gone/Cargo.toml": PACKAGE.format("gone").replace("edition", 'workspace = "../root"\nedition')
            + '[dependencies]\nnowhere-to-be-found = "1"\n',
            "gone/src/lib.rs": "",
        }
    )
    before = opener.state()
    with opener.open("mem") as crate:
        (error,) = crate.check(crate.tree).errors
        assert error.primary is not None
        assert (error.primary.file, error.primary.line_start) == ("src/part.rs", 3)
        assert "--> src/part.rs:3:5" in error.rendered
        after = crate.tree.apply(suggestions(error, crate.tree)[0].edits)
        assert crate.check(after).green and crate.check_by_cargo(after).green and crate.test(after).status == 0
        for tree in (changed(after, "src/part.rs", 4, "n", "true"), changed(after, "src/part.rs", 4, "n", '""')):
            ours = crate.check(tree).errors
            assert len(ours) == 1 and ours == crate.check_by_cargo(tree).errors
    assert opener.state() == before


def test_a_path_dependency_that_inherits_from_another_workspace(opener: Opener) -> None:
    inherits = PACKAGE.format("{}").replace('edition = "2021"', "edition.workspace = true")
    opener.write(
        {
            "p/Cargo.toml": PACKAGE.format("p") + '[dependencies]\nd = { path = "../theirs/crates/d" }\n',
            "p/src/lib.rs": "pub const N: u16 = d::N;\n",
            "theirs/Cargo.toml": '[workspace]\nmembers = ["crates/*", "app"]\n[workspace.package]\nedition = "2021"\n'
            '[workspace.dependencies]\ne = { path = "crates/e" }\nnowhere-to-be-found = "1"\n',
            "theirs/crates/d/Cargo.toml": inherits.format("d") + "[dependencies]\ne.workspace = true\n",
            "theirs/crates/d/src/lib.rs": "pub use e::N;\n",
            "theirs/crates/e/Cargo.toml": inherits.format("e"),
            "theirs/crates/e/src/lib.rs": "pub const N: u8 = 1;\n",
            "theirs/app/Cargo.toml": inherits.format("app") + "[dependencies]\nnowhere-to-be-found.workspace = true\n",
            "theirs/app/src/main.rs": "fn main() {}\n",
        }
    )
    before = opener.state()
    with opener.open("p") as crate:
        (error,) = crate.check(crate.tree).errors
        assert error.code == "E0308"
        assert crate.check(changed(crate.tree, "src/lib.rs", 1, "u16", "u8")).green
        assert crate.notes == ()
    assert opener.state() == before


def test_the_package_at_the_root_is_meant_whatever_its_workspace_builds_by_default(opener: Opener) -> None:
    lib = "pub fn one() -> u8 { true }\n#[test]\nfn holds() { assert_eq!(one(), 1); }\n"
    opener.write(
        {
            "Cargo.toml": f'{PACKAGE.format("p")}[workspace]\nmembers = ["m"]\ndefault-members = ["m"]\n',
            "src/lib.rs": lib,
            "m/Cargo.toml": PACKAGE.format("m"),
            "m/src/lib.rs": "",
        }
    )
    with opener.open() as crate:
        assert [error.code for error in crate.check(crate.tree).errors] == ["E0308"]
        wrong = changed(crate.tree, "src/lib.rs", 1, "true", "2")
        assert crate.check_by_cargo(wrong).green and crate.test(wrong).status == 101
        assert crate.test(changed(wrong, "src/lib.rs", 1, "2", "1")).status == 0
    with opener.open("m") as crate:
        assert crate.check(crate.tree).green


def test_what_cargo_refuses_in_another_folder_is_told_with_the_owners_path(opener: Opener) -> None:
    opener.write(
        {
            "p/Cargo.toml": PACKAGE.format("p") + '[dependencies]\nd = { path = "../d" }\n',
            "p/src/lib.rs": "",
            "d/Cargo.toml": PACKAGE.format("d").replace('edition = "2021"', "edition.workspace = true"),
            "d/src/lib.rs": "",
        }
    )
    with pytest.raises(UsageError) as caught:
        opener.open("p")
    assert str(opener.root / "d/Cargo.toml") in str(caught.value) and "/copy/" not in str(caught.value)


@pytest.mark.parametrize("folder", ["p", "w/p"])
def test_it_is_known_which_files_are_compiled(folder: str, opener: Opener) -> None:
    opener.write(
        {
            "w/Cargo.toml": '[workspace]\nmembers = ["p"]\n',
            f"{folder}/Cargo.toml": PACKAGE.format("p")
            + '[features]\nextra = []\n[[bin]]\nname = "t"\npath = "src/bin/t.rs"\nrequired-features = ["extra"]\n',
            f"{folder}/src/lib.rs": '#[path = "deep/../part.rs"]\nmod part;\n#[cfg(test)]\nmod tests;\n',
            f"{folder}/src/deep/x.rs": "",
            f"{folder}/src/part.rs": "",
            f"{folder}/src/tests.rs": "",
            f"{folder}/src/bin/t.rs": "fn main() { let x: u8 = true; }\n",
            f"{folder}/tests/it.rs": TEST,
        }
    )
    for tests in (False, True):
        with opener.open(folder, tests=tests) as crate:
            read = {name for name in crate.tree.files if crate.reads(name)}
            assert read == {"src/lib.rs", "src/part.rs", *(("src/tests.rs", "tests/it.rs") if tests else ())}


def test_what_files_are_taken_to_hold_is_checked_in_their_place(opener: Opener) -> None:
    root = opener.write(
        {
            "Cargo.toml": "[workspace]\nmembers = ['a', 'b']\nresolver = '2'\n",
            "a/Cargo.toml": PACKAGE.format("a") + "[dependencies]\nb = { path = '../b' }\n",
            "a/src/lib.rs": "pub fn one() -> u8 { b::two() }\n",
            "b/Cargo.toml": PACKAGE.format("b"),
            "b/src/lib.rs": "mod real;\npub use real::two;\n",
            "b/src/kept.rs": "pub fn two() -> u8 { 1 + }\n",
        }
    )
    (root / "b" / "src" / "real.rs").symlink_to("kept.rs")
    before = opener.state()
    mended = {root / "b" / "src" / "kept.rs": b"pub fn two() -> u8 { 1 }\n"}
    for name in ("a", "b"):
        for instead, errors in ((mended, 0), (None, 1), (mended, 0)):
            with opener.open(name, cache=root.parent / "cache", instead=instead) as crate:
                assert len(crate.check(crate.tree).errors) == len(crate.check_by_cargo(crate.tree).errors) == errors
                assert name == "a" or ("1 + }" in crate.tree.files["src/real.rs"]) == bool(errors)
    assert opener.state() == before


def test_an_error_in_another_package_is_told_without_a_place(opener: Opener) -> None:
    opener.write({f"w/{name}": text for name, text in WORKSPACE.items()})
    opener.write({"c/Cargo.toml": PACKAGE.format("c"), "c/src/lib.rs": 'pub const THREE: u8 = "";\n'})
    with opener.open("w/a") as crate:
        (error,) = crate.check(crate.tree).errors
        assert (error.code, error.spans) == ("E0308", ())


def test_tests_pass_fail_or_do_not_compile(opener: Opener) -> None:
    lib = 'pub fn one() -> u8 { 1 }\n#[test]\nfn inner() { println!("seen"); assert_eq!(one(), 1); }\n'
    opener.write({"Cargo.toml": PACKAGE.format("p"), "src/lib.rs": lib, "tests/it.rs": f"use p as _;\n{TEST}"})
    with opener.open() as crate:
        good = crate.test(crate.tree)
        assert (good.compiled, good.status, good.stdout.count("1 passed")) == (True, 0, 2)
        bad = crate.test(changed(crate.tree, "src/lib.rs", 1, "1", "2"))
        assert (bad.compiled, bad.status, "inner" in bad.stdout, "seen" in bad.stdout) == (True, 101, True, True)
        broken = crate.test(changed(crate.tree, "tests/it.rs", 3, "{}", "{ 1 }"))
        assert (broken.compiled, [error.code for error in broken.diagnostics]) == (False, ["E0308"])


def test_tests_and_examples_are_checked_when_asked_for_and_reported_once(opener: Opener) -> None:
    lib = "#[cfg(test)]\nfn t() -> u8 { true }\n"
    files = {"src/lib.rs": lib, "tests/it.rs": "fn t() -> u8 { 'c' }\n", "examples/e.rs": "fn main() -> u9 {}\n"}
    opener.write({"Cargo.toml": PACKAGE.format("p"), **files})
    with opener.open() as crate:
        assert crate.check(crate.tree).green
        also = changed(crate.tree, "src/lib.rs", 1, "#[cfg(test)]", "")
        assert len(crate.check(also).errors) == 1
    with opener.open(tests=True) as crate:
        assert "src/lib.rs" in {span.file for error in crate.check(crate.tree).errors for span in error.primaries}
        assert len(crate.check(also).errors) == len({error.rendered for error in crate.check(also).errors})


def test_what_cannot_be_had_offline_is_left_out_and_named(opener: Opener) -> None:
    manifest = (
        PACKAGE.format("p")
        + '[dependencies]\noff = { version = "1", optional = true }\n[dev-dependencies]\nno-such = "1"\n'
    )
    tests = {"tests/needs.rs": f"use no_such as _;\n{TEST}", "tests/fine.rs": TEST}
    lib = f'#[cfg(feature = "off")]\nuse off as _;\n{TEST}'
    opener.write({"Cargo.toml": manifest, "src/lib.rs": lib, **tests})
    before = opener.state()
    with opener.open() as crate:
        assert crate.check(crate.tree).green
        assert any("no-such" in note for note in crate.notes)
        result = crate.test(crate.tree)
        assert (result.status, result.stdout.count("1 passed")) == (0, 2)
    assert opener.state() == before


def test_a_needed_dependency_that_cannot_be_had_is_the_machine_at_fault(opener: Opener) -> None:
    opener.write({"Cargo.toml": PACKAGE.format("p") + '[dependencies]\nno-such = "1"\n', "src/lib.rs": ""})
    with pytest.raises(EnvironmentFault, match=r"no-such.*cargo fetch"):
        opener.open()


@pytest.mark.parametrize(
    ("manifest", "files", "told"),
    [
        ('[[bin]]\nname = "gone"\n', {}, "gone"),
        ('[features]\na = ["no-such-feature"]\n', {}, "no-such-feature"),
        (
            '[dependencies]\nb = { path = "b" }\n',
            {"b/Cargo.toml": PACKAGE.format("other"), "b/src/lib.rs": ""},
            "`b`",
        ),
    ],
)
def test_a_manifest_that_cargo_refuses_is_the_owners_fault_and_no_download_helps(
    opener: Opener, manifest: str, files: dict[str, str], told: str
) -> None:
    opener.write({"Cargo.toml": PACKAGE.format("p") + manifest, "src/lib.rs": "", **files})
    with pytest.raises((UsageError, EnvironmentFault), match=told) as raised:
        opener.open()
    assert isinstance(raised.value, UsageError) and "cargo fetch" not in str(raised.value)


def test_what_only_other_platforms_need_does_not_stand_in_the_way(opener: Opener) -> None:
    foreign = '[target.\'cfg(target_os = "nothing")\'.dependencies]\nno-such = "1"\n'
    opener.write({"Cargo.toml": PACKAGE.format("p") + foreign, "src/lib.rs": TEST})
    with opener.open() as crate:
        assert crate.check(crate.tree).green and crate.test(crate.tree).status == 0
        assert crate.notes == ("what only other platforms need was left out",)


def test_members_that_cannot_be_had_do_not_stand_in_the_way(opener: Opener) -> None:
    opener.write({f"w/{name}": text for name, text in WORKSPACE.items()})
    opener.write({"c/Cargo.toml": PACKAGE.format("c"), "c/src/lib.rs": "pub const THREE: u8 = 3;\n"})
    opener.write(
        {
            "w/b/Cargo.toml": PACKAGE.format("b"),
            "w/x/Cargo.toml": PACKAGE.format("x") + '[dependencies]\nno-such = "1"\n',
        }
    )
    opener.write({"w/x/src/lib.rs": "", "w/Cargo.toml": WORKSPACE["Cargo.toml"].replace('"b"', '"b", "x"')})
    with opener.open("w/a") as crate:
        assert len(crate.check(crate.tree).errors) == 1
        assert any("members" in note for note in crate.notes)


BUILD = """
use std::{env, fs, io::ErrorKind, net, os::unix, process};
fn main() {
    let refused = net::TcpStream::connect("127.0.0.1:1").err().map(|e| e.kind()) == Some(ErrorKind::PermissionDenied);
    let found = [
        fs::read("SECRET").is_ok(),
        fs::write("SECRET", "x").is_ok(),
        fs::read_dir("HOME").is_ok_and(|mut found| found.any(|entry| entry.unwrap().path().is_file())),
        fs::write("src/lib.rs", "").is_ok(),
        unix::fs::symlink("SECRET", "src/link.rs").is_ok(),
        !refused,
        process::Command::new("cat").arg("SECRET").status().unwrap().success(),
        env::var("API_TOKEN").is_ok(),
    ];
    fs::write(env::var("OUT_DIR").unwrap() + "/found.rs", format!("pub const FOUND: [bool; 8] = {found:?};")).unwrap();
}
"""


def test_a_build_script_runs_and_gets_at_nothing(
    opener: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("API_TOKEN", "hush")
    secret = tmp_path / "secret"
    secret.write_text("secret")
    build = BUILD.replace("SECRET", str(secret)).replace("HOME", str(Path.home()))
    include = 'include!(concat!(env!("OUT_DIR"), "/found.rs"));\n'
    lib = f"{include}#[test]\nfn nothing() {{ assert_eq!(FOUND, [false; 8]); }}\n"
    opener.write({"Cargo.toml": PACKAGE.format("p"), "build.rs": build, "src/lib.rs": lib})
    before = opener.state()
    with opener.open() as crate:
        assert crate.check(crate.tree).green
        result = crate.test(crate.tree)
        assert result.status == 0, result.stdout
    assert (secret.read_text(), opener.state()) == ("secret", before)


@pytest.mark.parametrize("place", ["", "b/"])
def test_a_build_script_that_fails_is_the_machine_at_fault_in_its_own_words(opener: Opener, place: str) -> None:
    build = 'fn main() { println!("cargo:warning=look here"); panic!("no libfoo offline") }'
    opener.write({"Cargo.toml": PACKAGE.format("p") + '[dependencies]\nb = { path = "b" }\n', "src/lib.rs": ""})
    opener.write({"b/Cargo.toml": PACKAGE.format("b"), "b/src/lib.rs": "", f"{place}build.rs": build})
    with pytest.raises(EnvironmentFault, match=r"does not build here: .*build command.*no libfoo") as raised:
        opener.open()
    assert "cargo fetch" not in str(raised.value)


def test_chosen_lints_count_as_errors_in_the_package_alone(opener: Opener, toolchain: Toolchain) -> None:
    returning = "pub fn f(x: bool) -> bool {\n    return !x;\n}\n"
    lints = find_lints(toolchain, ("clippy::needless_return",))
    manifest = PACKAGE.format("a") + '[dependencies]\nb = { path = "../b" }\n'
    opener.write({"w/Cargo.toml": '[workspace]\nmembers = ["a", "b"]\nresolver = "2"\n', "w/a/Cargo.toml": manifest})
    opener.write({"w/b/Cargo.toml": PACKAGE.format("b"), "w/b/src/lib.rs": returning, "w/a/src/lib.rs": returning})
    with opener.open("w/a", lints=lints) as crate:
        (error,) = crate.check(crate.tree).errors
        assert (error.code, error.primary and error.primary.line_start) == ("clippy::needless_return", 2)
        after = crate.tree.apply(suggestions(error, crate.tree)[0].edits)
        assert "return" not in after.files["src/lib.rs"]
        other = changed(crate.tree, "src/lib.rs", 2, "!x", "x")
        assert [result.green for result in crate.check_many([after, other])] == [True, False]
        assert [crate.check_by_cargo(tree).green for tree in (after, other)] == [True, False]
    with opener.open("w/a") as crate:
        assert crate.check(crate.tree).green


def test_lints_must_have_the_names_of_lints(toolchain: Toolchain) -> None:
    for names in (("-Dwarnings",), ("clippy::all", "a b"), ()):
        with pytest.raises(UsageError, match="clippy_lints"):
            find_lints(toolchain, names)


def test_configuration_that_redirects_the_compiler_is_not_obeyed(opener: Opener, tmp_path: Path) -> None:
    wrapper = tmp_path / "wrapper"
    wrapper.write_text(f"#!/bin/sh\ntouch '{tmp_path}/called'\nexec \"$@\"\n")
    wrapper.chmod(0o755)
    config = f'[build]\nrustc-wrapper = "{wrapper}"\nrustflags = ["--cfg", "odd"]\n[env]\nX = "1"\n'
    lib = "#[cfg(odd)]\ncompile_error!();\n"
    files = {".cargo/config.toml": config, "rust-toolchain": "nightly-1999-01-01\n", "src/lib.rs": lib}
    opener.write({"Cargo.toml": PACKAGE.format("p"), **files})
    with opener.open() as crate:
        assert crate.check(crate.tree).green
    assert not (tmp_path / "called").exists()


@pytest.mark.parametrize("line", ["source = 3", "registries = 3", "registries.x = 3", "source.x.directory = 3"])
def test_configuration_of_another_shape_is_named(line: str, opener: Opener) -> None:
    opener.write({"Cargo.toml": PACKAGE.format("p"), "src/lib.rs": "", ".cargo/config.toml": f"{line}\n"})
    with pytest.raises(UsageError, match=r"config\.toml: `.*` must be a t(able|ext); mend it"):
        opener.open()


def test_vendored_dependencies_are_found(opener: Opener) -> None:
    config = '[source.crates-io]\nreplace-with = "vendored-sources"\n[source.vendored-sources]\ndirectory = "vendor"\n'
    vendored = {"vendor/dep/Cargo.toml": PACKAGE.format("dep"), "vendor/dep/src/lib.rs": "pub const ONE: u8 = 1;\n"}
    checksum = {"vendor/dep/.cargo-checksum.json": '{"files":{},"package":null}'}
    opener.write({"Cargo.toml": PACKAGE.format("p") + '[dependencies]\ndep = "0.1"\n', ".cargo/config.toml": config})
    opener.write({"src/lib.rs": "pub use dep::ONE;\n", **vendored, **checksum})
    with opener.open() as crate:
        assert crate.check(crate.tree).green


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def registry(tmp_path: Path) -> Iterator[str]:
    """The address of a registry with one package, `dep`, served from this machine."""
    root = tmp_path / "registry"
    root.mkdir()
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as archive:
        for name, text in {"Cargo.toml": PACKAGE.format("dep"), "src/lib.rs": "pub const ONE: u8 = 1;\n"}.items():
            entry = tarfile.TarInfo(f"dep-0.1.0/{name}")
            entry.size = len(text)
            archive.addfile(entry, io.BytesIO(text.encode()))
    (root / "dep.crate").write_bytes(packed.getvalue())
    row = {"name": "dep", "vers": "0.1.0", "deps": [], "features": {}, "yanked": False}
    (root / "3" / "d").mkdir(parents=True)
    (root / "3" / "d" / "dep").write_text(json.dumps(row | {"cksum": hashlib.sha256(packed.getvalue()).hexdigest()}))
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0),
        lambda *args: _Quiet(*args, directory=str(root)),
    )
    address = f"http://127.0.0.1:{server.server_port}"
    (root / "config.json").write_text(json.dumps({"dl": f"{address}/{{crate}}.crate"}))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"sparse+{address}/"
    server.shutdown()
    thread.join()
    server.server_close()


def test_what_the_owner_has_fetched_is_used_and_left_alone(
    opener: Opener, registry: str, toolchain: Toolchain, tmp_path: Path
) -> None:
    home = tmp_path / "owner-cargo"
    home.mkdir()
    config = f'[source.crates-io]\nreplace-with = "mine"\n[source.mine]\nregistry = "{registry}"\n'
    (home / "config.toml").write_text(config)
    root = opener.write(
        {"Cargo.toml": PACKAGE.format("p") + '[dependencies]\ndep = "0.1"\n', "src/lib.rs": "pub use dep::ONE;\n"}
    )
    env = {**os.environ, "CARGO_HOME": str(home), "no_proxy": "*"}
    subprocess.run([toolchain.cargo, "fetch", "-q"], cwd=root, env=env, check=True)
    before = {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}
    with opener.open() as crate:
        assert crate.check(crate.tree).green
        assert crate.notes == ()
    assert {path: path.read_bytes() for path in home.rglob("*") if path.is_file()} == before


def test_a_cached_copy_is_warm_follows_the_owner_and_has_one_user(opener: Opener, tmp_path: Path) -> None:
    opener.write({"Cargo.toml": PACKAGE.format("p"), "src/lib.rs": "mod old;\n", "src/old.rs": "", "build.rs": COUNTER})
    cache = tmp_path / "cache"
    with opener.open(cache=cache) as crate:
        assert crate.check(crate.tree).green
        with pytest.raises(Busy):
            opener.open(cache=cache)
    (opener.root / "src" / "old.rs").unlink()
    opener.write({"src/lib.rs": "mod new;\n", "src/new.rs": "pub fn f() -> u8 { true }\n"})
    with opener.open(cache=cache) as crate:
        assert [error.primaries[0].file for error in crate.check(crate.tree).errors] == ["src/new.rs"]
    assert [path.read_text() for path in cache.rglob("out/count")] == ["1"]


# how often the build script ran: cargo runs it again only if it thinks that build.rs changed
COUNTER = """
fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    let path = format!("{}/count", std::env::var("OUT_DIR").unwrap());
    let count = std::fs::read_to_string(&path).map_or(0, |text| text.parse::<u8>().unwrap());
    std::fs::write(path, (count + 1).to_string()).unwrap();
}
"""


def test_large_files_are_copied_once_and_what_may_not_be_read_is_left_out(
    opener: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lib = 'pub static DATA: &[u8] = include_bytes!("../data.bin");\npub const LAST: u8 = DATA[LENGTH - 1];\n'
    opener.write({"Cargo.toml": PACKAGE.format("p"), "src/lib.rs": lib + "const LENGTH: usize = 2 << 20;\n"})
    opener.write({"data.bin": "a" * (2 << 20), "private/key.txt": "x"})
    copied: list[str] = []
    copyfile, access = shutil.copyfile, os.access

    def counted(one: Path, other: Path) -> None:
        copied.append(one.name)
        copyfile(one, other)

    monkeypatch.setattr(shutil, "copyfile", counted)
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path).name != "private" and access(path, mode))
    for content, times in (("a", 1), ("a", 1), ("b", 2)):
        if content == "b":
            opener.write({"data.bin": content * (2 << 20)})
        with opener.open(cache=tmp_path / "cache") as crate:
            assert crate.check(crate.tree).green
            assert any("private may not be read" in note for note in crate.notes)
        assert copied == ["data.bin"] * times
        assert [path.read_text()[0] for path in (tmp_path / "cache").rglob("copy/data.bin")] == [content]
    assert not list((tmp_path / "cache").rglob("key.txt"))


def test_links_in_circles_are_no_trouble(opener: Opener) -> None:
    opener.write({"Cargo.toml": PACKAGE.format("p"), "src/lib.rs": ""})
    for folder in (opener.root, opener.root / "src"):
        (folder / "round.rs").symlink_to("round.rs")
        (folder / "up").symlink_to("..")
    with opener.open() as crate:
        assert crate.check(crate.tree).green


def test_links_out_of_the_crate_are_left_out_and_named(opener: Opener, tmp_path: Path) -> None:
    (tmp_path / "secret.rs").write_text("pub const SECRET: u8 = 1;\n")
    opener.write({"Cargo.toml": PACKAGE.format("p"), "src/lib.rs": "mod secret;\n"})
    (opener.root / "src" / "secret.rs").symlink_to(tmp_path / "secret.rs")
    with opener.open() as crate:
        assert [error.code for error in crate.check(crate.tree).errors] == ["E0583"]
        assert any("secret.rs is a link" in note for note in crate.notes)


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({"src/main.rs": "fn main() {}\n"}, "no crate at"),
        ({"Cargo.toml": "[package]\nname = \n", "src/main.rs": ""}, "not valid TOML"),
        (WORKSPACE, "name one of its members: a, b"),
    ],
)
def test_what_is_no_crate_is_a_usage_error(files: dict[str, str], words: str, opener: Opener) -> None:
    opener.write(files)
    with pytest.raises(UsageError, match=words):
        opener.open()


def test_a_source_that_is_not_utf8_is_a_usage_error(opener: Opener) -> None:
    opener.write({"Cargo.toml": PACKAGE.format("p"), "src/main.rs": "fn main() {}\n"})
    (opener.root / "src" / "bad.rs").write_bytes(b"\xff")
    with pytest.raises(UsageError, match=r"bad\.rs is not UTF-8"):
        opener.open()


def test_a_folder_whose_name_is_not_utf8_can_be_copied(opener: Opener) -> None:
    name = os.fsdecode(b"caf\xe9")
    opener.write({f"{name}/Cargo.toml": PACKAGE.format("p"), f"{name}/src/lib.rs": "fn f() -> u8 { 'x' }\n"})
    with opener.open(name) as crate:
        assert [error.code for error in crate.check(crate.tree).errors] == ["E0308"]


def test_closing_leaves_nothing_behind(opener: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    opener.write({"Cargo.toml": PACKAGE.format("p"), "src/main.rs": "fn main() {}\n"})
    opener.open().close()
    opener.write({"Cargo.toml": PACKAGE.format("p") + '[dependencies]\nno-such = "1"\n'})
    with pytest.raises(EnvironmentFault):
        opener.open()
    assert list((tmp_path / "temporary").iterdir()) == []
