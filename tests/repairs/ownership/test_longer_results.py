"""A result lives as long as the reference that it is taken from, not as its method's borrow."""

from collections.abc import Callable

READER = """\
struct Reader<'t> {
    rest: &'t str,
    last: String,
}

impl<'t> Reader<'t> {
    fn word(&mut self) -> Option<&str> {
        let (word, rest) = self.rest.split_once(' ')?;
        self.rest = rest;
        self.last = word.to_string();
        Some(BACK)
    }
}

fn two(text: &str) -> Option<(&str, usize)> {
    let mut reader = Reader { rest: text, last: String::new() };
    let first = reader.word()?;
    let second = reader.word()?;
    Some((first, second.len()))
}

fn main() {
    two("a b c");
}
"""


def test_the_method_says_how_long_its_result_lives(mended: Callable[[str], list[str]]) -> None:
    broken = READER.replace("BACK", "word")
    assert broken.replace("Option<&str> {", "Option<&'t str> {") in mended(broken)


def test_what_is_borrowed_of_the_value_itself_is_left_alone(mended: Callable[[str], list[str]]) -> None:
    assert not any("&'t str>" in text for text in mended(READER.replace("BACK", "&self.last")))
