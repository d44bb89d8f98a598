"""A function that only ever says one of two things says the other one at its end; what else it may say is left open."""

from collections.abc import Callable

import pytest

PROGRAM = """\
fn f(all: &[u32], n: u32) -> RESULT {
    let size = all.len();
    BODY
}

fn main() {
    println!("{:?}", f(&[1], 1));
}
"""


def program(result: str, body: str) -> str:
    return PROGRAM.replace("RESULT", result).replace("BODY", body)


IF = "if size > 3 {\n        return VALUE;\n    }"
LOOP = "for one in all {\n        if *one == n {\n            return VALUE;\n        }\n    }"
WHILE = (
    "let mut i = 0;\n    while i < size {\n        if all[i] == n {\n            return VALUE;\n        }\n"
    "        i += 1;\n    }"
)


@pytest.mark.parametrize(
    ("result", "body", "value", "end"),
    [
        ("Option<u32>", IF, "Some(n)", "None"),
        ("Option<u32>", WHILE, "Some(n)", "None"),
        ("bool", LOOP, "true", "false"),
        ("bool", IF, "false", "true"),
        ("Result<(), String>", IF, "Err(n.to_string())", "Ok(())"),
    ],
)
def test_the_other_one_stands_at_the_end(
    mended: Callable[[str], list[str]], result: str, body: str, value: str, end: str
) -> None:
    text = body.replace("VALUE", value)
    assert program(result, f"{text}\n    {end}") in mended(program(result, text))


def test_an_if_with_a_value_gets_its_else(mended: Callable[[str], list[str]]) -> None:
    chain = "if size > 3 {\n        Some(n)\n    } else if n > 3 {\n        Some(4)\n    }"
    now = f"{chain} else {{\n        None\n    }}"
    assert program("Option<u32>", now) in mended(program("Option<u32>", chain))


@pytest.mark.parametrize(
    ("result", "body"),
    [
        ("bool", LOOP.replace("VALUE", "n > 3")),
        ("bool", f"if n == 0 {{\n        return false;\n    }}\n    {LOOP.replace('VALUE', 'true')}"),
        ("Option<u32>", f'let first = all.first()?;\n    println!("{{first}}");\n    {IF.replace("VALUE", "Some(n)")}'),
        ("Result<u32, String>", IF.replace("VALUE", "Err(String::new())")),
        ("Option<u32>", IF.replace("VALUE", "Some(n).filter(|n| *n > 4)")),
        ("u32", IF.replace("VALUE", "n")),
        (
            "Option<u32>",
            f'{IF.replace("VALUE", "Some(n)")}\n    for one in all {{\n        println!("{{one}}");\n    }}',
        ),
        (
            "Option<u32>",
            'let mut last = 0;\n    for one in all {\n        last = *one;\n    }\n    println!("{last}");',
        ),
        ("bool", f'{IF.replace("VALUE", "true")}\n    if n > 3 {{\n        println!("é");\n    }}'),
    ],
)
def test_what_is_not_one_of_two_is_left_alone(mended: Callable[[str], list[str]], result: str, body: str) -> None:
    assert not mended(program(result, body))
