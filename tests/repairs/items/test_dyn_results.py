"""What all implementations give back behind a pointer the trait gives back as well."""

from collections.abc import Callable

import pytest

TRAIT = "trait Plant {\n    fn size(&self) -> u8;\n    fn twin(&self) -> Self;\n}\n\n"
ONE = "struct {0};\n\nimpl Plant for {0} {{\n    fn size(&self) -> u8 {{\n        1\n    }}\n\n"
ONE += "    fn twin(&self) -> {1} {{\n        Box::new({0})\n    }}\n}}\n\n"
MAIN = "fn main() {\n    let all: Vec<Box<dyn Plant>> = vec![Oak.twin(), Fir.twin()];\n"
MAIN += '    println!("{}", all.iter().map(|one| one.twin().size()).sum::<u8>());\n}\n'
BOX = "Box<dyn Plant>"


def test_the_trait_says_what_its_implementations_say(mended: Callable[[str], list[str]]) -> None:
    broken = TRAIT + ONE.format("Oak", BOX) + ONE.format("Fir", BOX) + MAIN
    assert broken.replace("-> Self;", f"-> {BOX};") in mended(broken)


@pytest.mark.parametrize(
    "broken",
    [
        TRAIT + ONE.format("Oak", BOX) + ONE.format("Fir", "Self").replace("Box::new(Fir)", "Fir"),
        TRAIT.replace("-> Self;", "-> Self\n    where\n        Self: Sized;") + ONE.format("Oak", BOX),
        TRAIT + ONE.format("Oak", "Box<Oak>"),
    ],
)
def test_a_trait_that_may_be_right_stays(mended: Callable[[str], list[str]], broken: str) -> None:
    assert not any("-> Box" in text.partition("}")[0] for text in mended(f"{broken}fn main() {{}}\n"))
