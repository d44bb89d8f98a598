import re
from random import Random

from sleepy_coder.breaker.naming.renaming import renamed
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree

TRICKY = """\
use std::collections::HashMap as Map;
use std::fmt;

mod shop {
    pub const LIMIT: u32 = 40;
    pub enum Size { Small, Large { width: u32, count: u32 } }
    pub fn count(sizes: &[Size]) -> usize {
        sizes.iter().filter(|size| matches!(size, Size::Large { .. })).count()
    }
}

use shop::{count, Size as Extent, LIMIT};

#[derive(Debug, Clone, PartialEq)]
struct Label<'a> { name: &'a str, max: u32 }

impl<'a> Label<'a> {
    fn new(name: &'a str, max: u32) -> Self { Label { name, max } }
    fn longest(&self, other: &'a str) -> &'a str { if self.name.len() > other.len() { self.name } else { other } }
}

impl fmt::Display for Label<'_> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}-{max:>width$}", self.name, max = self.max, width = 4)
    }
}

trait Area { const SIDES: u32; fn area(&self) -> u32; }
impl Area for Extent {
    const SIDES: u32 = 4;
    fn area(&self) -> u32 {
        match self {
            Extent::Small => 1,
            Extent::Large { width, count: deep } if *width > 2 => width * deep,
            Extent::Large { .. } => 0,
        }
    }
}

fn main() {
    let max = [3u32, 7, 5].iter().copied().max().unwrap_or(LIMIT);
    let label = Label::new("alpha", max);
    let mut seen: Map<&str, usize> = Map::with_capacity(8);
    let width = 12;
    seen.insert(label.name, "alphabet".find("alpha").unwrap());
    let pair = (width, max.max(2));
    'outer: for item in 0..3 { if item == 2 { break 'outer; } }
    println!("{label} {label:?} {max:03} {{max}} {width:>width$} {} {:?}", pair.0, seen.get("alpha"));
    let large = Extent::Large { width: 9, count: 2 };
    println!("{} {}", [Extent::Small.area(), <Extent as Area>::SIDES, large.area()].len(), count(&[]));
    println!("{}", label.longest("z"));
}
"""


def test_a_renamed_program_stays_green_and_keeps_the_librarys_names(compiler: Compiler) -> None:
    made = [SourceTree({"main.rs": renamed(TRICKY, Random(seed))}) for seed in range(6)]
    for tree, result in zip(made, compiler.check_many(made), strict=True):
        assert result.green, result.errors[0].rendered
        text = tree.files["main.rs"]
        kept = ("HashMap", "fn fmt", ".max()", ".count()", "with_capacity", "fn main", "Self")
        gone = ("Label", "Extent", "label", "LIMIT", "longest", "deep", "SIDES", "mod shop")
        assert [name for name in kept if name not in text] == [name for name in gone if name in text] == []
        assert "{{max}}" in text


def test_names_that_c_or_the_edition_gave_stay() -> None:
    source = """\
unsafe extern "C" { fn abs(value: i32) -> i32; fn halved(value: i32) -> i32; }
mod inner { #[unsafe(no_mangle)] pub extern "C" fn halved(value: i32) -> i32 { value / 2 } }
fn main() { let r#gen = unsafe { abs(-4) + halved(8) }; println!("{}", r#gen); }
"""
    for seed in range(8):
        text = renamed(source, Random(seed))
        assert text.count("abs(") == 2 and text.count("r#gen") == 2 and "halved" not in text
        halved = re.findall(r'extern "C" fn (\w+)', text)[0]
        assert len(re.findall(rf"\b{halved}\(", text)) == 3


def test_literals_keep_their_order_and_what_must_not_change() -> None:
    source = 'fn main() { let a = [0; 4]; let b = 4; let c = 30; let d = 60; println!("{}", a[2] + b + c + d + 1); }'
    changed = set()
    for seed in range(30):
        text = renamed(source, Random(seed))
        zero, length, four, c, d, index, one = map(int, re.findall(r"\d+", text))
        assert (zero, length, four, index, one) == (0, 4, 4, 2, 1) and 4 < c < d
        changed.add(c)
    assert len(changed) > 5


def test_a_word_that_is_part_of_another_string_stays() -> None:
    source = 'fn main() { println!("{:?} {}", "red green".find("red"), "blue"); }'
    made = {renamed(source, Random(seed)) for seed in range(12)}
    assert all('"red green".find("red")' in text for text in made)
    assert any('"blue"' not in text for text in made)


def test_the_same_seed_gives_the_same_program() -> None:
    assert renamed(TRICKY, Random(5)) == renamed(TRICKY, Random(5)) != renamed(TRICKY, Random(6))
