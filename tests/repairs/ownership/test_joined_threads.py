"""Threads that borrow and are waited for get a scope around both; others are left."""

from collections.abc import Callable

import pytest

TEXT = """\
use std::thread;

struct Price { base: u32 }

impl Price {
    fn of(&self, é: &[u32]) -> u32 {
        é.iter().sum::<u32>() * self.base
    }

    fn all(&self, rows: &[Vec<u32>]) -> Result<u32, String> {
BODY
    }
}

fn main() {
    println!("{:?}", Price { base: 2 }.all(&[vec![1]]));
}
"""
PUSHED = """\
        let mut handles = Vec::new();
        for row in rows {
            handles.push(thread::spawn(move || self.of(row)));
        }
        let mut sum = 0;
        for handle in handles {
            sum += handle.join().unwrap();
        }
        Ok(sum)"""
SCOPED = """\
        thread::scope(|scope| {
            let mut handles = Vec::new();
            for row in rows {
                handles.push(scope.spawn(move || self.of(row)));
            }
            let mut sum = 0;
            for handle in handles {
                sum += handle.join().unwrap();
            }
            Ok(sum)
        })"""
BOUND = """\
        let handles: Vec<thread::JoinHandle<u32>> =
            rows.iter().map(|row| thread::spawn(move || self.of(row))).collect();

        let sum: u32 = handles.into_iter().map(|h| h.join().unwrap()).sum();
        Ok(sum)"""
BOUND_IN_SCOPE = """\
        let sum: u32 = thread::scope(|scope| {
            let handles: Vec<thread::ScopedJoinHandle<u32>> =
                rows.iter().map(|row| scope.spawn(move || self.of(row))).collect();

            handles.into_iter().map(|h| h.join().unwrap()).sum()
        });
        Ok(sum)"""
ONE = """\
        let first = thread::spawn(move || self.of(&rows[0]));
        println!("{}", first.join().unwrap());
        Ok(1)"""
ONE_IN_SCOPE = """\
        thread::scope(|scope| {
            let first = scope.spawn(move || self.of(&rows[0]));
            println!("{}", first.join().unwrap());
        });
        Ok(1)"""


@pytest.mark.parametrize(("body", "wanted"), [(BOUND, BOUND_IN_SCOPE), (ONE, ONE_IN_SCOPE), (PUSHED, SCOPED)])
def test_what_lies_between_gets_a_scope(mended: Callable[[str], list[str]], body: str, wanted: str) -> None:
    assert TEXT.replace("BODY", wanted) in mended(TEXT.replace("BODY", body))


@pytest.mark.parametrize(
    "body",
    [
        ONE.replace("first.join().unwrap()", "first.is_finished()"),
        ONE.replace("        println!", "        let _ = rows.first().ok_or(String::new())?;\n        println!"),
        PUSHED.replace("Ok(sum)", "Ok(sum + rows[0].first().ok_or(String::new())?)"),
        f"        thread::spawn(move || self.of(&rows[1]));\n{ONE}",
        ONE.replace('println!("{}", first.join().unwrap());', "if rows.len() > 1 { first.join().unwrap(); }"),
        ONE.replace('println!("{}", first.join().unwrap());', "let _ = rows.is_empty() || first.join().is_ok();"),
    ],
)
def test_threads_that_nobody_waits_for_are_left(mended: Callable[[str], list[str]], body: str) -> None:
    assert mended(TEXT.replace("BODY", body)) == []
