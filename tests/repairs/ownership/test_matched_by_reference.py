"""What is matched where it must stay is matched by reference, and its parts are read or cloned."""

from collections.abc import Callable

TEXT = """\
#[derive(Debug)]
enum Task {
    Wait(u32),
    Say { text: String, loud: bool },
    Done,
}

struct Log {
    tasks: Vec<Task>,
    said: Vec<String>,
    waited: u32,
}

fn show(text: &str) -> usize {
    text.len()
}

impl Log {
    fn run(&mut self) {
        for at in 0..self.tasks.len() {
            match self.tasks[at] {
                Task::Wait(n) if n > 3 => self.waited += n,
                Task::Wait(n) => println!("{n}"),
                Task::Say { text, loud } => {
                    if loud && show(&text) > 2 {
                        self.said.push(text);
                    }
                }
                Task::Done => {}
            }
        }
    }
}

fn main() {
    let mut log = Log { tasks: vec![Task::Wait(2)], said: vec![], waited: 0 };
    log.run();
    println!("{:?} {}", log.tasks, log.waited);
}
"""


def test_each_part_is_read_as_its_use_needs(mended: Callable[[str], list[str]]) -> None:
    wanted = TEXT
    for old, new in (
        ("match self", "match &self"),
        ("n > 3", "*n > 3"),
        ("+= n,", "+= *n,"),
        ("if loud", "if *loud"),
        ("show(&text)", "show(text)"),
        ("push(text)", "push(text.clone())"),
    ):
        wanted = wanted.replace(old, new)
    assert wanted in mended(TEXT)


def test_what_is_written_anew_is_not_cloned(mended: Callable[[str], list[str]]) -> None:
    text = TEXT.replace("Task::Done => {}", "Task::Done => self.tasks[at] = Task::Wait(1),")
    assert not any("match &self" in one for one in mended(text))
