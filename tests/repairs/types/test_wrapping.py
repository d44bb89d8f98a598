"""A macro's value is wrapped in the one variant that can hold it."""

import re

import pytest

from sleepy_coder.repairs.implied import implied
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.rust.suggestion import suggestions

WRAPPED = {
    "a text, over lines": (
        'fn f(n: u8) -> Option<String> {\n    format!(\n        "é{}",\n        n\n    )\n}',
        'format!(\n        "é{}",\n        n\n    )',
        'Some(format!(\n        "é{}",\n        n\n    ))',
    ),
    "numbers": ("fn f() -> Option<Vec<u32>> {\n    return vec![1];\n}", "vec![1]", "Some(vec![1])"),
    "a result": (
        'fn f(n: u8) -> Result<String, std::fmt::Error> {\n    format!("{n}")\n}',
        'format!("{n}")',
        'Ok(format!("{n}"))',
    ),
    "an error": (
        'fn f(n: u8) -> Result<Vec<(u8, u8)>, String> {\n    if n > 1 {\n        return format!("{n}");\n    }\n'
        "    Ok(Vec::new())\n}",
        'format!("{n}")',
        'Err(format!("{n}"))',
    ),
    "an arm": (
        "fn f(n: u8) -> Result<Vec<u8>, String> {\n    match n {\n        0 => Err(String::new()),\n"
        "        _ => vec![n],\n    }\n}",
        "vec![n]",
        "Ok(vec![n])",
    ),
}


def ways(compiler: Compiler, text: str) -> list[str]:
    tree = SourceTree({"main.rs": text})
    errors = compiler.check(tree).errors
    assert errors
    found = [one for error in errors for one in (*suggestions(error, tree), *implied(error, tree))]
    return [tree.apply(one.edits).files["main.rs"] for one in found]


@pytest.mark.parametrize("name", WRAPPED)
def test_the_only_variant_of_that_type_is_put_around_it(compiler: Compiler, name: str) -> None:
    function, old, new = WRAPPED[name]
    text = f"#![allow(dead_code)]\n\n{function}\n\nfn main() {{}}\n"
    mended = text.replace(old, new)
    assert ways(compiler, text) == [mended] and compiler.check(SourceTree({"main.rs": mended})).green


@pytest.mark.parametrize(
    "text",
    [
        'fn f() -> Result<String, String> {\n    format!("a")\n}\n',  # which of the two?
        'macro_rules! say {\n    () => {\n        String::from("a")\n    };\n}\n\n'
        "fn f() -> Option<u8> {\n    say!()\n}\n",
    ],
)
def test_what_fits_none_or_several_is_left_alone(compiler: Compiler, text: str) -> None:
    found = ways(compiler, f"{text}\nfn main() {{}}\n")
    assert not [way for way in found if re.search(r"(?:Ok|Some)\(\w+!", way)]
