import pytest

from sleepy_coder.breaker.batch import are_green
from sleepy_coder.breaker.families import FAMILIES
from sleepy_coder.breaker.templates import instantiate, load_templates, parse_template, set_aside
from sleepy_coder.errors import UsageError
from sleepy_coder.rust.compiler import Compiler

HEADED = """\
//~ family: E0425-typo
//~ vary i32: i32 | Vec<u8> | std::rc::Rc<str>
//~ vary apple: apple | pear
fn main() { let apple: Option<i32> = None; println!("apple {}", apple.is_some()); }
"""


def test_the_header_is_read_and_left_out() -> None:
    template = parse_template("E0425-typo/fruit", "train", HEADED)
    assert template.family == "E0425-typo"
    assert template.varies == (("i32", ("i32", "Vec<u8>", "std::rc::Rc<str>")), ("apple", ("apple", "pear")))
    assert template.source.startswith("fn main")


def test_varied_tokens_take_every_alternative() -> None:
    template = parse_template("E0425-typo/fruit", "train", HEADED)
    texts = [instantiate(template, seed).files["main.rs"] for seed in range(40)]
    assert all(any(f"Option<{kind}>" in text for text in texts) for kind in ("i32", "Vec<u8>", "std::rc::Rc<str>"))


def test_the_edition_of_the_header_is_that_of_every_instance() -> None:
    dated = parse_template("E0425-typo/fruit", "train", "//~ edition: 2024\nfn main() {}\n")
    assert instantiate(dated, 1).edition == "2024"
    assert instantiate(parse_template("E0425-typo/fruit", "train", HEADED), 1).edition == "2021"
    with pytest.raises(UsageError, match="1066"):
        parse_template("E0425-typo/fruit", "train", "//~ edition: 1066\nfn main() {}\n")


def test_an_unreadable_header_names_the_template() -> None:
    with pytest.raises(UsageError, match="fruit"):
        parse_template("E0425-typo/fruit", "train", "//~ veery x: y\nfn main() {}\n")


def test_no_template_is_in_both_splits() -> None:
    train, frozen = load_templates("train"), load_templates("frozen")
    assert not {template.name for template in train} & {template.name for template in frozen}
    assert not {template.source for template in train} & {template.source for template in frozen}
    with pytest.raises(UsageError, match="train and frozen"):
        load_templates("test")


def test_every_family_has_templates_in_both_splits() -> None:
    for split in ("train", "frozen"):
        assert {template.family for template in load_templates(split)} == {family.name for family in FAMILIES}


def test_every_template_is_green_under_every_renaming(compiler: Compiler) -> None:
    templates = load_templates("train") + load_templates("frozen")
    made = [instantiate(template, 11) for template in templates]
    told = are_green(made, compiler)
    assert [template.name for template, green in zip(templates, told, strict=True) if not green] == []


def test_instances_differ_by_seed_and_repeat_by_seed() -> None:
    for template in load_templates("train")[::20]:
        texts = {instantiate(template, seed).digest for seed in range(6)}
        assert len(texts) == 6
        assert instantiate(template, 3) == instantiate(template, 3)


def test_every_family_has_templates_for_dreams_and_others_for_the_gate() -> None:
    families = {family.name for family in FAMILIES}
    for aside in (True, False):
        assert {template.family for template in load_templates("train") if set_aside(template) == aside} == families
