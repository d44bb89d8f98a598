"""The old name of a trait's type gives way to the new one wherever it stands for it."""

from collections.abc import Callable

TEXT = """\
trait Store {
    type Key;
    MORE
    fn first(&self) -> Option<Self::Key>;
}

struct Names(Vec<String>);

impl Store for Names {
    type Id = String;
    fn first(&self) -> Option<Self::Id> {
        self.0.first().cloned()
    }
}

fn show<S: Store>(store: &S) -> Option<<S as Store>::Id>
where
    S::Id: Clone,
{
    store.first()
}

fn main() {
    println!("{:?}", show(&Names(vec![String::from("a")])));
}
"""


def test_the_new_name_is_given_and_used(mended: Callable[[str], list[str]]) -> None:
    text = TEXT.replace("    MORE\n", "")
    wanted = text.replace("type Id", "type Key").replace("::Id", "::Key")
    assert wanted in mended(text)


def test_which_of_two_is_meant_is_not_guessed(mended: Callable[[str], list[str]]) -> None:
    assert mended(TEXT.replace("MORE", "type Value;")) == []
