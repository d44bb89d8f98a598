"""What is needed after the whole is given away, or is the base of two values, is a clone."""

from collections.abc import Callable

import pytest

HEAD = "#[derive(Clone, Debug)]\nstruct Team {\n    name: String,\n    motto: String,\n    size: u8,\n}\n\n"
KEEP = "fn size(teams: Vec<Team>) -> usize {\n    teams.len()\n}\n\n"
CHEER = f"{HEAD}fn cheer(teams: &mut Vec<Team>, i: usize, j: usize) {{\n    let best = BORROWED;\n    CHANGED\n"
CHEER += '    println!("{best:?} {i} {j}");\n}\n\nfn main() {\n    cheer(&mut vec![], 0, 1);\n}\n'


def test_a_part_of_what_is_given_away_is_cloned(mended: Callable[[str], list[str]]) -> None:
    broken = (
        f"{HEAD}{KEEP}fn main() {{\n    let teams: Vec<Team> = vec![];\n    let best = &teams[0].name;\n"
        '    let n = size(teams);\n    println!("{best} {n}");\n}\n'
    )
    assert broken.replace("= &teams[0].name;", "= teams[0].name.clone();") in mended(broken)


def test_a_number_of_what_is_given_away_is_copied(mended: Callable[[str], list[str]]) -> None:
    broken = (
        f"{HEAD}{KEEP}fn main() {{\n    let teams: Vec<Team> = vec![];\n    let best = &teams[0].size;\n"
        '    let n = size(teams);\n    println!("{best} {n}");\n}\n'
    )
    assert mended(broken)[0] == broken.replace("= &teams[0].size;", "= teams[0].size;")


def test_what_is_written_through_is_not_cloned(mended: Callable[[str], list[str]]) -> None:
    broken = (
        f"{HEAD}{KEEP}fn main() {{\n    let mut teams: Vec<Team> = vec![];\n    let best = &mut teams[0].name;\n"
        "    let n = size(teams);\n    best.push('!');\n    drop(n);\n}\n"
    )
    assert not any("name.clone()" in text for text in mended(broken))


def test_what_is_written_through_a_shared_reference_is_not_cloned(mended: Callable[[str], list[str]]) -> None:
    head = HEAD.replace("name: String", "name: std::cell::RefCell<String>")
    broken = (
        f"{head}{KEEP}fn main() {{\n    let teams: Vec<Team> = vec![];\n    let best = &teams[0].name;\n"
        "    let n = size(teams);\n    best.borrow_mut().push('!');\n    drop(n);\n}\n"
    )
    assert not any("name.clone()" in text for text in mended(broken))


def test_a_base_that_is_needed_again_is_cloned(mended: Callable[[str], list[str]]) -> None:
    broken = (
        f'{HEAD}fn main() {{\n    let base = Team {{ name: "a".into(), motto: "b".into(), size: 1 }};\n'
        '    let big = Team { name: "c".into(), size: 9, ..base };\n    println!("{base:?} {big:?}");\n}\n'
    )
    assert broken.replace("..base }", "..base.clone() }") in mended(broken)


@pytest.mark.parametrize(
    ("borrowed", "changed", "kept"),
    [
        ("&teams[i].name", "let other = &mut teams[j];\n    other.motto.push('!');", "teams[i].name.clone()"),
        ("&teams[i].size", "teams[j].motto.push('!');", "teams[i].size"),
        ("&teams[0]", 'teams.push(Team { name: "c".into(), motto: "d".into(), size: 1 });', "teams[0].clone()"),
    ],
)
def test_an_element_is_kept_while_another_one_changes(
    mended: Callable[[str], list[str]], borrowed: str, changed: str, kept: str
) -> None:
    broken = CHEER.replace("BORROWED", borrowed).replace("CHANGED", changed)
    assert mended(broken)[0] == broken.replace(f"= {borrowed};", f"= {kept};")


@pytest.mark.parametrize(
    "changed",
    [
        "teams[i].name.push('!');",
        "teams[j].name.push('!');\n    teams[i].name.push('!');",
        "teams.clear();",
        "teams.sort_by_key(|team| team.size);",
    ],
)
def test_what_may_have_changed_itself_is_not_kept(mended: Callable[[str], list[str]], changed: str) -> None:
    broken = CHEER.replace("BORROWED", "&teams[i].name").replace("CHANGED", changed)
    assert not any(".name.clone()" in text for text in mended(broken))


@pytest.mark.parametrize(
    ("loop", "told"), [("for k in 0..teams.len()", False), ("for k in 1..teams.len()", True), ("while j > k", False)]
)
def test_a_loop_may_change_all_elements(mended: Callable[[str], list[str]], loop: str, told: bool) -> None:
    changed = f"let k = 0;\n    {loop} {{\n        teams[k].name.push('!');\n    }}"
    broken = CHEER.replace("BORROWED", "&teams[0].name").replace("CHANGED", changed)
    assert any(".name.clone()" in text for text in mended(broken)) == told


def test_what_is_copied_is_no_reference_any_more(mended: Callable[[str], list[str]]) -> None:
    broken = CHEER.replace("BORROWED", "&teams[i].size").replace("CHANGED", "teams[j].size += *best;")
    assert mended(broken)[0] == broken.replace("= &teams[i].size;", "= teams[i].size;").replace("+= *best", "+= best")


@pytest.mark.parametrize("changed", ["teams[0].name.push('!');", "teams.push(teams[0].clone());"])
def test_which_element_is_the_last_depends_on_how_many_there_are(
    mended: Callable[[str], list[str]], changed: str
) -> None:
    broken = CHEER.replace("BORROWED", "&teams[teams.len() - 1].name").replace("CHANGED", changed)
    assert not any(".name.clone()" in text for text in mended(broken))


def test_a_part_of_what_is_given_away_to_be_changed_is_not_cloned(mended: Callable[[str], list[str]]) -> None:
    shout = "fn shout(mut team: Team) -> usize {\n    team.name.push('!');\n    team.name.len()\n}\n\n"
    broken = (
        f"{HEAD}{shout}fn cheer(team: Team) -> String {{\n    let name = &team.name;\n    let n = shout(team);\n"
        '    format!("{name} {n}")\n}\n\nfn main() {\n'
        '    println!("{}", cheer(Team { name: "a".into(), motto: "b".into(), size: 1 }));\n}\n'
    )
    assert not any("name.clone()" in text for text in mended(broken))


BALANCE = """\
fn settle(rows: &[i64]) -> i64 {
    let mut balance = 0;
    let mut steps = Vec::new();
    for row in rows {
        let start = &balance;
        CHANGED
        steps.push((*start, USED));
    }
    steps.iter().map(|step| step.0).sum()
}

fn main() {
    println!("{}", settle(&[1, 2]));
}
"""


@pytest.mark.parametrize(("changed", "used"), [("balance += row;", "balance"), ("balance = *row;", "0")])
def test_a_value_is_kept_before_the_place_gets_another_one(
    mended: Callable[[str], list[str]], changed: str, used: str
) -> None:
    broken = BALANCE.replace("CHANGED", changed).replace("USED", used)
    assert mended(broken)[0] == broken.replace("= &balance;", "= balance;").replace("*start", "start")


@pytest.mark.parametrize(
    "text",
    [
        "fn main() {\n    let (mut n, other) = (5, 6);\n    let seen = &n;\n"
        "    if other > n {\n        n = other;\n    }\n"
        '    println!("{seen} {n}");\n}\n',
        'fn main() {\n    let mut n = 5;\n    let seen = &n;\n    n += 1;\n    println!("{seen}");\n}\n',
        "fn main() {\n    let mut left = 5;\n    let seen = &left;\n    for n in 0..9 {\n        left -= n;\n"
        "        if *seen < 0 {\n            break;\n        }\n    }\n"
        '    println!("{left}");\n}\n',
    ],
)
def test_where_the_new_value_may_be_meant_none_is_kept(mended: Callable[[str], list[str]], text: str) -> None:
    assert not any("let seen = n;" in one or "let seen = left;" in one for one in mended(text))
