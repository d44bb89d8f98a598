"""What a loop over a list's elements adds to the list follows when the loop is done."""

from collections.abc import Callable

import pytest

WOOD = """\
struct Tree {
    height: u32,
}

struct Wood {
    trees: Vec<Tree>,
}

impl Wood {
    fn grow(&mut self, least: u32) -> Option<u32> {
        HEADfor tree in VALUE {
            tree.height += 1;
            if tree.height > least {
                ALL.push(Tree { height: tree.height / 2 });
                BODY
            }
        }
        TAILself.trees.first().map(|tree| tree.height)
    }
}

fn main() {
    let mut wood = Wood { trees: vec![Tree { height: 3 }] };
    println!("{:?} {}", wood.grow(1), wood.trees.len());
}
"""


def wood(value: str, all_: str, body: str, head: str = "", tail: str = "") -> str:
    text = WOOD.replace("VALUE", value).replace("ALL", all_).replace("BODY", body)
    return text.replace("HEAD", head).replace("TAIL", tail)


@pytest.mark.parametrize("value", ["self.trees.iter_mut()", "&mut self.trees", "self.trees.iter_mut().skip(1)"])
@pytest.mark.parametrize("body", ["tree.height = 0;", "break;", "ALL.push(Tree { height: 0 });"])
def test_they_follow_when_the_loop_is_done(mended: Callable[[str], list[str]], value: str, body: str) -> None:
    now = wood(
        value,
        "added",
        body.replace("ALL", "added"),
        "let mut added = Vec::new();\n        ",
        "self.trees.extend(added);\n        ",
    )
    assert now in mended(wood(value, "self.trees", body.replace("ALL", "self.trees")))


@pytest.mark.parametrize(
    ("value", "body"),
    [
        ("self.trees.iter_mut()", "return None;"),
        ("self.trees.iter_mut()", "least.checked_sub(2)?;"),
        ("self.trees.iter_mut()", "self.trees.truncate(9);"),
    ],
)
def test_what_leaves_the_loop_or_does_more_is_left_alone(
    mended: Callable[[str], list[str]], value: str, body: str
) -> None:
    assert not mended(wood(value, "self.trees", body))


@pytest.mark.parametrize(("leaving", "told"), [("break 'all;", False), ("break;", True)])
def test_what_goes_on_with_an_outer_loop_is_left_alone(
    mended: Callable[[str], list[str]], leaving: str, told: bool
) -> None:
    text = wood("self.trees.iter_mut()", "self.trees", leaving, "'all: for _ in 0..2 {\n        ", "}\n        ")
    assert any("added" in one for one in mended(text)) == told


def test_a_comment_behind_the_loop_stays_there(mended: Callable[[str], list[str]]) -> None:
    text = wood("&mut self.trees", "self.trees", "continue;").replace(
        "        }\n        self", "        } // é\n        self"
    )
    assert any("        } // é\n        self.trees.extend(added);\n" in one for one in mended(text))


def test_a_loop_that_is_left_for_an_outer_one_is_left_alone(mended: Callable[[str], list[str]]) -> None:
    text = wood(
        "self.trees.iter_mut()", "self.trees", "continue 'years;", "'years: for _ in 0..2 {\n        ", "}\n        "
    )
    assert not mended(text)


def test_what_is_still_to_be_done_may_be_meant_to_grow(mended: Callable[[str], list[str]]) -> None:
    text = wood("self.trees.iter_mut()", "self.trees", "continue;")
    assert mended(text) and not mended(text.replace("trees", "queue"))
    assert not mended(text.replace("            tree.height += 1;\n", ""))


def test_what_is_only_read_may_be_meant_to_grow(mended: Callable[[str], list[str]]) -> None:
    text = wood("self.trees.iter()", "self.trees", "continue;").replace("            tree.height += 1;\n", "")
    assert not any("added" in one for one in mended(text))
