from random import Random

import pytest

from sleepy_coder.breaker.families import FAMILIES, family_named
from sleepy_coder.breaker.pairs import Program, Site, judged
from sleepy_coder.breaker.templates import instantiate, load_templates
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree

GREEN = """\
fn total(prices: &[u32]) -> u32 {
    let mut sum = 0;
    for price in prices {
        sum += *price;
    }
    sum
}

fn main() {
    let prices = vec![3, 4];
    let copy = prices.clone();
    let sum = total(&prices);
    println!("{} {:?} {}", sum, copy, prices.len());
}
"""


def test_a_pair_has_one_error_of_its_family_and_its_green_program_has_none(compiler: Compiler) -> None:
    program = Program(SourceTree({"main.rs": GREEN}), "here", 3)
    families = ("E0382-clone-removed", "E0384-mut-removed", "E0308-reference-removed", "E0425-typo", "E0614-deref")
    proposed = [(program, site) for family in families for site in program.sites(family, Random(1))]
    pairs = [pair for pair in judged(proposed, compiler) if pair is not None]
    # without `mut`, `sum` is assigned twice; without `.clone()`, `prices` moves; both are reported once
    assert set(families[:-1]) <= {pair.family for pair in pairs}
    for pair in pairs:
        result = compiler.check(pair.broken)
        assert result.errors == (pair.diagnostic,)
        assert pair.diagnostic.code in family_named(pair.family).codes
        assert compiler.check(pair.green).green and (pair.template, pair.seed) == ("here", 3)


def test_breaks_of_a_program_that_was_red_before_are_refused(compiler: Compiler) -> None:
    red = Program(SourceTree({"main.rs": GREEN.replace("println", 'let x: u8 = ""; println')}))
    green = Program(SourceTree({"main.rs": GREEN}))
    proposed = [(p, site) for p in (red, green) for site in p.sites("E0382-clone-removed", Random(1))]
    assert [pair is not None for pair in judged(proposed, compiler)] == [False, True]


def test_a_file_that_tree_sitter_cannot_parse_has_no_sites() -> None:
    files = {"main.rs": "mod a;\nfn main() { a::f(1); }\n", "a.rs": "pub fn f(x: u8 { x.clone() }\n"}
    program = Program(SourceTree(files))
    assert program.sites("E0382-clone-removed", Random(1)) == []
    assert {site.file for site in program.sites("E0061-extra-argument", Random(1))} == {"main.rs"}


def _random_breaks(seed: int, count: int) -> list[tuple[Program, Site]]:
    rng = Random(seed)
    templates = rng.sample(load_templates("train"), 40)
    programs = [Program(instantiate(template, seed), template.name, seed) for template in templates]
    sites = [(program, site) for program in programs for family in FAMILIES for site in program.sites(family.name, rng)]
    return rng.sample(sites, count)


def _agree(proposed: list[tuple[Program, Site]], compiler: Compiler) -> int:
    """Asserts that the batch finds what rustc finds, program by program; the number of pairs."""
    made = judged(proposed, compiler)
    greens = {program.green.digest: program.green for program, _ in proposed}
    green = dict(zip(greens, (result.green for result in compiler.check_many(greens.values())), strict=True))
    trees = [program.broken_at(site) for program, site in proposed]
    results = iter(compiler.check_many(tree for tree in trees if tree is not None))
    for (program, site), tree, pair in zip(proposed, trees, made, strict=True):
        errors = next(results).errors if tree is not None else ()
        alone = len(errors) == 1 and errors[0].code in family_named(site.family).codes and green[program.green.digest]
        assert (pair is not None) == alone, (site.family, errors)
        assert pair is None or (pair.diagnostic == errors[0] and pair.broken == tree)
    return sum(pair is not None for pair in made)


def test_random_breaks_are_judged_as_rustc_judges_each_alone(compiler: Compiler) -> None:
    assert _agree(_random_breaks(11, 60), compiler) >= 20


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
def test_hundreds_of_random_breaks_are_judged_as_rustc_judges_each_alone(compiler: Compiler, seed: int) -> None:
    assert _agree(_random_breaks(seed, 400), compiler) >= 130
