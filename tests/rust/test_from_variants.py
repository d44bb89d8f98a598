"""An error gets into the one variant that holds its type; where two could, or none, nothing is made up."""

from collections.abc import Callable

import pytest

HEAD = "#![allow(dead_code)]\nuse std::num::{ParseFloatError, ParseIntError};\n\n"
USE = "\nfn n(s: &str) -> Result<u8, Bad> {\n    Ok(s.parse::<u8>()?)\n}\n\nfn main() {}\n"


@pytest.mark.parametrize(
    ("home", "constructor"),
    [
        (
            "#[derive(Debug)]\nenum Bad {\n    Empty,\n    Number(ParseIntError),\n    Real(ParseFloatError),\n}\n",
            "Bad::Number",
        ),
        ("struct Bad(ParseIntError);\n", "Bad"),
        ("enum Bad {\n    Number(std::num::ParseIntError),\n}\n", "Bad::Number"),
    ],
)
def test_the_one_place_for_an_error_is_what_it_is_converted_to(
    mended: Callable[[str], list[str]], home: str, constructor: str
) -> None:
    kind = "std::num::ParseIntError" if "std::" in home else "ParseIntError"
    block = f"\nimpl From<{kind}> for Bad {{\n    fn from(error: {kind}) -> Self {{\n        {constructor}(error)\n"
    block += "    }\n}\n"
    assert HEAD + home + block + USE in mended(HEAD + home + USE)


@pytest.mark.parametrize(
    "home",
    [
        "enum Bad {\n    Row(ParseIntError),\n    Column(ParseIntError),\n}\n",
        "enum Bad {\n    Number { line: u8, error: ParseIntError },\n}\n",
        "enum Bad {\n    Number(u8, ParseIntError),\n}\n",
        "enum Bad {\n    Number(ParseFloatError),\n}\n",
    ],
)
def test_what_has_two_places_or_none_is_left_alone(mended: Callable[[str], list[str]], home: str) -> None:
    assert not any("impl From" in text for text in mended(HEAD + home + USE))
