"""What says its text and is used as an error becomes one."""

from collections.abc import Callable

import pytest

FULL = """\
use std::fmt;
IMPORT
#[derive(Debug)]
enum Jam {
    Paper,
    Ink(u8),
}

impl fmt::Display for Jam {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "jam: {self:?}")
    }
}
ADDED
fn feed(sheets: u8) -> Result<u8, Box<dyn std::error::Error>> {
    if sheets > 3 {
        return Err(Box::new(Jam::Ink(sheets)));
    }
    (sheets > 0).then_some(sheets).ok_or(Jam::Paper)?;
    Ok(sheets)
}

fn main() {
    println!("{:?}", feed(2));
}
"""


@pytest.mark.parametrize(
    ("imported", "added"),
    [("", "\nimpl std::error::Error for Jam {}\n"), ("use std::error::Error;\n", "\nimpl Error for Jam {}\n")],
)
def test_the_type_is_called_an_error(mended: Callable[[str], list[str]], imported: str, added: str) -> None:
    text = FULL.replace("IMPORT", imported)
    assert text.replace("ADDED", added) in mended(text.replace("ADDED", ""))


def test_a_type_that_says_no_text_is_left_alone(mended: Callable[[str], list[str]]) -> None:
    start, end = FULL.index("impl fmt"), FULL.index("ADDED")
    assert mended((FULL[:start] + FULL[end:]).replace("ADDED", "").replace("IMPORT", "")) == []
