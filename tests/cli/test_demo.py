"""`demo`: what it refuses, and a crate broken on purpose."""

import json
from pathlib import Path

import pytest

from sleepy_coder.cli.main import main

CRATE = {
    "Cargo.toml": '[package]\nname = "shelf"\nversion = "0.1.0"\nedition = "2021"\n',
    "src/lib.rs": "pub mod book;\npub mod shelf;\n",
    "src/book.rs": """\
#[derive(Debug, Clone, PartialEq)]
pub struct Book {
    pub title: String,
    pub pages: u32,
}

impl Book {
    pub fn new(title: &str, pages: u32) -> Book {
        let title = title.to_string();
        Book { title, pages }
    }

    pub fn rename(&mut self, title: &str) {
        self.title = title.to_string();
    }
}
""",
    "src/shelf.rs": """\
use crate::book::Book;

pub fn total(books: &[Book]) -> u32 {
    let mut sum = 0;
    for book in books {
        sum += book.pages;
    }
    sum
}

pub fn titles(books: &[Book]) -> Vec<String> {
    books.iter().map(|book| book.title.clone()).collect()
}

pub fn longest(books: &[Book]) -> Option<Book> {
    let mut best: Option<&Book> = None;
    for book in books {
        let better = match best {
            Some(other) => book.pages > other.pages,
            None => true,
        };
        if better {
            best = Some(book);
        }
    }
    best.cloned()
}
""",
    "README.md": "A shelf.\n",
    "target/left-over": "",
}


@pytest.fixture(autouse=True)
def crate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small green crate, and a home of one's own."""
    monkeypatch.setenv("SLEEPY_CODER_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("SLEEPY_CODER_SANDBOX", "preferred")
    monkeypatch.chdir(tmp_path)
    for name, text in CRATE.items():
        path = tmp_path / "shelf" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path / "shelf"


def test_a_broken_copy_differs_from_the_crate_where_it_says_so(crate: Path, tmp_path: Path, capsys) -> None:
    assert main(["demo", "--break", "shelf", "--seed", "7", "broken", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert len(answer["breaks"]) == 3
    assert any(not one["suggestion"] for one in answer["breaks"])
    copy = tmp_path / "broken"
    changed = {name for name in CRATE if name != "target/left-over" and (copy / name).read_text() != CRATE[name]}
    assert changed == {one["file"] for one in answer["breaks"]}
    assert not (copy / "target").exists()
    assert {name: (crate / name).read_text() for name in CRATE} == CRATE, "the crate itself is as it was"


@pytest.mark.parametrize("inside", ["shelf/copy", "shelf"])
def test_a_folder_that_holds_something_is_refused(crate: Path, inside: str, capsys) -> None:
    assert main(["demo", "--break", "shelf", inside]) == 2
    assert {name: (crate / name).read_text() for name in CRATE} == CRATE
    assert not (crate / "copy").exists()


@pytest.mark.parametrize(
    "words",
    [
        ["--break", "shelf"],
        ["somewhere"],
        ["--break", "shelf", "broken", "--out", "x.json"],
        ["--break", "nowhere", "broken"],
        ["--home", "shelf"],
    ],
)
def test_calls_that_make_no_sense_are_refused_and_write_nothing(words: list[str], tmp_path: Path, capsys) -> None:
    before = sorted(path.name for path in tmp_path.iterdir())
    assert main(["demo", *words]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert sorted(path.name for path in tmp_path.iterdir() if path.name != "home") == before
