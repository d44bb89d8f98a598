"""An error becomes the one that the function returns, where there is one way."""

import pytest

from sleepy_coder.repairs.implied import implied
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree

HEAD = """\
use std::num::ParseIntError;

#[derive(Debug)]
pub enum É {
    Number(ParseIntError),
    Text(std::str::Utf8Error),
    Missing,
    NoSuchName(String),
}

"""


def ways(compiler: Compiler, text: str) -> list[str]:
    tree = SourceTree({"main.rs": HEAD + text}, crate_type="lib")
    errors = compiler.check(tree).errors
    assert errors
    found = [tree.apply(one.edits).files["main.rs"] for error in errors for one in implied(error, tree)]
    return [way.removeprefix(HEAD) for way in found]


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        (
            "pub fn f(s: &str) -> Result<u8, String> {\n    Ok(s.parse::<u8>()? + 1)\n}\n",
            "()?",
            "().map_err(|e| e.to_string())?",
        ),
        (
            "pub fn f(s: &str) -> Result<u8, String> {\n    let n: u8 = s.parse()?;\n    Ok(n + 1)\n}\n",
            "parse()?",
            "parse::<u8>().map_err(|e| e.to_string())?",
        ),
        (
            "pub fn f(s: &str) -> Result<u8, É> {\n    let n = s\n        .trim()\n        .parse::<u8>()?;\n"
            "    Ok(n)\n}\n",
            "()?",
            "()\n        .map_err(É::Number)?",
        ),
        (
            "pub fn f(s: &str) -> Option<u8> {\n    let n: u8 = s.parse()?;\n    Some(n)\n}\n",
            "()?",
            "().ok()?",
        ),
        (
            "pub fn f(s: &[u8]) -> Result<&str, É> {\n    Ok(std::str::from_utf8(s)?)\n}\n",
            "(s)?",
            "(s).map_err(É::Text)?",
        ),
        (
            "pub fn f(s: &str) -> Result<u8, É> {\n\tlet n = s\n\t\t.trim()\n\t\t.parse::<u8>()?;\n\tOk(n)\n}\n",
            "()?",
            "()\n\t\t.map_err(É::Number)?",
        ),
        (
            "pub fn f(s: &str) -> Result<u8, É> {\n    let n: u8 = s.trim().parse()?;\n    Ok(n)\n}\n",
            "parse()?",
            "parse().map_err(É::Number)?",
        ),
        (
            "impl From<std::str::Utf8Error> for É {\n    fn from(e: std::str::Utf8Error) -> É {\n"
            "        É::Text(e)\n    }\n}\n\n"
            "pub fn f(s: &str) -> Result<u8, É> {\n    Ok(s.parse::<u8>()?)\n}\n",
            "É::Text(e)\n    }\n}\n",
            "É::Text(e)\n    }\n}\n\nimpl From<ParseIntError> for É {\n    fn from(e: ParseIntError) -> Self {\n"
            "        É::Number(e)\n    }\n}\n",
        ),
        (
            "mod more {\n    impl From<std::str::Utf8Error> for super::É {\n"
            "        fn from(e: std::str::Utf8Error) -> Self {\n            Self::Text(e)\n        }\n    }\n}\n\n"
            "pub fn f(s: &str) -> Result<u8, É> {\n    Ok(s.parse::<u8>()?)\n}\n",
            "parse::<u8>()?",
            "parse::<u8>().map_err(É::Number)?",
        ),
    ],
)
def test_it_is_made_what_the_function_returns(compiler: Compiler, text: str, old: str, new: str) -> None:
    mended = text.replace(old, new)
    assert ways(compiler, text) == [mended]
    assert compiler.check(SourceTree({"main.rs": HEAD + mended}, crate_type="lib")).green


@pytest.mark.parametrize(
    "text",
    [
        "pub fn f(v: &[u8]) -> Result<u8, String> {\n    Ok(*v.first()?)\n}\n",  # which error?
        "pub fn f(s: &str) -> Result<f64, É> {\n    Ok(s.parse::<f64>()?)\n}\n",  # no variant holds that error
        "pub fn f(s: &str) -> Result<f64, É> {\n    let n: f64 = s.parse()?;\n    Ok(n)\n}\n",
        "fn g() -> Result<u8, String> {\n    Ok(1)\n}\n\npub fn f() -> Result<u8, É> {\n    Ok(g()?)\n}\n",  # a name?
        "#[derive(Debug)]\npub enum Two {\n    A(ParseIntError),\n    B(ParseIntError),\n}\n\n"
        "pub fn f(s: &str) -> Result<u8, Two> {\n    Ok(s.parse::<u8>()?)\n}\n",
        "#[derive(Debug)]\npub enum More {\n    A(ParseIntError, String),\n}\n\n"
        "pub fn f(s: &str) -> Result<u8, More> {\n    Ok(s.parse::<u8>()?)\n}\n",
    ],
)
def test_where_there_is_no_one_way_none_is_taken(compiler: Compiler, text: str) -> None:
    assert not ways(compiler, text)
