"""What is read of something is read before it is given away, where the order of the two does not matter."""

import re
from collections.abc import Callable

import pytest

HEAD = """\
use std::fs;
use std::fs::read;

#[derive(Debug)]
struct Parcel {
    label: String,
    grams: u32,
}

impl Parcel {
    fn stamp(self) -> Parcel {
        self
    }

    fn open(mut self) -> Parcel {
        self.grams = 0;
        self
    }

    fn first(&self) -> Option<char> {
        self.label.chars().next()
    }

    fn code(&self) -> &str {
        &self.label
    }
}

#[derive(Default)]
struct Depot {
    parcels: Vec<Parcel>,
    log: Vec<String>,
    grams: u32,
}

fn take(parcel: Parcel) -> usize {
    parcel.label.len()
}

fn lighter(parcel: Parcel) -> Option<Parcel> {
    let grams = parcel.grams.checked_sub(1)?;
    Some(Parcel { grams, ..parcel })
}

fn opened(parcel: Parcel) -> u32 {
    let mut parts = parcel;
    parts.grams = 0;
    parts.grams
}

fn weigh(parcel: Parcel) -> u32 {
    let mut all = 0;
    all += parcel.grams;
    all
}

fn file(parcel: Parcel) {
    fs::write("parcels", parcel.label).unwrap();
}

fn filed() -> usize {
    read("parcels").map_or(0, |text| text.len())
}

fn say(parcel: Parcel) {
    println!("{}", parcel.grams);
}

fn empty(mut parcel: Parcel) -> u32 {
    parcel.grams = 0;
    parcel.grams
}

impl Depot {
    fn store(&mut self, parcel: Parcel) -> usize {
        self.parcels.push(parcel);
        self.parcels.len()
    }

    fn total(&self) -> u32 {
        self.parcels.iter().map(|one| one.grams).sum()
    }

    fn add(&mut self, parcel: Parcel) -> u32 {
        BODY
    }
}

fn main() {
    let mut depot = Depot::default();
    let parcel = Parcel { label: "a".to_string(), grams: 3 };
    println!("{:?} {}", parcel.first(), parcel.code());
    println!("{} {}", depot.add(parcel), depot.log.len());
    println!("{:?}", Parcel { label: "b".into(), grams: 2 }.stamp().open().grams);
    println!("{} {}", depot.store(Parcel { label: "c".into(), grams: 1 }), depot.total());
    println!("{} {}", take(depot.parcels.remove(0)), empty(depot.parcels.remove(0)));
    say(Parcel { label: "d".into(), grams: 1 });
    println!("{:?} {}", lighter(depot.parcels.remove(0)), opened(depot.parcels.remove(0)));
    println!("{} {}", weigh(depot.parcels.remove(0)), filed());
    file(depot.parcels.remove(0));
}
"""


def depot(*lines: str) -> str:
    return HEAD.replace("BODY", "\n        ".join(lines))


STORED = "self.parcels.push(parcel);"


@pytest.mark.parametrize(
    ("giving", "readers"),
    [
        (STORED, ['self.log.push(format!("got {}", parcel.label));']),
        (STORED, ["self.grams += parcel.grams;", 'self.log.push(format!("{parcel:?}"));']),
        (STORED, ["// é", "if parcel.grams > 3 {", "    self.grams += 1;", "}"]),
        (STORED, ['println!("got {}", parcel.label);']),
        ("self.store(parcel);", ["self.log.push(parcel.label.clone());"]),
        ("let n = weigh(parcel);", ["self.grams += parcel.grams;"]),
        ("let n = take(parcel);", ["let heavy = parcel.grams > 3;"]),
        ("if self.grams > 3 {\n            self.parcels.push(parcel);\n        }", ['println!("{}", parcel.grams);']),
    ],
)
def test_it_is_read_first(mended: Callable[[str], list[str]], giving: str, readers: list[str]) -> None:
    assert depot(*readers, giving, "1") in mended(depot(giving, *readers, "1"))


@pytest.mark.parametrize(
    "binding", ["let code = parcel.code();", "let code = parcel.first().zip(Some(parcel.code()));"]
)
def test_what_borrows_of_it_is_read_first(mended: Callable[[str], list[str]], binding: str) -> None:
    giving, reader = "let n = self.store(parcel);", 'let shown = format!("{code:?}");'
    after = "(n + shown.len()) as u32"
    assert depot(binding, reader, giving, after) in mended(depot(binding, giving, reader, after))


@pytest.mark.parametrize(
    ("last", "first"),
    [
        ("parcel.grams", ["let grams = parcel.grams;", STORED, "grams"]),
        ("parcel.grams + 1", ["let result = parcel.grams + 1;", STORED, "result"]),
        ("return parcel.grams;", ["let grams = parcel.grams;", STORED, "return grams;"]),
    ],
)
def test_a_result_is_computed_first(mended: Callable[[str], list[str]], last: str, first: list[str]) -> None:
    assert depot(*first) in mended(depot(STORED, last))


@pytest.mark.parametrize(
    "lines",
    [
        (STORED, 'self.log.push(format!("{} {}", parcel.label, self.parcels.len()));', "1"),
        (STORED, "self.grams = self.total() - parcel.grams;", "1"),
        ("self.store(parcel);", "self.parcels.truncate(parcel.grams as usize);", "1"),
        ("say(parcel);", 'println!("{}", parcel.label);', "1"),
        ("let n = empty(parcel);", "self.grams += parcel.grams;", "n"),
        ("let n = take(parcel);", 'self.log.push(format!("{n} {}", parcel.label));', "1"),
        ("parcel.stamp();", "self.log.push(parcel.label.clone());", "1"),
        ("let less = lighter(parcel);", "self.grams += parcel.grams;", "1"),
        ("let n = opened(parcel);", "self.grams += parcel.grams;", "n"),
        ("file(parcel);", "self.grams += parcel.grams + filed() as u32;", "1"),
        (STORED, "self.grams = parcel.grams.checked_sub(1).unwrap_or_else(|| return 0);", "self.parcels.len() as u32"),
    ],
)
def test_where_the_order_may_matter_it_is_left_alone(
    mended: Callable[[str], list[str]], lines: tuple[str, ...]
) -> None:
    reader = re.split(r"\bparcel\b", lines[1])[0]
    bodies = [one.partition("fn add")[2] for one in mended(depot(*lines))]
    assert all(one.index(lines[0]) < one.index(reader) for one in bodies)


def test_what_does_something_when_it_is_dropped_is_left_alone(mended: Callable[[str], list[str]]) -> None:
    text = depot(STORED, "self.grams += parcel.first().map_or(0, u32::from);", "1")
    assert mended(text) and not mended(text + "\nimpl Drop for Depot {\n    fn drop(&mut self) {}\n}\n")


@pytest.mark.parametrize("function", ["fn  keep", "fn r#try"])
def test_a_function_is_known_however_its_name_is_written(mended: Callable[[str], list[str]], function: str) -> None:
    giving, reader = f"{function.split()[1]}(&mut self.parcels, parcel);", "self.grams += parcel.grams;"
    kept = f"\n{function}(parcels: &mut Vec<Parcel>, parcel: Parcel) {{\n    parcels.push(parcel);\n}}\n"
    assert mended(depot(giving, reader, "1") + kept)
