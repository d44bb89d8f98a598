"""What was looked up is a copy of its own where its owner gets more, or is given away, before it is read."""

from collections.abc import Callable

import pytest

HEAD = """\
use std::collections::HashMap;

#[derive(Clone, Debug, Default)]
struct Plot {
    crop: String,
    rows: u32,
}

#[derive(Default)]
struct Farm {
    plots: Vec<Plot>,
    named: HashMap<String, Plot>,
    sown: HashMap<String, u32>,
    notes: Vec<String>,
}

impl Farm {
    fn note(&mut self, text: &str) {
        self.notes.push(text.to_string());
    }

    fn plow(&mut self) {
        self.note("plowing");
        self.plots.clear();
    }

    fn widest(&self) -> Option<&Plot> {
        self.plots.iter().max_by_key(|plot| plot.rows)
    }

    fn work(&mut self, name: &str, other: &str) -> Option<u32> {
        LOOKUP
        Some(1)
    }
}

fn main() {
    println!("{:?}", Farm::default().work("a", "b"));
    Farm::default().plow();
}
"""


def farm(*lines: str) -> str:
    return HEAD.replace("LOOKUP", "\n        ".join(lines))


@pytest.mark.parametrize(
    ("broken", "kept"),
    [
        ("let last = self.plots.last()?;", "let last = self.plots.last()?.clone();"),
        ("let Some(last) = self.plots.first() else { return None };", "self.plots.first().cloned() else"),
        ("let last = self.plots.iter().max_by_key(|plot| plot.rows)?;", ".max_by_key(|plot| plot.rows)?.clone();"),
        ("let last = self.widest()?;", "let last = self.widest()?.clone();"),
    ],
)
def test_an_element_is_kept_while_more_are_added(mended: Callable[[str], list[str]], broken: str, kept: str) -> None:
    more = "self.plots.push(Plot { crop: name.to_string(), rows: last.rows + 1 });"
    text = farm(broken, more, 'println!("{} {other}", last.crop);')
    assert kept in mended(text)[0]


def test_a_value_of_a_map_is_kept_while_another_key_gets_one(mended: Callable[[str], list[str]]) -> None:
    text = farm(
        "let plot = self.named.get(name)?;",
        "self.named.insert(other.to_string(), Plot { rows: 0, ..plot.clone() });",
        'println!("{}", plot.rows);',
    )
    assert mended(text)[0] == text.replace("get(name)?;", "get(name)?.clone();")


def test_a_number_is_copied(mended: Callable[[str], list[str]]) -> None:
    text = farm(
        "let rows = self.sown.get(name)?;", "self.sown.insert(other.into(), *rows);", "self.plots[0].rows += *rows;"
    )
    assert mended(text)[0] == text.replace("= self.sown", "= *self.sown").replace("*rows", "rows")


def test_what_a_method_does_not_touch_is_kept(mended: Callable[[str], list[str]]) -> None:
    text = farm("if let Some(plot) = self.named.get(name) {", "self.note(other);", "self.note(&plot.crop);", "}")
    assert mended(text)[0] == text.replace("get(name) {", "get(name).cloned() {")


@pytest.mark.parametrize(
    "lines",
    [
        ("let plot = self.plots.last()?;", "self.plow();", "self.note(&plot.crop.clone());"),
        ("let plot = self.plots.last()?;", "self.plots.clear();", 'println!("{}", plot.rows);'),
        ("let plot = self.plots.last()?;", "self.plots.sort_by_key(|one| one.rows);", 'println!("{}", plot.rows);'),
        ("let plot = self.plots.last()?;", "self.plots[0].rows = 3;", 'println!("{}", plot.rows);'),
        ("let rows = self.sown.get(name)?;", "self.sown.insert(name.into(), 2);", 'println!("{rows}");'),
        ("let plot = self.plots.last()?;", "self.plots.push(Plot::default());", 'println!("{}", plot.rows);'),
        (
            "let plot = self.plots.iter().max_by_key(|plot| plot.rows)?;",
            "self.plots.push(Plot::default());",
            'println!("{}", plot.rows);',
        ),
        (
            "let plot = self.plots.last()?;",
            "for n in 0..3 {",
            "self.plots.push(Plot { crop: String::new(), rows: plot.rows + n });",
            "}",
        ),
    ],
)
def test_what_may_be_another_one_by_then_is_left_alone(
    mended: Callable[[str], list[str]], lines: tuple[str, ...]
) -> None:
    assert not any("?.clone();" in one or "= *self" in one for one in mended(farm(*lines)))


def test_what_is_looked_up_in_what_is_given_away_is_kept(mended: Callable[[str], list[str]]) -> None:
    text = farm(
        "let other_farm = Farm::default();",
        "let best = other_farm.widest();",
        "let n = { let farm = other_farm; farm.plots.len() };",
        'println!("{n} {best:?} {name} {other}");',
    )
    assert mended(text)[0] == text.replace("= other_farm.widest();", "= other_farm.widest().cloned();")


def test_what_is_given_away_to_be_changed_is_left_alone(mended: Callable[[str], list[str]]) -> None:
    text = farm(
        "let farm = Farm::default();", "let best = farm.widest()?;", "let n = flood(farm);", "Some(n + best.rows);"
    )
    flood = "\nfn flood(KINDfarm: Farm) -> u32 {\n    CHANGEfarm.plots.len() as u32\n}\n"
    changes = (
        (text + flood)
        .replace("KIND", "mut ")
        .replace("CHANGE", "farm.plots.iter_mut().for_each(|p| p.rows = 0);\n    ")
    )
    assert any("widest()?.clone();" in one for one in mended(text + flood.replace("KIND", "").replace("CHANGE", "")))
    assert not any("widest()?.clone();" in one for one in mended(changes))


def test_a_method_of_the_tree_may_do_more_than_add(mended: Callable[[str], list[str]]) -> None:
    text = (
        "#[derive(Clone)]\nstruct Job(u32);\n\nstruct Jobs(Vec<Job>);\n\nimpl Jobs {\n    fn first(&self) -> &Job {\n"
        "        &self.0[0]\n    }\n\n    fn push(&mut self, job: Job) {\n        self.0 = vec![job];\n    }\n}\n\n"
        "fn main() {\n    let mut jobs = Jobs(vec![Job(1)]);\n    let first = jobs.first();\n    jobs.push(Job(2));\n"
        '    println!("{}", first.0);\n}\n'
    )
    assert not any("first().clone()" in one for one in mended(text))
