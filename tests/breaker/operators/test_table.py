from random import Random

import pytest

from sleepy_coder.breaker.families import FAMILIES
from sleepy_coder.breaker.operators.table import OPERATORS
from sleepy_coder.breaker.pairs import Program, judged
from sleepy_coder.breaker.syntax import Syntax
from sleepy_coder.breaker.templates import instantiate, load_templates
from sleepy_coder.rust.compiler import Compiler


def test_every_family_has_its_operator() -> None:
    assert list(OPERATORS) == [family.name for family in FAMILIES]


def test_a_site_keeps_its_ordinal_under_renaming() -> None:
    for template in load_templates("train")[::9]:
        sites = OPERATORS[template.family].sites
        counts = {
            len(sites(Syntax(instantiate(template, seed).files["main.rs"].encode()), Random(seed))) for seed in range(4)
        }
        assert len(counts) == 1


COMMENTED = """
fn main() {
    let n = /* why */ 3;
    if n == /* three */ 3 && /* and */ true {
        println!(/* a */ "{}", /* b */ n + /* c */ 1);
    }
    while n /* left */ == /* right */ 4 {}
    match /* on */ n {
        /* a */ m if m /* < */ < /* ten */ 10 => {}
        m if /* the rest */ m >= 10 => {}
        _ => {}
    }
}
"""


@pytest.mark.parametrize("family", OPERATORS)
def test_comments_may_stand_anywhere(family: str) -> None:
    OPERATORS[family].sites(Syntax(COMMENTED.encode()), Random(0))


@pytest.mark.parametrize("split", ["train", "frozen"])
def test_every_template_can_be_broken_as_its_family_says(split: str, compiler: Compiler) -> None:
    templates = load_templates(split)
    proposed = []
    for template in templates:
        rng = Random(template.name)
        program = Program(instantiate(template, 2), template.name)
        sites = program.sites(template.family, rng)
        proposed += [(program, site) for site in rng.sample(sites, min(len(sites), 8))]
    bearing = {pair.template for pair in judged(proposed, compiler) if pair is not None}
    assert {template.name for template in templates} - bearing == set()
