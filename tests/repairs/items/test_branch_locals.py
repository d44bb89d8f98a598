"""A local that each branch binds is declared before them; one that a branch does not bind is left alone."""

from collections.abc import Callable

import pytest

PROGRAM = """\
fn f(n: u32) -> u32 {
    let k = n + 1;
    BRANCHES
    k + size
}

fn main() {
    println!("{}", f(1));
}
"""

CHAIN = """\
if n > 3 {
        LETsize = 3;
    } else if n > 2 {
        return 0;
    } else {
        LETsize = n;
    }"""
MATCH = """\
match k {
        1 => {
            LETsize = 3;
        }
        _ => {
            LETsize = n;
        }
    }"""


@pytest.mark.parametrize(
    ("branches", "let", "head"),
    [
        (CHAIN, "let size", "let size;"),
        (MATCH, "let size", "let size;"),
        (CHAIN, "let size: u32", "let size: u32;"),
        (CHAIN, "let mut size", "let mut size;"),
    ],
)
def test_it_is_declared_before_the_branches(
    mended: Callable[[str], list[str]], branches: str, let: str, head: str
) -> None:
    now = f"{head}\n    {branches.replace('LET', '')}"
    found = mended(PROGRAM.replace("BRANCHES", branches.replace("LETsize", let)))
    assert PROGRAM.replace("BRANCHES", now) in found


@pytest.mark.parametrize(
    "branches",
    [
        "if n > 3 {\n        let size = 3;\n    }",
        'if n > 3 {\n        let size = 3;\n    } else {\n        println!("small");\n    }',
        "for size in 0..n {\n        let _ = size;\n    }",
    ],
)
def test_what_not_all_branches_bind_is_left_alone(mended: Callable[[str], list[str]], branches: str) -> None:
    assert not any("let size;" in one for one in mended(PROGRAM.replace("BRANCHES", branches)))
