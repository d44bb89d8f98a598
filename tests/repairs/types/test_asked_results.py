"""A function that asks, and is asked, says that it may fail; where nobody asks it its result stays."""

from collections.abc import Callable

import pytest

PARTS = """\
use std::num::ParseIntError;

FUNCTION

fn total(text: &str) -> RESULT {
    let mut sum = 0;
    for one in text.split(',') {
        sum += part(one)ASKED;
    }
    DONE(sum)
}

fn main() {
    println!("{:?}", total("1,2"));
}
"""
RESULT, OPTION = "Result<i32, ParseIntError>", "Option<i32>"


def parts(function: str, result: str = RESULT, asked: str = "?") -> str:
    done = "Some" if result == OPTION else "Ok"
    text = PARTS.replace("FUNCTION", function).replace("RESULT", result).replace("ASKED", asked)
    return text.replace("DONE", done)


PLAIN = "fn part(text: &str) -> i32 {\n    let n: i32 = text.parse()?;\n    n + 1\n}"
BRANCHED = """\
fn part(text: &str) -> i32 {
    if text.is_empty() {
        return 0;
    }
    let n: i32 = text.parse()?;
    match n {
        0 => 1,
        1 if text.len() > 1 => {
            n * 2
        }
        _ => if n > 3 { n } else { 3 },
    }
}"""
BRANCHED_NOW = """\
fn part(text: &str) -> Result<i32, ParseIntError> {
    if text.is_empty() {
        return Ok(0);
    }
    let n: i32 = text.parse()?;
    match n {
        0 => Ok(1),
        1 if text.len() > 1 => {
            Ok(n * 2)
        }
        _ => if n > 3 { Ok(n) } else { Ok(3) },
    }
}"""
INNER = """\
fn part(text: &str) -> i32 {
    let one = text.bytes().last()?;
    i32::from(match one {
        0 => return 0,
        _ => one,
    })
}"""
INNER_NOW = """\
fn part(text: &str) -> Option<i32> {
    let one = text.bytes().last()?;
    Some(i32::from(match one {
        0 => return Some(0),
        _ => one,
    }))
}"""
LAST = "fn part(text: &str) -> i32 {\n    let one = text.bytes().last()?;\n    i32::from(one)\n}"


@pytest.mark.parametrize(
    ("function", "now", "result"),
    [
        (INNER, INNER_NOW, OPTION),
        (PLAIN, PLAIN.replace("i32 {", f"{RESULT} {{").replace("n + 1", "Ok(n + 1)"), RESULT),
        (BRANCHED, BRANCHED_NOW, RESULT),
        (LAST, LAST.replace("i32 {", f"{OPTION} {{").replace("i32::from(one)", "Some(i32::from(one))"), OPTION),
    ],
)
def test_what_is_asked_says_that_it_may_fail(
    mended: Callable[[str], list[str]], function: str, now: str, result: str
) -> None:
    assert parts(now, result) in mended(parts(function, result))


def test_one_that_returned_nothing_returns_it_as_a_result(mended: Callable[[str], list[str]]) -> None:
    function = 'fn part(text: &str) {\n    let n: i32 = text.parse()?;\n    println!("{n}");\n}'
    now = function.replace(") {", ") -> Result<(), ParseIntError> {").replace('}");', '}");\n    Ok(())')
    text, wanted = (
        parts(one).replace("sum += part(one)?;", "part(one)?;\n        sum += 1;") for one in (function, now)
    )
    assert wanted in mended(text)


def test_what_stands_behind_the_end_stays_there(mended: Callable[[str], list[str]]) -> None:
    end = '    println!("{n}"); // é\n    // no more\n'
    function = f"fn part(text: &str) {{\n    let n: i32 = text.parse()?;\n{end}}}"
    now = function.replace(") {", ") -> Result<(), ParseIntError> {").replace(end, f"{end}    Ok(())\n")
    text, wanted = (
        parts(one).replace("sum += part(one)?;", "part(one)?;\n        sum += 1;") for one in (function, now)
    )
    assert wanted in mended(text)


def test_a_method_says_so_as_well_whatever_its_callers_return(mended: Callable[[str], list[str]]) -> None:
    text = """\
use std::num::ParseIntError;

struct Sum(i32);

impl Sum {
    fn add(&mut self, text: &str) {
        let n: i32 = text.parse()?;
        if n > 3 {
            self.0 += n;
        }
    }

    fn twice(&mut self, text: &str) -> Result<(), ParseIntError> {
        self.add(text)?;
        self.add(text)?;
        Ok(())
    }
}

fn main() {
    let mut é = Sum(1);
    println!("{:?}", é.twice("4"));
}

fn shown(é: &mut Sum) -> Result<String, ParseIntError> {
    é.add("3")?;
    Ok("é".to_string())
}
"""
    wanted = text.replace(
        "fn add(&mut self, text: &str) {", "fn add(&mut self, text: &str) -> Result<(), ParseIntError> {"
    )
    end = "            self.0 += n;\n        }\n"
    assert wanted.replace(end, f"{end}        Ok(())\n") in mended(text)


def test_a_caller_that_drops_it_would_drop_the_failure(mended: Callable[[str], list[str]]) -> None:
    function = 'fn part(text: &str) {\n    let n: i32 = text.parse()?;\n    println!("{n}");\n}'
    text = parts(function).replace("sum += part(one)?;", "part(one)?;\n        sum += 1;")
    assert not mended(text.replace("fn main() {\n", 'fn main() {\n    part("3");\n'))


DROPPED = 'fn part(text: &str) {\n    let n: i32 = text.parse()?;\n    println!("{n}");\n}'
ASKING = "    let mut sum = 0;\n"
FLAGGED = "    let mut sum;\n    sum = 1;\n    part(text);\n    sum -= 1;\n"
THREAD = (
    "    let mut sum = 0;\n    let é = text.to_string();\n    std::thread::spawn(move || part(&é)).join().unwrap();\n"
)


def test_a_caller_that_drops_it_asks_where_it_can_fail_itself(mended: Callable[[str], list[str]]) -> None:
    now = DROPPED.replace("&str)", f"&str) -> {RESULT.replace('i32', '()')}").replace("\n}", "\n    Ok(())\n}")
    text = parts(DROPPED).replace("sum += part(one)?;", "sum += one.len() as i32;")
    text = text.replace(ASKING, f"{ASKING}    part(text);\n")
    assert text.replace(DROPPED, now).replace("part(text);", "part(text)?;") in mended(text)


@pytest.mark.parametrize(
    ("before", "inside"), [(ASKING, "part(one);"), (FLAGGED, "sum += 1;"), (THREAD, "part(one)?;")]
)
def test_a_failure_skips_nothing_and_is_not_lost(mended: Callable[[str], list[str]], before: str, inside: str) -> None:
    text = parts(DROPPED).replace("sum += part(one)?;", f"{inside}\n        sum += 1;").replace(ASKING, before)
    assert not mended(text)


def test_a_method_says_it_too(mended: Callable[[str], list[str]]) -> None:
    method = PLAIN.replace("text: &str", "&self").replace("text.", "self.0.")
    function = f"struct Text<'a>(&'a str);\n\nimpl Text<'_> {{\n{method}\n}}"
    text = parts(function).replace("part(one)", "Text(one).part()")
    now = text.replace("-> i32 {", f"-> {RESULT} {{").replace("    n + 1", "    Ok(n + 1)")
    assert now in mended(text)


def test_where_nobody_asks_nothing_is_said(mended: Callable[[str], list[str]]) -> None:
    assert not mended(parts(PLAIN, asked=""))


def test_the_caller_goes_on_asking(mended: Callable[[str], list[str]]) -> None:
    assert not any("part(one);" in text for text in mended(parts(PLAIN)))
