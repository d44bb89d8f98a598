"""What a trait's method counts while it only reads is a cell, wherever the field is named; a borrowed field stays."""

from collections.abc import Callable

METER = """\
use std::fmt;

struct Meter {
    name: String,
    shown: u32,
}

impl Meter {
    fn new(name: &str) -> Self {
        Meter { name: name.to_string(), shown: 0 }
    }
}

impl fmt::Display for Meter {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        self.shown += 1;
        write!(f, "{} {}", self.name, self.shown)
    }
}

fn main() {
    let meter = Meter::new("a");
    println!("{meter}");
    USE
}
"""


def test_the_number_is_kept_in_a_cell(mended: Callable[[str], list[str]]) -> None:
    broken = METER.replace("USE", "let n = meter.shown;\n    assert_eq!(n, meter.shown);")
    wanted = broken
    for old, new in [
        ("use std::fmt;", "use std::cell::Cell;\nuse std::fmt;"),
        ("shown: u32", "shown: Cell<u32>"),
        ("shown: 0", "shown: Cell::new(0)"),
        ("self.shown += 1", "self.shown.set(self.shown.get() + 1)"),
        ("self.shown)", "self.shown.get())"),
        ("meter.shown", "meter.shown.get()"),
    ]:
        wanted = wanted.replace(old, new)
    assert wanted.replace(".get().set", ".set") in mended(broken)


def test_what_is_said_of_an_item_stays_with_it(mended: Callable[[str], list[str]]) -> None:
    broken = (
        METER.replace("use std::fmt;\n\nstruct", "/// Counts.\nstruct")
        .replace("fmt::", "std::fmt::")
        .replace("USE", "")
    )
    assert any(one.startswith("use std::cell::Cell;\n\n/// Counts.\nstruct Meter") for one in mended(broken))


def test_what_may_change_meanwhile_is_left_alone(mended: Callable[[str], list[str]]) -> None:
    broken = (
        METER.replace("+= 1;", "+= self.more();")
        .replace("USE", "")
        .replace("    fn new", "    fn more(&self) -> u32 {\n        self.shown\n    }\n\n    fn new")
    )
    assert not any("Cell" in text for text in mended(broken))


def test_what_is_shown_with_its_fields_is_left_alone(mended: Callable[[str], list[str]]) -> None:
    broken = METER.replace("struct Meter", "#[derive(Debug)]\nstruct Meter").replace("USE", 'println!("{meter:?}");')
    assert not any("Cell" in text for text in mended(broken))


def test_what_is_borrowed_is_left_alone(mended: Callable[[str], list[str]]) -> None:
    assert not any("Cell" in text for text in mended(METER.replace("USE", "let n = &meter.shown;\n    drop(*n);")))


SHARED = """\
use std::rc::Rc;

struct Tank {
    litres: f64,
}

struct Tap {
    tank: Rc<Tank>,
}

impl Tap {
    fn draw(&self, litres: f64) -> bool {
        if self.tank.litres < litres {
            return false;
        }
        self.tank.litres -= litres;
        true
    }
}

fn main() {
    let tank = Rc::new(Tank { litres: 3.0 });
    let taps = [Tap { tank: Rc::clone(&tank) }, Tap { tank: tank.clone() }];
    println!("{} {} {}", taps[0].draw(2.0), taps[1].draw(2.0), tank.litres);
    USE
}
"""


def test_a_number_behind_an_rc_is_kept_in_a_cell(mended: Callable[[str], list[str]]) -> None:
    broken = wanted = SHARED.replace("    USE\n", "")
    for old, new in [
        ("use std::rc", "use std::cell::Cell;\nuse std::rc"),
        ("    litres: f64,", "    litres: Cell<f64>,"),
        ("litres: 3.0", "litres: Cell::new(3.0)"),
        ("if self.tank.litres", "if self.tank.litres.get()"),
        ("self.tank.litres -= litres", "self.tank.litres.set(self.tank.litres.get() - litres)"),
        (", tank.litres)", ", tank.litres.get())"),
    ]:
        wanted = wanted.replace(old, new)
    assert wanted in mended(broken)


def test_behind_an_rc_too_what_is_borrowed_is_left_alone(mended: Callable[[str], list[str]]) -> None:
    assert not mended(SHARED.replace("USE", 'let all = &tank.litres;\n    println!("{all}");'))
