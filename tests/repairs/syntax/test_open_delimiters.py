"""A delimiter that is missing or one too many: the file as it was is offered, alone where the indentation tells."""

import random
import re

import pytest

from sleepy_coder.breaker.templates import instantiate, load_templates
from sleepy_coder.repairs.implied import implied
from sleepy_coder.repairs.syntax.open_delimiters import MOST_OFFERS, suspected
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree

WHOLE = """\
use std::collections::{BTreeMap, BTreeSet};

pub struct Words {
    counts: BTreeMap<String, usize>, // a `{` in a comment
}

impl Words {
    /// Takes in what it can.
    pub fn read(&mut self, lines: &[&str]) -> usize {
        for word in lines.iter().flat_map(|line| line.split(['{', ' '])) {
            if word.is_empty() {
                continue;
            } else if word == "} {" {
                break;
            }
            *self.counts.entry(word.to_string()).or_insert(0) += 1;
        }
        self.counts.len()
    }

    // behind it comes another
    pub fn rare(&self) -> BTreeSet<&str> {
        let rare = self.counts.iter().filter(|(_, n)| {
            let most = 1;
            **n <= most
        });
        rare.map(|(word, _)| word.as_str()).collect()
    }
}

fn main() {
    let mut words = Words { counts: BTreeMap::new() };
    println!("{} {:?}", words.read(&["a { b", r#"a " }"#]), words.rare());
}
"""


def offered(compiler: Compiler, text: str) -> list[str]:
    """The file behind each offer for its first error of delimiters."""
    tree = SourceTree({"main.rs": text})
    errors = compiler.check(tree).errors
    ways = [[tree.apply(one.edits).files["main.rs"] for one in implied(error, tree)] for error in errors]
    return next((found for found in ways if found), [])


@pytest.mark.parametrize(
    ("part", "broken"),
    [
        ("            }\n            *self", "            *self"),  # an inner block, rustc asks for one at the end
        ("            } else if", "             else if"),
        ("        }\n        self.counts.len()", "        self.counts.len()"),
        ("    }\n\n    // behind", "\n    // behind"),
        ("}\n\nfn main", "\nfn main"),
        ("        });\n        rare.map", "        rare.map"),
        ("        });\n", "        );\n"),
        ("        });\n", "        };\n"),
        ("collect()\n", "collect(\n"),
        ("is_empty() {", "is_empty()"),
        ("main() {", "main()"),
        ("impl Words {", "impl Words"),
        ("Words { counts: BTreeMap::new() }", "Words counts: BTreeMap::new() }"),
        ("        }\n        self.counts.len()", "        }\n        }\n        self.counts.len()"),
        ("BTreeMap::new() };", "BTreeMap::new() }};"),
    ],
)
def test_where_the_layout_tells_the_file_as_it_was_is_the_only_offer(
    compiler: Compiler, part: str, broken: str
) -> None:
    assert WHOLE.count(part) == 1
    assert offered(compiler, WHOLE.replace(part, broken)) == [WHOLE]


@pytest.mark.parametrize(
    ("part", "broken"),
    [
        ("words.rare());", "words.rare();"),
        ("(word.to_string())", "(word.to_string()"),
        ("split(['{', ' ']))", "split(['{', ' '])"),
    ],
)
def test_within_a_line_every_place_is_offered(compiler: Compiler, part: str, broken: str) -> None:
    ways = offered(compiler, WHOLE.replace(part, broken))
    assert WHOLE in ways and len(ways) > 1


@pytest.mark.parametrize(
    ("part", "broken"),
    [
        ("words.rare());", "words.rare()};"),  # a block's end, rustc then asks for one that opens
        ("words.rare());", "words.rare()];"),
        ("        });\n        rare.map", "        }};\n        rare.map"),
        ("    }\n\n    // behind", "    )\n\n    // behind"),
        ("is_empty() {\n", "is_empty() (\n"),
    ],
)
def test_a_delimiter_of_the_wrong_kind_is_written_another_way(compiler: Compiler, part: str, broken: str) -> None:
    assert offered(compiler, WHOLE.replace(part, broken)) == [WHOLE]


def test_of_a_pair_of_two_kinds_either_may_be_wrong_but_the_opener_of_a_macro(compiler: Compiler) -> None:
    text = "fn f(v: &[u8; 1]) -> u8 {\n    v[0)\n}\n\nfn main() {\n    f(&[1]);\n}\n"
    assert offered(compiler, text) == [text.replace("0)", "0]"), text.replace("v[0", "v(0")]
    macro = "fn main() {\n    vec![1);\n}\n"
    assert offered(compiler, macro) == [macro.replace("1)", "1]")]


def test_several_closers_of_the_wrong_kind_are_written_together(compiler: Compiler) -> None:
    broken = WHOLE.replace("words.rare());", "words.rare()};").replace(
        "entry(word.to_string())", "entry(word.to_string()]"
    )
    assert offered(compiler, broken) == [WHOLE]


def test_training_programs_get_back_the_brace_that_they_lost(compiler: Compiler) -> None:
    rng = random.Random(7)
    templates = load_templates("train")
    for _ in range(20):
        text = instantiate(rng.choice(templates), rng.randrange(1000)).files["main.rs"]
        place = rng.choice([found.end() for found in re.finditer(r"^ *(?=\})", text, re.MULTILINE)])
        ways = offered(compiler, text[:place] + text[place + 1 :])
        assert "".join(text.split()) in ("".join(way.split()) for way in ways)


def test_text_that_is_no_program_is_borne() -> None:
    rng = random.Random(3)
    for _ in range(300):
        text = "".join(rng.choices("{}()[]\n \t'\"/*r#ae;,é", k=rng.randrange(80)))
        tree = SourceTree({"main.rs": text + "\n"})
        assert all(1 <= number <= len(tree.lines("main.rs")) + 1 for number in suspected(tree, "main.rs"))


@pytest.mark.parametrize("text", ["(" * 20_000, "{\n" * 5_000, "fn f() {" + "([" * 5_000 + "))" * 5_000])
def test_deep_nesting_is_borne(text: str) -> None:
    assert len(set(suspected(SourceTree({"main.rs": text + "\n"}), "main.rs"))) <= 2 * MOST_OFFERS
