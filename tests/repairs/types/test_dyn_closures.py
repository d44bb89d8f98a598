"""A method that is called through `dyn` takes its closure as a trait object."""

from collections.abc import Callable

import pytest

TEXT = """\
trait Shelf {
    fn label(&self) -> String;
    HEAD;
}

struct Books(Vec<String>);
struct Empty;

impl Shelf for Books {
    fn label(&self) -> String {
        "books".into()
    }

    HEAD {
        for é in &self.0 {
            PARAMETER(é);
        }
    }
}

impl Shelf for Empty {
    fn label(&self) -> String {
        "empty".into()
    }

    HEAD {
        Books(vec![]).each(PARAMETER)
    }
}

fn longest(shelves: &[Box<dyn Shelf>]) -> usize {
    let mut most = 0;
    for shelf in shelves {
        shelf.each(GIVEN);
    }
    most
}

fn main() {
    println!("{}", longest(&[Box::new(Books(vec!["a".into()])), Box::new(Empty)]));
}
"""
MOST = "|name| most = most.max(name.len())"


def made(head: str, given: str = MOST, parameter: str = "f") -> str:
    return TEXT.replace("HEAD", head).replace("GIVEN", given).replace("PARAMETER", parameter)


DYN = made("fn each(&self, f: &mut dyn FnMut(&str))", f"&mut {MOST}")


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (made("fn each<F: FnMut(&str)>(&self, f: &mut F)", f"&mut {MOST}"), DYN),
        (made("fn each<F: FnMut(&str)>(&self, mut f: F)").replace("mut f: F);", "f: F);"), DYN),
        (made("fn each<F>(&self, f: &mut F)\n    where\n        F: FnMut(&str)", f"&mut {MOST}"), DYN),
        (
            made("fn each<F: Fn(&str) + Sync>(&self, f: F)", '|name| println!("{name}")').replace("mut most", "most"),
            made("fn each(&self, f: &(dyn Fn(&str) + Sync))", '&|name| println!("{name}")').replace("mut most", "most"),
        ),
    ],
)
def test_the_closure_is_lent(mended: Callable[[str], list[str]], text: str, right: str) -> None:
    assert right in mended(text)


@pytest.mark.parametrize(
    "text",
    [
        made("fn each<F: FnMut(&str) + 'static>(&self, f: F)"),
        made("fn each<F: FnMut(&str), T: Default>(&self, f: &mut F, _: T)", f"&mut {MOST}, 1u8"),
        made("fn each<F: FnOnce(&str)>(&self, f: F)"),
    ],
)
def test_what_is_called_once_or_lives_forever_is_left(mended: Callable[[str], list[str]], text: str) -> None:
    assert not any("dyn Fn" in one for one in mended(text))


def test_what_another_method_of_the_same_name_is_given_stays(mended: Callable[[str], list[str]]) -> None:
    text = made("fn each<F: FnMut(&str)>(&self, mut f: F)").replace("mut f: F);", "f: F);").replace("each", "for_each")
    shelves = "    for shelf in shelves {\n        shelf."
    text = text.replace(shelves, f"    (0..2).for_each(|_| {{}});\n{shelves}")
    text = text.replace("for shelf in shelves {", "for shelf in shelves {\n        let shelf: &dyn Shelf = &**shelf;")
    wanted = DYN.replace("each", "for_each").replace(shelves, f"    (0..2).for_each(|_| {{}});\n{shelves}")
    wanted = wanted.replace(
        "for shelf in shelves {", "for shelf in shelves {\n        let shelf: &dyn Shelf = &**shelf;"
    )
    assert wanted in mended(text)
