"""An Option behind a reference gives what it holds where that can only be consumed, and keeps what has a clone."""

from collections.abc import Callable

import pytest

JOB = """\
use std::thread;

struct Job {
    name: Option<String>,
    handle: Option<thread::JoinHandle<u8>>,
}

impl Job {
    fn end(&mut self) -> u8 {
        BODY
    }
}

fn main() {
    let handle = Some(thread::spawn(|| 1));
    Job { name: None, handle }.end();
}
"""


def test_what_can_only_be_consumed_is_taken(mended: Callable[[str], list[str]]) -> None:
    broken = JOB.replace("BODY", "self.handle.unwrap().join().unwrap()")
    assert broken.replace("handle.unwrap()", "handle.take().unwrap()") in mended(broken)


def test_what_is_surely_put_anew_is_taken(mended: Callable[[str], list[str]]) -> None:
    broken = JOB.replace(
        "BODY", "let name = self.name;\n        self.name = None;\n        name.map_or(0, |n| n.len() as u8)"
    )
    assert broken.replace("name = self.name;", "name = self.name.take();") in mended(broken)


def test_what_a_way_leads_past_is_not_taken(mended: Callable[[str], list[str]]) -> None:
    body = (
        "let name = self.name;\n        if self.handle.is_none() {\n            return 0;\n        }\n"
        "        self.name = None;\n        name.map_or(0, |n| n.len() as u8)"
    )
    assert not any("take()" in text for text in mended(JOB.replace("BODY", body)))


def test_what_could_stay_is_not_taken(mended: Callable[[str], list[str]]) -> None:
    assert not any("take()" in text for text in mended(JOB.replace("BODY", "self.name.unwrap().len() as u8")))


NAMED = """\
struct Job { result: Option<String> }

impl Job {
    fn NAME(&mut self) -> Option<String> {
        self.result
    }
}

fn main() {
    println!("{:?}", Job { result: None }.NAME());
}
"""


@pytest.mark.parametrize(("name", "way"), [("take_result", "take()"), ("result", "clone()")])
def test_a_method_that_is_named_for_it_takes_out(mended: Callable[[str], list[str]], name: str, way: str) -> None:
    source = NAMED.replace("NAME", name)
    assert mended(source)[0] == source.replace("        self.result", f"        self.result.{way}")
