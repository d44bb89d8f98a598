"""What counts as one program, whatever its names; and what does not."""

import pytest

from sleepy_coder.breaker.templates import instantiate, load_templates
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.tasks.leaks import leaks
from sleepy_coder.tasks.likeness import NEAR, HeldOut, Index, normalised
from sleepy_coder.tasks.suites import load_suite

SUM = "fn total(v: &[i32]) -> i32 {\n    v.iter().map(|x| x * 2).sum()\n}\n"
SUM += '\nfn main() {\n    println!("{}", total(&[1]));\n}\n'


def test_names_literals_and_comments_do_not_count_and_methods_do() -> None:
    other = SUM.replace("total", "all").replace("[1]", "[23]").replace("x", "one").replace('"{}"', '"sum {}"')
    assert normalised(f"// a comment\n{other}") == normalised(SUM)
    assert normalised(SUM.replace("sum()", "product()")) != normalised(SUM)


@pytest.mark.parametrize("source", ["", "'", '"open', "fn main( {", "/* open", "r#\"raw\"# b'x' 'a 1.5e3 \u00e9"])
def test_any_text_has_tokens(source: str) -> None:
    assert isinstance(normalised(source), tuple)
    assert Index([("a", source)]).nearest(source) is not None


def test_a_renamed_program_is_near_and_one_inside_a_longer_text_too() -> None:
    index = Index([("sum", SUM)])
    near = index.nearest(SUM.replace("total", "everything"))
    assert near is not None and (near.item, near.likeness) == ("sum", 1.0)
    train = load_templates("train")
    long = "\n".join(template.source for template in train[:12])
    assert not index.too_near(long) and index.too_near(f"{long}\n{SUM}")


def test_no_frozen_template_is_near_one_of_training() -> None:
    index = Index((template.name, instantiate(template, 1).files["main.rs"]) for template in load_templates("train"))
    found = [index.nearest(instantiate(template, 2).files["main.rs"]) for template in load_templates("frozen")]
    assert max(near.likeness for near in found if near is not None) < NEAR


def test_a_training_set_keeps_away_from_every_item_of_the_shipped_suites() -> None:
    items = HeldOut.shipped()
    task = load_suite("frozen").tasks[0]
    renamed = SourceTree({"main.rs": "\n".join(task.files.values()).replace("fn ", "fn the_")})
    assert items.admits(SourceTree({"main.rs": SUM}))
    assert not items.admits(task.tree) and not items.admits(SourceTree({"main.rs": SUM}), renamed)
    assert items.refused == 2


def test_an_item_that_training_saw_is_a_leak() -> None:
    task = load_suite("frozen").tasks[0]
    assert leaks([task], []) == []
    assert leaks([task], [("mine", SourceTree({"main.rs": SUM}))]) == []
    (leak,) = leaks([task], [("seen", task.tree)])
    assert leak.task == task.id and "seen" in leak.what
