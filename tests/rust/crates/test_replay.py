"""The repeated calls tell what cargo tells, whatever is broken, and cost no call that changes nothing."""

import random
from pathlib import Path

import pytest

from sleepy_coder.execution import core_count
from sleepy_coder.rust.compiler import CheckResult
from sleepy_coder.rust.crates import replay
from sleepy_coder.rust.crates.cargo import Crate, open_crate
from sleepy_coder.rust.sandbox import Sandbox
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.rust.toolchain import Toolchain

BUILD = """\
fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rustc-cfg=from_script");
    println!("cargo:rustc-env=FROM_SCRIPT=two  words");
    let out = std::env::var("OUT_DIR").unwrap();
    std::fs::write(format!("{out}/made.rs"), "pub const MADE: usize = 3;\\n").unwrap();
}
"""
LIB = """\
//! A library with a bit of everything.
mod shape;
#[macro_use]
mod mac;
include!(concat!(env!("OUT_DIR"), "/made.rs"));
pub use shape::{Area, Square};

#[cfg(from_script)]
pub fn words() -> usize {
    env!("FROM_SCRIPT").split(' ').count() + MADE
}

pub fn text() -> &'static str {
    include_str!("text.txt")
}

#[cfg(feature = "extra")]
pub fn extra() -> u8 {
    let mut total = 0;
    for step in 0..4u8 {
        total += step;
    }
    total
}

pub fn largest(all: &[Square]) -> Option<i32> {
    let mut areas: Vec<i32> = all.iter().map(|one| one.area()).collect();
    areas.sort();
    areas.last().copied().map(|area| twice!(area) / 2)
}

pub fn joined(names: Vec<String>) -> String {
    let mut line = String::new();
    for name in &names {
        line.push_str(name);
    }
    line.push_str(&names.len().to_string());
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inner() {
        assert_eq!(largest(&[Square { side: 2 }]), Some(4));
        assert_eq!(helper::help(1), 2);
    }
}
"""
SHAPE = """\
pub trait Area {
    fn area(&self) -> i32;
}

#[derive(Debug, Clone, PartialEq)]
pub struct Square {
    pub side: i32,
}

impl Area for Square {
    fn area(&self) -> i32 {
        self.side * self.side
    }
}
"""
MAC = "macro_rules! twice {\n    ($e:expr) => {\n        $e + $e\n    };\n}\n"
MANIFEST = """\
[package]
name = "p-p"
version = "0.1.0"
edition = "2021"
description = '''two
`lines`'''
[features]
default = ["extra"]
extra = []
[dependencies]
helper = { path = "../helper" }
[dev-dependencies]
user = { path = "../user" }
"""


@pytest.fixture
def crate_folder(tmp_path: Path) -> Path:
    root = tmp_path / "a crate's"
    files = {
        "Cargo.toml": '[workspace]\nmembers = ["p", "helper", "user"]\nresolver = "2"\n',
        "p/Cargo.toml": MANIFEST,
        "p/build.rs": BUILD,
        "p/src/lib.rs": LIB,
        "p/src/shape.rs": SHAPE,
        "p/src/mac.rs": MAC,
        "p/src/text.txt": "text",
        "p/src/main.rs": 'mod part;\nfn main() {\n    println!("{} {}", p_p::words(), part::two());\n}\n',
        "p/src/part.rs": "pub fn two() -> i32 {\n    let two = 1 + 1;\n    two\n}\n",
        "p/src/bin/other.rs": 'use p_p::Area;\nfn main() {\n    println!("{}", p_p::Square { side: 1 }.area());\n}\n',
        "p/tests/it.rs": "#[test]\nfn joins() {\n    assert_eq!(p_p::joined(vec![String::new()]), user::zero());\n}\n",
        "p/examples/show.rs": 'fn main() {\n    let shown = p_p::text();\n    println!("{shown}");\n}\n',
        "helper/Cargo.toml": '[package]\nname = "helper"\nversion = "0.1.0"\nedition = "2021"\n',
        "helper/src/lib.rs": "pub fn help(n: i32) -> i32 {\n    n + 1\n}\n",
        # depends on what it is needed to test
        "user/Cargo.toml": '[package]\nname = "user"\nversion = "0.1.0"\nedition = "2021"\n'
        '[dependencies]\np-p = { path = "../p" }\n',
        "user/src/lib.rs": "pub fn zero() -> String {\n    p_p::joined(Vec::new())\n}\n",
    }
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    return root / "p"


def mutated(tree: SourceTree, rng: random.Random) -> SourceTree:
    """The tree with one word of one file deleted, doubled, or put in another's place."""
    name = rng.choice(sorted(tree.files))
    words = tree.files[name].split(" ")
    place = rng.randrange(len(words))
    words[place : place + 1] = rng.choice(([], [words[place]] * 2, [rng.choice(words)], [f"{words[place]}x"]))
    return SourceTree({**tree.files, name: " ".join(words)}, tree.edition, tree.crate_type)


def said(result: CheckResult) -> list[tuple[object, ...]]:
    return sorted(
        (error.code or "", error.message, error.rendered, repr(error.spans), repr(error.children))
        for error in result.errors
    )


def assert_alike(crate: Crate, breaks: int, seed: int) -> None:
    rng = random.Random(seed)
    trees = [mutated(crate.tree, rng) for _ in range(breaks)]
    replayed = crate.check_many(trees)
    assert sum(not result.green for result in replayed) > breaks // 3
    for tree, ours in zip(trees, replayed, strict=True):
        assert said(ours) == said(crate.check_by_cargo(tree))


def test_what_cargo_says_of_random_breaks(crate_folder: Path, toolchain: Toolchain, sandbox: Sandbox) -> None:
    with open_crate(crate_folder, toolchain, sandbox, tests=True) as crate:
        assert crate.check(crate.tree).green
        assert_alike(crate, 12, seed=1)


@pytest.mark.slow
@pytest.mark.parametrize("tests", [False, True])
def test_what_cargo_says_of_many_random_breaks(
    crate_folder: Path, toolchain: Toolchain, sandbox: Sandbox, tests: bool
) -> None:
    with open_crate(crate_folder, toolchain, sandbox, tests=tests) as crate:
        assert_alike(crate, 150, seed=2)


def test_what_waits_for_a_red_library_is_found_once_it_is_green(
    crate_folder: Path, toolchain: Toolchain, sandbox: Sandbox
) -> None:
    lib, main = crate_folder / "src/lib.rs", crate_folder / "src/main.rs"
    lib.write_text(LIB.replace("MADE\n", 'MADE + "1"\n'))
    main.write_text(main.read_text().replace("part::two()", "part::three()"))
    with open_crate(crate_folder, toolchain, sandbox, tests=True) as crate:
        assert {error.code for error in crate.check(crate.tree).errors} == {"E0277"}
        mended = SourceTree({**crate.tree.files, "src/lib.rs": LIB}, crate.tree.edition)
        assert [error.code for error in crate.check(mended).errors] == ["E0425"]
        assert_alike(crate, 6, seed=3)


def test_no_call_of_cargo_and_no_call_in_vain(
    crate_folder: Path, toolchain: Toolchain, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_crate(crate_folder, toolchain, sandbox, tests=True) as crate:
        first = SourceTree({**crate.tree.files, "src/lib.rs": LIB + "// one\n"}, crate.tree.edition)
        assert crate.check_many([first, first])[1].green  # both slots are warm now
        calls: list[str] = []
        run = type(sandbox).run

        def counted(self: Sandbox, command: list[str], **rest: object) -> object:
            calls.append(f"{Path(command[0]).name} {next((w for w in command if w.endswith('.rs')), '')}")
            return run(self, command, **rest)  # type: ignore[arg-type]

        monkeypatch.setattr(type(sandbox), "run", counted)
        other = {**first.files, "examples/show.rs": "fn main() {\n    p_p::nothing();\n}\n"}
        (error,) = crate.check(SourceTree(other, crate.tree.edition)).errors
        assert error.primary is not None and error.primary.file == "examples/show.rs"
        assert calls == ["rustc p/examples/show.rs"]


PART = "pub fn part() -> u8 {\n    1\n}\n"


@pytest.mark.parametrize(
    ("tool", "part"),
    [
        ('#[path = "../part.rs"]\nmod part;\nfn main() {\n    part::part();\n}\n', "src/part.rs"),
        ("mod linked;\nfn main() {\n    linked::part();\n}\n", "src/shared/mod.rs"),
    ],
)
def test_a_file_that_is_read_under_another_name_is_looked_at_again(
    tool: str, part: str, tmp_path: Path, toolchain: Toolchain, sandbox: Sandbox
) -> None:
    root = tmp_path / "p"
    for name, text in {"Cargo.toml": MANIFEST.partition("[features]")[0], "src/bin/tool.rs": tool, part: PART}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    (root / "src/bin/linked").symlink_to("../shared")
    with open_crate(root, toolchain, sandbox) as crate:
        for text in (PART, PART.replace("1", "true"), PART, PART.replace("u8", "u16"), PART.replace("1", '""')):
            tree = SourceTree({**crate.tree.files, part: text}, crate.tree.edition)
            for _ in range(2 * core_count()):  # in every slot, most likely
                ours = crate.check(tree)
                assert said(ours) == said(crate.check_by_cargo(tree))
                assert all(error.primary is not None and error.primary.file == part for error in ours.errors)


def test_a_call_that_read_something_unknown_is_repeated(
    crate_folder: Path, toolchain: Toolchain, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_crate(crate_folder, toolchain, sandbox) as crate:
        other = "src/bin/other.rs"
        trees = [
            SourceTree({**crate.tree.files, other: crate.tree.files[other] + f"{line}\n"}, crate.tree.edition)
            for line in ("// one", "fn wrong() -> u8 { true }")
        ]
        monkeypatch.setattr(replay, "listed", lambda listing: ["p/src/lib.rs", "a name that nobody understands"])
        for tree, green in zip(trees, (True, False), strict=True):
            assert [crate.check(tree).green for _ in range(core_count())] == [green] * core_count()  # in every slot


@pytest.mark.parametrize(
    "script",
    [
        'fn main() { println!("cargo:rerun-if-changed=src"); }',
        "fn main() {}",
        'fn main() { println!("cargo:rerun-if-changed=tests/../src/"); }',
        '#[path = "src/bin/../part.rs"]\nmod part;\nfn main() { println!("cargo:rerun-if-changed=build.rs"); }',
        'include!("src/part.rs");\nfn main() { println!("cargo:rerun-if-changed=build.rs"); two(); }',
    ],
)
def test_a_build_script_that_reads_the_sources_leaves_all_to_cargo(
    crate_folder: Path, toolchain: Toolchain, sandbox: Sandbox, script: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (crate_folder / "build.rs").write_text(script)
    (crate_folder / "src/lib.rs").write_text(
        LIB.replace('include!(concat!(env!("OUT_DIR"), "/made.rs"));', "const MADE: usize = 3;").replace(
            'env!("FROM_SCRIPT")', '"a"'
        )
    )
    with open_crate(crate_folder, toolchain, sandbox) as crate:
        asked: list[SourceTree] = []
        monkeypatch.setattr(Crate, "check_by_cargo", lambda self, tree: asked.append(tree))
        crate.check(mutated(crate.tree, random.Random(0)))
        assert len(asked) == 1
