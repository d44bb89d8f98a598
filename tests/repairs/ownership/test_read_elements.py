"""Of two elements of a list the one that is only read is a copy."""

from collections.abc import Callable

import pytest

HEAD = "#[derive(Clone)]\nstruct Pot {\n    seeds: Vec<u8>,\n    water: u8,\n}\n\n"
HEAD += "impl Pot {\n    fn grown(&self) -> u8 {\n        self.water\n    }\n\n"
HEAD += "    fn drink(&mut self) {\n        self.water += 1;\n    }\n}\n\n"
POUR = HEAD + "fn pour(pots: &mut [Pot], i: usize, j: usize) {\n    LETS\n    USE\n}\n\n"
POUR += "fn main() {\n    pour(&mut [], 0, 1);\n}\n"
TO, FROM, COPY = "let to = &mut pots[i];", "let from = &mut pots[j];", "let from = pots[j].clone();"


@pytest.mark.parametrize(
    ("lets", "mends", "use"),
    [
        ((TO, FROM), (COPY, TO), "to.water += from.water;"),
        ((FROM, TO), (COPY, TO), "to.seeds.extend(from.seeds.iter());"),
        ((TO, FROM.replace("&mut", "&")), (COPY, TO), "to.water += from.grown();"),
        (
            (TO, FROM.replace("[j]", "[j].water")),
            (COPY.replace("[j].clone()", "[j].water"), TO),
            'to.water += 1;\n    println!("{}", from);',
        ),
    ],
)
def test_what_is_only_read_is_copied_first(
    mended: Callable[[str], list[str]], lets: tuple[str, str], mends: tuple[str, str], use: str
) -> None:
    broken = POUR.replace("USE", use)
    assert mended(broken.replace("LETS", "\n    ".join(lets)))[0] == broken.replace("LETS", "\n    ".join(mends))


def test_what_can_be_copied_is_no_reference_any_more(mended: Callable[[str], list[str]]) -> None:
    broken = POUR.replace("LETS", f"{TO}\n    {FROM.replace('[j]', '[j].water')}").replace("USE", "to.water += *from;")
    lets = f"{COPY.replace('[j].clone()', '[j].water')}\n    {TO}"
    assert mended(broken)[0] == POUR.replace("LETS", lets).replace("USE", "to.water += from;")


@pytest.mark.parametrize(
    "use",
    [
        "to.water += 1;\n    from.water -= 1;",
        "to.water += 1;\n    from.seeds.push(1);",
        "to.water += 1;\n    from.drink();",
        "to.water += 1;\n    from.seeds.as_mut_slice()[0] = 1;",
        "std::mem::swap(to, from);",
        "to.water += 1;\n    from.seeds.as_mut_slice()[0] = 1;",
        "to.water += 1;\n    match from.water {\n        ref mut n => *n = 1,\n    }",
        'println!("{} {}", to.water, from.seeds.pop().is_some());\n    to.drink();',
        "to.water += 1;\n    pots[j].water += 1;\n    to.water += from.water;",
    ],
)
def test_a_change_is_not_lost_with_a_copy(mended: Callable[[str], list[str]], use: str) -> None:
    broken = POUR.replace("LETS", f"{TO}\n    {FROM}").replace("USE", use)
    assert not any("pots[j].clone()" in text for text in mended(broken))


@pytest.mark.parametrize(("broken", "told"), [(f"{TO}\n    {FROM} // é", False), (f"{FROM}\n    {TO} // é", True)])
def test_what_is_told_of_one_is_not_told_of_the_other(
    mended: Callable[[str], list[str]], broken: str, told: bool
) -> None:
    text = POUR.replace("LETS", broken).replace("USE", "to.water += from.water;")
    assert any("pots[j].clone()" in one for one in mended(text)) == told
