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


CURSOR = """\
struct Cursor<'a> {
    rest: &'a str,
    seen: String,
}

#[derive(Debug)]
enum Piece<'a> {
    Word(&'a str),
    End,
}

impl<'a> Cursor<'a> {
    fn take(&mut self, n: usize) -> &str {
        let (head, tail) = self.rest.split_at(n);
        self.rest = tail;
        self.seen += head;
        BACK
    }

    fn shown(&self) -> &str {
        &self.seen
    }

    fn next(&mut self) -> Option<Piece> {
        if self.shown().len() > 9 {
            return None;
        }
        Some(if self.rest.is_empty() { Piece::End } else { Piece::Word(self.take(1)) })
    }
}

fn main() {
    let mut cursor = Cursor { rest: "ab", seen: String::new() };
    let (one, other) = (cursor.next(), cursor.next());
    println!("{one:?} {other:?}");
}
"""


def test_a_type_with_a_lifetime_is_given_it(mended: Callable[[str], list[str]]) -> None:
    broken = CURSOR.replace("BACK", "head").replace("Piece::Word(self.take(1))", "Piece::Word(self.rest)")
    assert broken.replace("Option<Piece> {", "Option<Piece<'a>> {") in mended(broken)


def test_the_methods_that_it_takes_its_result_from_are_given_it_too(mended: Callable[[str], list[str]]) -> None:
    broken = CURSOR.replace("BACK", "head").replace("    fn shown(&self) -> &str {\n        &self.seen\n    }\n\n", "")
    broken = broken.replace("self.shown()", "self.seen")
    now = broken.replace("Option<Piece> {", "Option<Piece<'a>> {").replace("usize) -> &str", "usize) -> &'a str")
    assert now in mended(broken)
    assert not mended(broken.replace("        head\n", "        &self.seen\n"))
