"""What threads share and write is locked; where a thread could wait for itself, nothing is changed."""

from collections.abc import Callable

import pytest

CELL = """\
use std::cell::RefCell;
use std::rc::Rc;
use std::thread;

fn add(to: &Rc<RefCell<Vec<u8>>>, n: u8) {
    to.borrow_mut().push(n);
}

fn main() {
    let all = Rc::new(RefCell::new(vec![]));
    let jobs: Vec<_> = (0..3)
        .map(|n| {
            let all = Rc::clone(&all);
            thread::spawn(move || BODY)
        })
        .collect();
    for job in jobs {
        job.join().unwrap();
    }
    let len = all.borrow().len();
    assert_eq!(all.borrow()[0] as usize + len, len);
}
"""
QUEUE = """\
use std::sync::mpsc;
use std::sync::Arc;
use std::thread;

fn work(jobs: &Arc<mpsc::Receiver<u8>>) -> u8 {
    let mut sum = 0;
    while let Ok(n) = jobs.recv() {
        sum += n;
    }
    sum
}

fn main() {
    let (put, jobs) = mpsc::channel();
    let jobs = Arc::new(jobs);
    let other = Arc::clone(&jobs);
    let job = thread::spawn(move || work(&other));
    put.send(1).unwrap();
    drop(put);
    let mine = jobs.recv().unwrap_or(0);
    println!("{} {mine}", job.join().unwrap());
}
"""


@pytest.mark.parametrize("body", ["add(&all, n)", "*all.borrow_mut() = vec![n]"])
def test_a_cell_is_a_lock_for_threads(mended: Callable[[str], list[str]], body: str) -> None:
    broken = CELL.replace("BODY", body)
    wanted = broken.replace("use std::cell::RefCell;\nuse std::rc::Rc;", "use std::sync::{Arc, Mutex};")
    wanted = wanted.replace("RefCell", "Mutex").replace("Rc", "Arc")
    assert wanted.replace("borrow_mut()", "lock().unwrap()").replace("borrow()", "lock().unwrap()") in mended(broken)


@pytest.mark.parametrize(
    "body",
    [
        "{ let n = all.borrow().len() + all.borrow().capacity(); n as u8 }",
        "{ let mut kept = all.borrow_mut(); kept.push(n); add(&all, n); }",
        "{ for k in all.borrow().iter() { add(&all, *k); } }",
        "{ let add = |k: u8| k; let kept = all.borrow(); add(kept[0]); }",
        "{ add(&all, n); let k = if n > 1 { all.borrow() } else { all.borrow() }; k.len() + all.borrow().len(); }",
        '{ let show = |k: &u8| println!("{k}"); all.borrow().iter().for_each(show); }',
        '{ add(&all, n); let shown = [|k: usize| println!("{k}")]; (shown[0])(all.borrow().len()); }',
    ],
)
def test_what_may_wait_for_itself_is_left_alone(mended: Callable[[str], list[str]], body: str) -> None:
    assert not any("Mutex" in text for text in mended(CELL.replace("BODY", body)))


def test_what_a_text_borrows_unseen_is_left_alone(mended: Callable[[str], list[str]]) -> None:
    shown = (
        "struct All(Rc<RefCell<Vec<u8>>>);\n\nimpl std::fmt::Display for All {\n"
        "    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {\n"
        '        write!(f, "{}", self.0.borrow().len())\n    }\n}\n\nfn main'
    )
    text = CELL.replace("BODY", "all.borrow().len()").replace("fn main", shown)
    text = text.replace("    let len", '    println!("{} {}", All(Rc::clone(&all)), all.borrow().len());\n    let len')
    assert not any("Mutex" in one for one in mended(text))


def test_what_a_lock_would_give_otherwise_is_left_alone(mended: Callable[[str], list[str]]) -> None:
    text = CELL.replace("BODY", "add(&all, n)").replace(
        "assert_eq!(all.borrow()[0] as usize + len, len);",
        'println!("{len} {:?}", Rc::try_unwrap(all).unwrap().into_inner());',
    )
    assert not any("Mutex" in one for one in mended(text))


def test_the_lock_is_gone_while_a_message_is_dealt_with(mended: Callable[[str], list[str]]) -> None:
    broken = QUEUE.replace("sum += n;", "sum += n;\n        thread::sleep(std::time::Duration::from_secs(1));")
    taken = "{\n        let next = jobs.lock().unwrap().recv();\n        next\n    }"
    assert any(f"while let Ok(n) = {taken} {{" in one for one in mended(broken))


def test_a_receiver_that_is_asked_again_meanwhile_is_left_alone(mended: Callable[[str], list[str]]) -> None:
    again = QUEUE.replace("sum += n;", "sum += n + jobs.try_recv().unwrap_or(0);")
    assert not any("Mutex" in text for text in mended(again))


def test_a_message_that_has_a_name_is_no_lock(mended: Callable[[str], list[str]]) -> None:
    text = QUEUE.replace("while let Ok(n) = jobs.recv() {", "loop {\n        let Ok(n) = jobs.recv() else { break };")
    text = text.replace("sum += n;", "sum += n;\n        jobs.try_recv().ok().map(|k| sum += k);")
    assert any("Mutex::new(jobs)" in one for one in mended(text))


def test_a_receiver_is_locked_for_each_message(mended: Callable[[str], list[str]]) -> None:
    wanted = QUEUE.replace(
        "use std::sync::mpsc;\nuse std::sync::Arc;", "use std::sync::mpsc;\nuse std::sync::{Arc, Mutex};"
    )
    wanted = wanted.replace("Arc<mpsc::Receiver<u8>>", "Arc<Mutex<mpsc::Receiver<u8>>>")
    wanted = wanted.replace("Arc::new(jobs)", "Arc::new(Mutex::new(jobs))")
    assert wanted.replace(".recv()", ".lock().unwrap().recv()") in mended(QUEUE)
