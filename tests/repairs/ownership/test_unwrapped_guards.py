"""A lock's guard and a thread's result are unwrapped where they are used as what they hold; what asks for their
failure is left alone."""

from collections.abc import Callable

import pytest

LOCKED = """\
#![allow(unused)]
use std::sync::{Mutex, RwLock};
use std::thread;

fn f(m: &Mutex<Vec<u8>>, n: &RwLock<u32>) {
    BODY
}

fn main() {}
"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("m.lock().push(1);", "m.lock().unwrap().push(1);"),
        ("*n.write() += 1;", "*n.write().unwrap() += 1;"),
        ("let k: u8 = m.lock().iter().sum();", "let k: u8 = m.lock().unwrap().iter().sum();"),
        ("let k = m.lock()[0];", "let k = m.lock().unwrap()[0];"),
        ("let mut v = m.lock();\n    v.push(1);", "let mut v = m.lock().unwrap();\n    v.push(1);"),
        (
            "let t = thread::spawn(|| 1);\n    let k: i32 = t;",
            "let t = thread::spawn(|| 1);\n    let k: i32 = t.join().unwrap();",
        ),
    ],
)
def test_what_cannot_be_gone_on_without_is_unwrapped(mended: Callable[[str], list[str]], old: str, new: str) -> None:
    assert LOCKED.replace("BODY", new) in mended(LOCKED.replace("BODY", old))


@pytest.mark.parametrize(
    "body",
    [
        "let mut all: Vec<i32> = vec![];\n    for k in 0..3 { all.push(thread::spawn(move || k)); }",
        "let mut all: Vec<i32> = vec![];\n    for k in 0..3 { let t = thread::spawn(move || k); all.push(t); }",
    ],
)
def test_threads_run_beside_each_other(mended: Callable[[str], list[str]], body: str) -> None:
    assert not any("join()" in text for text in mended(LOCKED.replace("BODY", body)))


def test_what_asks_for_the_failure_is_left_alone(mended: Callable[[str], list[str]]) -> None:
    body = "let v = m.lock();\n    if v.is_ok() {}\n    v.len();"
    assert not any("lock().unwrap()" in text for text in mended(LOCKED.replace("BODY", body)))


def test_a_loop_over_what_is_locked_takes_the_lock(mended: Callable[[str], list[str]]) -> None:
    text = (
        "use std::sync::Mutex;\n\nfn main() {\n    let ages = Mutex::new(vec![(1, 2)]);\n    let held = ages.lock();\n"
        '    for (a, b) in held.iter() {\n        println!("{}", a + b);\n    }\n}\n'
    )
    assert text.replace("ages.lock()", "ages.lock().unwrap()") in mended(text)
