"""What can only be consumed is reached by value, where nothing needs the collection afterwards."""

from collections.abc import Callable

import pytest

SPAWN = """\
use std::thread::{self, JoinHandle};

fn main() {
    let jobs: Vec<JoinHandle<u8>> = (0..3).map(|n| thread::spawn(move || n)).collect();
    let mut sum = 0;
    WAIT
    println!("{sum}");
}
"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("for job in &jobs { sum += job.join().unwrap(); }", "for job in jobs { sum += job.join().unwrap(); }"),
        ("for job in jobs.iter() { sum += job.join().unwrap(); }", "for job in jobs { sum += job.join().unwrap(); }"),
        (
            "for (n, job) in jobs.iter().enumerate() { sum += n as u8 + job.join().unwrap(); }",
            "for (n, job) in jobs.into_iter().enumerate() { sum += n as u8 + job.join().unwrap(); }",
        ),
        (
            "sum += jobs.iter().map(|job| job.join().unwrap()).sum::<u8>();",
            "sum += jobs.into_iter().map(|job| job.join().unwrap()).sum::<u8>();",
        ),
    ],
)
def test_the_values_are_gone_over(mended: Callable[[str], list[str]], old: str, new: str) -> None:
    assert SPAWN.replace("WAIT", new) in mended(SPAWN.replace("WAIT", old))


def test_what_is_needed_afterwards_is_left_alone(mended: Callable[[str], list[str]]) -> None:
    loop = "for job in &jobs { sum += job.join().unwrap(); }\n    sum += jobs.len() as u8;"
    assert not mended(SPAWN.replace("WAIT", loop))
