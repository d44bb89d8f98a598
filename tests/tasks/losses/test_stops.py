"""A repair that stops a function which reports its failures is not believed where no test can tell."""

from collections.abc import Callable, Sequence

import pytest

from sleepy_coder.rust.source import Edit
from sleepy_coder.tasks.task import Oracle
from sleepy_coder.tasks.verify import Verdict, Verification

Judged = Callable[[str, Sequence[Edit], Oracle], Verification]

TOP = """\
struct Card { worth: u32 }

fn top(cards: &mut Vec<Card>) -> RESULT {
    let card = cards.pop();
    let worth = card.worth;
    END
}

fn main() {
    println!("{:?}", top(&mut vec![Card { worth: 3 }]));
}
"""


UNWRAPPED = (Edit("main.rs", 5, 5, "card.worth", "card.unwrap().worth"),)


@pytest.mark.parametrize(
    ("result", "end", "verdict"),
    [
        ("Result<u32, String>", "Ok(worth)", Verdict.BROKEN),
        ("Option<u32>", "Some(worth)", Verdict.BROKEN),
        ("u32", "worth", Verdict.FIXED),
    ],
)
def test_a_function_that_reports_failures_does_not_stop_at_one(
    judged: Judged, result: str, end: str, verdict: Verdict
) -> None:
    source = TOP.replace("RESULT", result).replace("END", end)
    assert judged(source, UNWRAPPED, Oracle("compile")).verdict == verdict
    shown = {"u32": "3\n", "Option<u32>": "Some(3)\n"}.get(result, "Ok(3)\n")
    assert judged(source, UNWRAPPED, Oracle("run", shown)).verdict == Verdict.FIXED


def test_a_lock_is_taken_in_a_function_that_reports_failures(judged: Judged) -> None:
    source = (
        "use std::sync::Mutex;\n\n"
        "fn put(all: &Mutex<Vec<u8>>) -> Option<()> {\n    all.lock().push(1);\n    Some(())\n}\n\n"
        "fn main() {\n    put(&Mutex::new(vec![]));\n}\n"
    )
    edits = [Edit("main.rs", 4, 4, "lock()", "lock().unwrap()")]
    assert judged(source, edits, Oracle("compile")).verdict == Verdict.FIXED


@pytest.mark.parametrize(
    ("kind", "value", "verdict"),
    [
        ("NonZeroU8", "NonZeroU8::new(3)", Verdict.FIXED),
        ("u8", '"3".parse::<u8>()', Verdict.FIXED),
        ("u8", 'std::env::var("N").map(|_| 3)', Verdict.BROKEN),
        ("NonZeroU8", "NonZeroU8::new(n)", Verdict.BROKEN),
    ],
)
def test_what_is_made_of_a_literal_does_not_fail(judged: Judged, kind: str, value: str, verdict: Verdict) -> None:
    source = (
        "use std::num::NonZeroU8;\n\n"
        f"fn size(n: u8) -> Option<u8> {{\n    let _: NonZeroU8 = NonZeroU8::MIN;\n    let one: {kind} = {value};\n"
        '    println!("{one}");\n    Some(n)\n}\n\nfn main() {\n    size(1);\n}\n'
    )
    edits = [Edit("main.rs", 5, 5, value, f"{value}.unwrap()")]
    assert judged(source, edits, Oracle("compile")).verdict == verdict
