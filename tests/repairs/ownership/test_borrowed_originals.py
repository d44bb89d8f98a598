"""A reference that is kept for longer than a copy lives is to what was copied, unless the copy is changed."""

from collections.abc import Callable

import pytest

HEAD = """\
struct Song {
    title: String,
    notes: Vec<u8>,
}

struct Hit<'a> {
    title: &'a str,
    length: usize,
}

fn longest<'a>(songs: &'a [Song], titles: &'a [String]) -> Option<Hit<'a>> {
    let mut best: Option<Hit<'a>> = None;
    for LOOP {
        COPY
        let length = title.len();
        if best.as_ref().is_none_or(|one| length > one.length) {
            best = Some(Hit { TITLE, length });
        }
    }
    best
}

fn main() {
    let songs = [Song { title: "so long".to_string(), notes: vec![1] }];
    let titles = ["no".to_string()];
    let hit = longest(&songs, &titles);
    println!("{} {} {}", hit.as_ref().map_or("", |one| one.title), hit.map_or(0, |one| one.length), songs[0].notes[0]);
}
"""


def longest(loop: str, copy: str, title: str) -> str:
    return HEAD.replace("LOOP", loop).replace("COPY", copy).replace("TITLE", title)


@pytest.mark.parametrize(
    ("loop", "copy", "kept"),
    [
        ("song in songs", "let title = song.title.clone();", "let title = &song.title;"),
        ("song in songs", "let title = song.title.to_owned();", "let title = &song.title;"),
        ("n in 0..titles.len()", "let title = titles[n].clone();", "let title = &titles[n];"),
        ("title in titles", "let title = title.clone();", "let title = title;"),
        ("one in titles", "let title = one.clone();", "let title = one;"),
    ],
)
def test_the_original_is_kept(mended: Callable[[str], list[str]], loop: str, copy: str, kept: str) -> None:
    assert mended(longest(loop, copy, "title: &title"))[0] == longest(loop, kept, "title")


def test_a_part_of_the_original_is_kept(mended: Callable[[str], list[str]]) -> None:
    copy, kept = "let title = song.title.clone();", "let title = &song.title;"
    part = "title: title.trim()"
    assert mended(longest("song in songs", copy, part))[0] == longest("song in songs", kept, part)


def test_the_original_is_given_back(mended: Callable[[str], list[str]]) -> None:
    broken = "fn notes(song: &Song) -> &[u8] {\n    let notes = song.notes.to_vec();\n    &notes\n}\n"
    kept = "fn notes(song: &Song) -> &[u8] {\n    let notes = &song.notes;\n    notes\n}\n"
    head = "struct Song {\n    notes: Vec<u8>,\n}\n\n"
    main = "\nfn main() {\n    notes(&Song { notes: vec![] });\n}\n"
    assert head + kept + main in mended(head + broken + main)


def test_so_is_one_that_is_given_back_when_a_loop_is_done(mended: Callable[[str], list[str]]) -> None:
    text = (
        'fn last(names: &[String]) -> &str {\n    let mut last = "";\n    for name in names {\n'
        "        let name = name.clone();\n        if name.as_str() > last {\n            last = &name;\n        }\n"
        '    }\n    last\n}\n\nfn main() {\n    println!("{}", last(&[]));\n}\n'
    )
    assert mended(text)[0] == text.replace("name.clone();", "name;").replace("&name;", "name;")


@pytest.mark.parametrize(
    ("loop", "copy"),
    [
        ("song in songs", "let mut title = song.title.clone(); title.push('!');"),
        ("song in songs", "let title = song.title.to_uppercase();"),
        ("song in songs", "let title: String = song.title.clone();"),
    ],
)
def test_what_is_changed_or_made_is_left_alone(mended: Callable[[str], list[str]], loop: str, copy: str) -> None:
    assert not mended(longest(loop, copy, "title: &title"))


def test_what_does_not_live_long_enough_itself_is_left_alone(mended: Callable[[str], list[str]]) -> None:
    text = longest("n in 0..2", 'let made = "x".repeat(n); let title = made.clone();', "title: &title")
    assert not mended(text)
