"""One lifetime outlives another where the result may be of either."""

from collections.abc import Callable

import pytest

TEXT = """\
struct Page {
    text: String,
}

fn choose<DECLARED>(first: &'a Page, other: &'o str, mark: &'m str) -> &'a str {
    BODY
}

fn main() {
    println!("{}", choose(&Page { text: "a".into() }, "b", "c"));
}
"""
EARLY = "if first.text.contains(mark) {\n        return other;\n    }\n    &first.text"
EITHER = "if first.text.contains(mark) { &first.text } else { other }"


@pytest.mark.parametrize(
    ("declared", "wanted", "body"),
    [
        ("'a, 'o, 'm", "'a, 'o: 'a, 'm", EITHER),
        ("'a, 'm, 'o: 'm", "'a, 'm, 'o: 'm + 'a", EITHER),
        (
            "'a, 'o, 'm",
            "'a, 'o: 'a, 'm",
            "if first.text.contains(mark) {\n        return other;\n    }\n    &first.text",
        ),
    ],
)
def test_what_is_given_back_in_other_cases_lives_longer(
    mended: Callable[[str], list[str]], declared: str, wanted: str, body: str
) -> None:
    text = TEXT.replace("BODY", body)
    assert text.replace("DECLARED", wanted) in mended(text.replace("DECLARED", declared))


def test_not_where_the_value_may_be_wrong(mended: Callable[[str], list[str]]) -> None:
    assert mended(TEXT.replace("DECLARED", "'a, 'o, 'm").replace("BODY", "other.trim_matches(mark)")) == []
