from random import Random

from sleepy_coder.breaker.packing import packed
from sleepy_coder.breaker.pairs import Program, Site
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree

SHOP = """\
struct Shop {
    till: u32,
}

impl Shop {
    fn sell(&mut self, price: u32) -> u32 {
        let mut change = 100;
        change -= price;
        self.till += price;
        change
    }
}

fn twice(n: u32) -> u32 { n + n }

fn total(prices: &[u32]) -> u32 {
    let mut sum = 0;
    for price in prices {
        sum += *price;
    }
    sum
}

const fn rounds() -> usize {
    let n = 2;
    n
}

fn odd() -> impl Iterator<Item = u32> {
    let first = 1;
    std::iter::once(first)
}

fn nested() -> u32 {
    struct Inside(u32);
    let inside = Inside(1);
    inside.0
}

fn main() {
    let mut shop = Shop { till: 0 };
    let change = shop.sell(30);
    let all = [0; rounds()];
    println!("{} {} {} {:?} {} {}", change, total(&[1]), twice(2), all, odd().count(), nested());
}
"""


def _program() -> Program:
    return Program(SourceTree({"main.rs": SHOP}))


def _sites(program: Program) -> list[Site]:
    families = ("E0425-typo", "E0384-mut-removed", "E0596-mut-removed", "E0609-typo")
    return [site for family in families for site in program.sites(family, Random(2))]


def test_only_breaks_within_bodies_that_nobody_sees_share_a_copy() -> None:
    program = _program()
    lines = {part.function.first_line for site in _sites(program) if (part := program.part(site)) is not None}
    starts = [number for number, line in enumerate(SHOP.splitlines(), 1) if line.lstrip().startswith("fn ")]
    hidden = [SHOP.splitlines()[number - 1].split("(")[0].split()[-1] for number in starts if number not in lines]
    assert hidden == ["odd", "nested"] and len(lines) == 4


def test_a_copy_tells_of_each_break_what_rustc_says_of_it_alone(compiler: Compiler) -> None:
    program = _program()
    sites = dict(enumerate(_sites(program)))
    groups = packed({number: part for number, site in sites.items() if (part := program.part(site)) is not None})
    assert max(map(len, groups)) == 4
    told = 0
    for group in groups:
        copy = program.copy_with(group)
        assert copy.tree.files["main.rs"].count("\n") == SHOP.count("\n")
        for number, errors in copy.read(compiler.check(copy.tree).errors).items():
            broken = program.broken_at(sites[number])
            assert broken is not None
            # a line that holds a whole function shows another break to whoever looks at its head
            assert errors is None or errors == compiler.check(broken).errors
            told += errors is not None
    assert told > 20


def test_bodies_without_a_break_are_left_out_of_a_copy_and_their_lines_stay() -> None:
    program = _program()
    (site,) = [site for site in program.sites("E0384-mut-removed", Random(1)) if b"sum" in _line(site)]
    part = program.part(site)
    assert part is not None
    left = program.copy_with({0: part}).tree.files["main.rs"]
    assert "let mut change" not in left and "sum += *price" in left
    assert "fn twice(n: u32) -> u32 { n + n }" in left and "let n = 2;" in left and "once(first)" in left
    assert left.count("loop {}") == 2


def test_an_error_outside_of_every_break_leaves_all_in_doubt(compiler: Compiler) -> None:
    program = _program()
    parts = {n: part for n, site in enumerate(_sites(program)) if (part := program.part(site)) is not None}
    copy = program.copy_with(dict(list(parts.items())[:1]))
    (elsewhere,) = compiler.check(SourceTree({"main.rs": SHOP.replace("Inside(1)", "Inside('1')")})).errors
    assert set(copy.read((elsewhere,)).values()) == {None}


def _line(site: Site) -> bytes:
    source, start = SHOP.encode(), site.made.cuts[0].start
    return source[source.rfind(b"\n", 0, start) : source.find(b"\n", start)]
