"""What threads share is counted by `Arc`, everywhere in the crate; what may not be shared at all is left alone."""

from collections.abc import Callable

import pytest

SHARED = """\
IMPORT
use std::thread;

fn words() -> Rc<Vec<u8>> {
    Rc::new(vec![1])
}

fn main() {
    let all: Rc<Vec<u8>> = words();
    let other = Rc::clone(&all);
    let job = thread::spawn(move || other.len());
    job.join().unwrap();
    // one Rc is left
    assert_eq!(Rc::strong_count(&all), 1);
}
"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("use std::rc::Rc;", "use std::sync::Arc;"),
        ("use std::rc::{Rc, Weak};\nuse std::cell::Cell;", "use std::sync::{Arc, Weak};\nuse std::cell::Cell;"),
        ("use std::{fmt, rc::Rc};", "use std::{fmt, sync::Arc};"),
        ("use std::rc::Rc;\nuse std::sync::{Arc, Mutex};", "use std::sync::{Arc, Mutex};"),
    ],
)
def test_what_is_shared_is_an_arc(mended: Callable[[str], list[str]], old: str, new: str) -> None:
    wanted = SHARED.replace("Rc", "Arc").replace("one Arc", "one Rc").replace("IMPORT", new)
    assert f"#![allow(unused)]\n{wanted}" in mended(f"#![allow(unused)]\n{SHARED.replace('IMPORT', old)}")


@pytest.mark.parametrize("old", ["use std::rc::Rc; // for names", "#[allow(unused_imports)]\nuse std::rc::Rc;"])
def test_what_is_said_of_an_import_is_not_lost(mended: Callable[[str], list[str]], old: str) -> None:
    text = SHARED.replace("IMPORT", f"{old}\nuse std::sync::Arc;")
    assert not mended(f"#![allow(unused)]\n{text}")


def test_what_cannot_be_shared_is_left_alone(mended: Callable[[str], list[str]]) -> None:
    text = (
        "use std::cell::Cell;\nuse std::rc::Rc;\nuse std::thread;\n\nfn main() {\n"
        "    let n = Rc::new(Cell::new(1));\n    thread::spawn(move || n.set(2)).join().unwrap();\n}\n"
    )
    assert not mended(text)
