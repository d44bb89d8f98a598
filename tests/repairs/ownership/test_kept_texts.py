"""What is kept over the rounds of a loop is owned, by a move where nothing needs it afterwards."""

from collections.abc import Callable

import pytest

LOOP = """\
fn main() {
    let mut last = FIRST;
    for n in 0..3u8 {
        let shown = format!("{n} ");
        if n < 2 {
            last = KEPT;
        }
        AFTER
    }
    println!("{last}");
}
"""


def loop(first: str, kept: str, after: str = 'print!(".");') -> str:
    return LOOP.replace("FIRST", first).replace("KEPT", kept).replace("AFTER", after)


@pytest.mark.parametrize(
    ("broken", "wanted"),
    [
        (loop('""', "&shown"), loop("String::new()", "shown")),
        (loop('"none"', "&shown"), loop('"none".to_string()', "shown")),
        (loop('""', "shown.trim()"), loop("String::new()", "shown.trim().to_string()")),
        (
            loop('""', "&shown").replace("last =", "last: &str =", 1),
            loop("String::new()", "shown").replace("last =", "last: String =", 1),
        ),
        (
            loop("None", "Some(&shown)").replace("{last}", "{last:?}"),
            loop("None", "Some(shown)").replace("{last}", "{last:?}"),
        ),
        (
            loop("None", "Some(shown.trim())")
            .replace("{last}", "{last:?}")
            .replace("last =", "last: Option<&str> =", 1),
            loop("None", "Some(shown.trim().to_string())")
            .replace("{last}", "{last:?}")
            .replace("last =", "last: Option<String> =", 1),
        ),
        (loop('""', "&shown", 'print!("{shown}");'), loop("String::new()", "shown.clone()", 'print!("{shown}");')),
    ],
)
def test_the_variable_owns_its_text(mended: Callable[[str], list[str]], broken: str, wanted: str) -> None:
    assert mended(broken)[0] == wanted


def test_what_an_option_holds_keeps_its_kind(mended: Callable[[str], list[str]]) -> None:
    text = (
        loop("None", "Some(&pair.0)")
        .replace("{last}", "{last:?}")
        .replace("if n", "let pair = (n, shown);\n        if n")
    )
    found = mended(text.replace('print!(".");', "drop(pair);"))
    assert not any("to_string()" in one for one in found)


def test_what_is_no_text_is_left_alone(mended: Callable[[str], list[str]]) -> None:
    text = (
        "fn main() {\n    let none = vec![0];\n    let mut last = &none;\n    for n in 0..3 {\n"
        '        let all = vec![n];\n        last = &all;\n    }\n    println!("{last:?}");\n}\n'
    )
    assert not any("String" in one for one in mended(text))
