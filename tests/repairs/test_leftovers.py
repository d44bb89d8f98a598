"""What a refactoring left behind is brought up to date where rustc and the code say how, and left alone where they do
not."""

from collections.abc import Mapping

import pytest

from sleepy_coder.agent.suggestions import ranked, search
from sleepy_coder.repairs.implied import implied
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.tasks.projects import TaskProject
from sleepy_coder.tasks.task import Oracle, Task
from sleepy_coder.tasks.verify import Judge, Situation, Verdict

FLEET = """\
pub const FIRST_SPEED: u32 = 3;
pub const FIRST_RANGE: u32 = 40;

pub struct Boat {
    name: String,
    pub crew: u32,
}

impl Boat {
    pub fn new(name: &str) -> Boat {
        Boat { name: name.to_string(), crew: 1 }
    }

    fn hire(&mut self, more: u32) -> u32 {
        self.crew += more;
        self.crew
    }

    pub fn label(&self) -> &str {
        &self.name
    }
}

pub struct Plan {
    pub speed: u32,
    pub range: u32,
}
"""


def ways(compiler: Compiler, files: Mapping[str, str], *, crate_type: str = "bin") -> list[dict[str, str]]:
    """What the suggestions that come after rustc's make of the files, of the first error."""
    tree = SourceTree(files, crate_type=crate_type)
    error = compiler.check(tree).errors[0]
    return [dict(tree.apply(one.edits).files) for one in implied(error, tree)]


def is_green(compiler: Compiler, files: Mapping[str, str]) -> bool:
    return compiler.check(SourceTree(files)).green


def one_file(start: str, old: str, new: str, end: str) -> tuple[dict[str, str], dict[str, str]]:
    return {"main.rs": start + old + end}, {"main.rs": start + new + end}


ASKED = (
    "#![allow(dead_code)]\nfn hash(é: &str) -> u32 {\n    é.len() as u32\n}\n\nfn log() {}\n\n"
    "fn even(n: u32) -> bool {\n    n % 2 == 0\n}\n\nfn slot() -> Option<u32> {\n",
    "\n}\n\nfn main() {\n    slot();\n}\n",
)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('    Some(hash("é")? % 3)', '    Some(hash("é") % 3)'),
        (
            '    let at = hash(\n        "a",\n    )?;\n    Some(at)',
            '    let at = hash(\n        "a",\n    );\n    Some(at)',
        ),
        ("    log()?;\n    None", "    log();\n    None"),
    ],
)
def test_nothing_is_asked_of_what_cannot_fail(compiler: Compiler, old: str, new: str) -> None:
    broken, mended = one_file(ASKED[0], old, new, ASKED[1])
    assert ways(compiler, broken) == [mended] and is_green(compiler, mended)


WORKER = "    let worker = std::thread::spawn(|| 3)?;\n    drop(worker);\n    None"


@pytest.mark.parametrize(
    "body", ["    even(3)?;\n    None", '    hash("a")?;\n    None', "    vec![Some(1)]?.len();\n    None", WORKER]
)
def test_what_still_has_to_be_asked_is_not_let_go(compiler: Compiler, body: str) -> None:
    assert not ways(compiler, {"main.rs": ASKED[0] + body + ASKED[1]})


def test_a_private_field_and_method_are_opened_to_the_crate_alone(compiler: Compiler) -> None:
    uses = 'mod fleet;\n\nfn main() {\n    let mut é = fleet::Boat::new("a");\n    '
    read, hired = "é.name.push('b');\n}\n", "é.hire(2);\n}\n"
    opened = ways(compiler, {"main.rs": uses + read, "fleet.rs": FLEET})
    assert [one["fleet.rs"] for one in opened] == [FLEET.replace("    name: S", "    pub name: S")]
    opened = ways(compiler, {"main.rs": uses + hired, "fleet.rs": FLEET})
    assert [one["fleet.rs"] for one in opened] == [FLEET.replace("    fn hire", "    pub fn hire")]
    library = {
        "src/lib.rs": "mod fleet;\n\npub fn f(é: &fleet::Boat) -> usize {\n    é.name.len()\n}\n",
        "src/fleet.rs": FLEET,
    }
    opened = ways(compiler, library, crate_type="lib")
    assert [one["src/fleet.rs"] for one in opened] == [FLEET.replace("    name: S", "    pub(crate) name: S")]


def test_a_private_item_is_opened_to_the_crate_alone(compiler: Compiler) -> None:
    weigh = "fn weigh(é: &Hold) -> usize {\n    let _ = é;\n    size()\n}\n"
    hold = f"pub struct Hold;\n\n{weigh}\npub fn size() -> usize {{\n    3\n}}\n"
    root = "pub mod hold;\npub mod plan;\n"
    plan = "use crate::hold::{weigh, Hold};\n\npub fn f(hold: &Hold) -> usize {\n    weigh(hold)\n}\n"
    files = {"src/lib.rs": root, "src/hold.rs": hold, "src/plan.rs": plan}
    opened = ways(compiler, files, crate_type="lib")
    assert [one["src/hold.rs"] for one in opened] == [hold.replace("fn weigh", "pub(crate) fn weigh")]
    assert compiler.check(SourceTree(opened[0], crate_type="lib")).green


@pytest.mark.parametrize(("more", "opened"), [("", True), ("pub use self::hold::é;\n", False)])
def test_a_private_module_is_opened_unless_it_is_given_out(compiler: Compiler, more: str, opened: bool) -> None:
    files = {
        "main.rs": "mod crane;\n\nfn main() {\n    crane::hold::é();\n}\n",
        "crane.rs": f"mod hold;\npub mod rope;\n{more}",
        "crane/hold.rs": "pub fn é() {}\n",
        "crane/rope.rs": "",
    }
    found = ways(compiler, files)
    assert [one["crane.rs"] for one in found] == (["pub mod hold;\npub mod rope;\n"] if opened else [])
    assert not opened or is_green(compiler, found[0])


def test_all_fields_of_a_literal_are_opened_at_once(compiler: Compiler) -> None:
    root = 'mod fleet;\n\nfn main() {\n    let _ = fleet::Boat { name: "a".into(), crew: 2 };\n}\n'
    hidden = FLEET.replace("    pub crew", "    crew")
    opened = ways(compiler, {"main.rs": root, "fleet.rs": hidden})
    both = hidden.replace("    name: S", "    pub(crate) name: S").replace("    crew: u", "    pub(crate) crew: u")
    assert [one["fleet.rs"] for one in opened] == [both]


def test_a_field_that_a_method_shows_stays_private(compiler: Compiler) -> None:
    root = 'mod fleet;\n\nfn main() {\n    fleet::Boat::new("a").name.len();\n}\n'
    assert not ways(compiler, {"main.rs": root, "fleet.rs": FLEET.replace("fn label", "fn name")})


IMPORTS = {
    "out of a list, next to others": (
        "use crate::fleet::{Boat, Chart};\nuse crate::maps::Sea;",
        "use crate::fleet::Boat;\nuse crate::maps::{Sea, Chart};",
    ),
    "on a line of its own": (
        "use crate::{fleet::{Chart, Boat, Plan}};",
        "use crate::{fleet::{Boat, Plan}};\nuse crate::maps::Chart;",
    ),
    "two of them": (
        "use crate::fleet::{Boat, Chart, Sea};",
        "use crate::fleet::Boat;\nuse crate::maps::{Chart, Sea};",
    ),
    "all of a list": (
        "use crate::fleet::{Chart, Sea};\nuse crate::fleet::Boat;",
        "use crate::maps::{Chart, Sea};\nuse crate::fleet::Boat;",
    ),
}
MAPS = "pub struct Chart;\n\npub struct Sea;\n\n#[allow(dead_code)]\nmod deep {\n    struct Sea;\n}\n"


@pytest.mark.parametrize("name", IMPORTS)
def test_what_has_moved_is_imported_from_where_it_is(compiler: Compiler, name: str) -> None:
    start, end = "#![allow(unused)]\nmod fleet;\nmod maps;\n\n", "\n\nfn main() {}\n"
    broken, mended = one_file(start, *IMPORTS[name], end)
    found = ways(compiler, {**broken, "fleet.rs": FLEET, "maps.rs": MAPS})
    assert mended["main.rs"] in [one["main.rs"] for one in found]
    assert is_green(compiler, {**mended, "fleet.rs": FLEET, "maps.rs": MAPS})


@pytest.mark.parametrize("attribute", ["", "\t#[cfg(test)]\n"])
def test_what_is_imported_under_a_condition_is_left_alone(compiler: Compiler, attribute: str) -> None:
    root = "#![allow(unused)]\nmod fleet;\nmod maps;\n\nmod é {\nUSE}\n\nfn main() {}\n"
    others = {"fleet.rs": FLEET, "maps.rs": MAPS}
    broken = root.replace("USE", f"{attribute.replace('test', 'not(test)')}\tuse crate::fleet::{{Boat, Chart}};\n")
    mended = root.replace("USE", "\tuse crate::fleet::Boat;\n\tuse crate::maps::Chart;\n")
    found = [one["main.rs"] for one in ways(compiler, {"main.rs": broken, **others})]
    assert found == ([] if attribute else [mended])


def test_what_two_modules_define_is_not_imported_from_either(compiler: Compiler) -> None:
    root = "mod fleet;\nmod maps;\nmod more;\n\nuse crate::fleet::{Boat, Chart};\n\nfn main() {}\n"
    assert not ways(compiler, {"main.rs": root, "fleet.rs": FLEET, "maps.rs": MAPS, "more.rs": MAPS})


PLAYERS = """\
#![allow(dead_code)]
trait Player {
    fn choose(&mut self, heaps: &[u8], é: u8) -> u8;
}

struct First;
struct Other;

impl Player for First {
    fn choose(&mut self, _: &[u8], _: u8) -> u8 {
        1
    }
}

"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("&self, h: &Vec<u8>, _: u8", "&mut self, h: &[u8], _: u8"),
        ("&mut self, h: &[u8], _: u16", "&mut self, h: &[u8], _: u8"),
        ("&self, h: &[u8], mut _é: u8", "&mut self, h: &[u8], mut _é: u8"),
    ],
)
def test_a_method_gets_the_types_of_its_trait(compiler: Compiler, old: str, new: str) -> None:
    start, end = (
        PLAYERS + "impl Player for Other {\n    fn choose(",
        ") -> u8 {\n        h.len() as u8\n    }\n}\n\nfn main() {}\n",
    )
    broken, mended = one_file(start, old, new, end)
    assert mended in ways(compiler, broken) and is_green(compiler, mended)


def test_a_trait_that_nobody_keeps_to_may_be_what_is_out_of_date(compiler: Compiler) -> None:
    text = PLAYERS.replace("fn choose(&mut self, _", "fn choose(&self, _")
    end = (
        "impl Player for Other {\n    fn choose(&self, _: &[u8], _: u8) -> u8 {\n        2\n    }\n}\n\nfn main() {}\n"
    )
    assert not ways(compiler, {"main.rs": text + end})


BUILDER = """\
#[derive(Clone, Default)]
struct Builder {
    é: Vec<u8>,
}

impl Builder {
    fn with(mut self, n: u8) -> Self {
        self.é.push(n);
        self
    }

    fn twice(self) -> Builder {
        Builder { é: self.é.repeat(2) }
    }

    fn build(self) -> Vec<u8> {
        self.é
    }
}

"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "fn f(big: bool) -> Vec<u8> {\n    let b = Builder::default();\n    if big {\n        b.with(1).twice();\n"
            "        b.with(2);\n    }\n    b.build()\n}",
            "fn f(big: bool) -> Vec<u8> {\n    let mut b = Builder::default();\n    if big {\n"
            "        b = b.with(1).twice();\n        b = b.with(2);\n    }\n    b.build()\n}",
        ),
        (
            "fn f(b: Builder) -> Vec<u8> {\n    b.twice();\n    b.build()\n}",
            "fn f(mut b: Builder) -> Vec<u8> {\n    b = b.twice();\n    b.build()\n}",
        ),
    ],
)
def test_what_setters_give_back_is_kept(compiler: Compiler, old: str, new: str) -> None:
    broken, mended = one_file("#![allow(dead_code)]\n" + BUILDER, old, new, "\n\nfn main() {}\n")
    assert ways(compiler, broken) == [mended] and is_green(compiler, mended)


def test_what_a_macro_shows_is_what_the_setters_give_back(compiler: Compiler) -> None:
    start, end = "#![allow(dead_code)]\n#[derive(Debug)]\n" + BUILDER, '\n    println!("{:?}", b);\n}\n'
    old, new = ("fn main() {\n    let MUTb = Builder::default();\n    IT;".replace("MUT", one) for one in ("", "mut "))
    broken, mended = one_file(start, old.replace("IT", "b.twice()"), new.replace("IT", "b = b.twice()"), end)
    assert ways(compiler, broken) == [mended] and is_green(compiler, mended)


def test_a_clone_whose_change_is_dropped_is_not_tried(compiler: Compiler) -> None:
    use = "fn main() {\n    let b = Builder::default();\n    b.twice();\n    b.build();\n}\n"
    tree = SourceTree({"main.rs": "#![allow(dead_code)]\n" + BUILDER + use})
    (error,) = compiler.check(tree).errors
    assert not any("clone" in edit.new for _, _, edits in ranked(error, tree) for edit in edits)


def test_what_ends_a_builder_is_no_setter(compiler: Compiler) -> None:
    use = "fn main() {\n    let b = Builder::default();\n    b.build();\n    b.twice().build();\n}\n"
    assert not ways(compiler, {"main.rs": "#![allow(dead_code)]\n" + BUILDER + use})


CELLS = """\
#![allow(dead_code)]
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::{Arc, Mutex, RwLock};

struct Part {
    é: u32,
    inner: Vec<u32>,
}

"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("p: &Rc<RefCell<Part>>) -> u32 {\n    p.é", "p: &Rc<RefCell<Part>>) -> u32 {\n    p.borrow().é"),
        (
            "p: &RefCell<Part>) -> u32 {\n    p.inner[0] += 1;\n    0",
            "p: &RefCell<Part>) -> u32 {\n    p.borrow_mut().inner[0] += 1;\n    0",
        ),
        ("p: Arc<Mutex<Part>>) -> u32 {\n    p.é", "p: Arc<Mutex<Part>>) -> u32 {\n    p.lock().unwrap().é"),
        (
            "p: &[RwLock<Part>]) -> u32 {\n    p[0].é = 3;\n    1",
            "p: &[RwLock<Part>]) -> u32 {\n    p[0].write().unwrap().é = 3;\n    1",
        ),
    ],
)
def test_a_field_is_reached_through_its_cell(compiler: Compiler, old: str, new: str) -> None:
    broken, mended = one_file(CELLS + "fn f(", old, new, "\n}\n\nfn main() {}\n")
    assert ways(compiler, broken) == [mended] and is_green(compiler, mended)


def test_a_field_that_no_value_in_a_cell_has_is_not_looked_for_there(compiler: Compiler) -> None:
    text = CELLS + "fn f(p: &RefCell<Part>) -> u32 {\n    p.outer\n}\n\nfn main() {}\n"
    assert not ways(compiler, {"main.rs": text})


DECODER = """\
#![allow(dead_code)]
trait Decoder {
    type Item;
    fn decode(&self, é: &str) -> Option<Self::Item>;
    fn all(&self) -> Vec<Self::Item> {
        Vec::new()
    }
}

struct Signed;

impl Decoder for Signed {
    type Item = i64;

    fn decode(&self, é: &str) -> Option<i64> {
        é.parse().ok()
    }
}

struct Pair;

"""
DECODED = """\
impl Decoder for Pair {
    type Item = u8;

    fn decode(&self, _: &str) -> Option<u8> {
        None
    }
}

struct Sum {
    with: Box<dyn Decoder>,
}

fn sum(with: Box<dyn Decoder>) -> Sum {
    Sum { with }
}

fn main() {}
"""


def test_a_type_that_a_method_of_the_trees_own_trait_tells_is_named(compiler: Compiler) -> None:
    start, end = (
        DECODER + "impl Decoder for Pair {\n",
        ("    fn decode(&self, _: &str) -> Option<(String, u8)> {\n        None\n    }\n}\n\nfn main() {}\n"),
    )
    broken, mended = one_file(start, "", "    type Item = (String, u8);\n\n", end)
    assert ways(compiler, broken) == [mended] and is_green(compiler, mended)


def test_a_dyn_gets_each_type_that_an_implementation_names(compiler: Compiler) -> None:
    text = DECODER + DECODED
    wanted = [{"main.rs": text.replace("dyn Decoder>", f"dyn Decoder<Item = {kind}>>")} for kind in ("i64", "u8")]
    assert ways(compiler, {"main.rs": text}) == wanted and all(is_green(compiler, one) for one in wanted)


def test_a_dyn_of_a_trait_that_others_have_too_is_left(compiler: Compiler) -> None:
    text = (
        "pub struct Up(u8);\n\nimpl Iterator for Up {\n    type Item = u8;\n\n"
        "    fn next(&mut self) -> Option<u8> {\n        Some(self.0)\n    }\n}\n\n"
        "pub fn é(all: &mut dyn Iterator) {\n    all.next();\n}\n\nfn main() {}\n"
    )
    assert not ways(compiler, {"main.rs": text})


ERRORS = """\
#![allow(dead_code)]
use std::num::{ParseFloatError, ParseIntError};

#[derive(Debug)]
enum Wrong {
    Count(ParseIntError),
    Part(ParseFloatError),
    Both(ParseFloatError, u8),
}

"""
FROM = """\
impl From<ParseIntError> for Wrong {
    fn from(é: ParseIntError) -> Wrong {
        Wrong::Count(é)
    }
}
"""
ADDED = """
impl From<ParseFloatError> for Wrong {
    fn from(error: ParseFloatError) -> Self {
        Wrong::Part(error)
    }
}
"""
HALF = "\nfn half(text: &str) -> Result<f64, Wrong> {\n    Ok(text.parse::<f64>()? / 2.0)\n}\n\nfn main() {}\n"


def test_an_error_is_converted_as_the_others_of_its_enum_are(compiler: Compiler) -> None:
    broken, mended = one_file(ERRORS + FROM, "", ADDED, HALF)
    assert ways(compiler, broken) == [mended] and is_green(compiler, mended)
    alone = {"main.rs": ERRORS + HALF.replace("()?", "().map_err(Wrong::Part)?")}
    assert ways(compiler, {"main.rs": ERRORS + HALF}) == [alone] and is_green(compiler, alone)


def test_a_conversion_may_be_written_far_from_where_it_lacks(compiler: Compiler) -> None:
    apart = "".join(f"\nconst A{n}: u8 = {n};\n" for n in range(20))
    task = Task(
        id="t", files={"main.rs": ERRORS + apart + FROM + apart.replace("A", "B") + HALF}, oracle=Oracle("compile")
    )
    judge = Judge(TaskProject(task, compiler))
    errors = judge.check_many([task.tree])[0].errors
    trials = search(judge, Situation(task.tree, errors, errors), depth=1, checks=12)
    assert [
        one.verification.verdict for one in trials if ADDED.rstrip() in "".join(edit.new for edit in one.edits)
    ] == [Verdict.FIXED]


def test_an_error_that_two_variants_hold_is_not_converted(compiler: Compiler) -> None:
    assert not ways(compiler, {"main.rs": ERRORS.replace("Both(ParseFloatError, u8)", "Other(ParseFloatError)") + HALF})


FLAG = """\
enum Pace {
    Slow,
    Fast,
}

fn é(_: Pace) {}

fn main() {
    é(true);
    é(Pace::Slow);
    é(Pace::Fast);
}
"""


def test_a_flag_may_be_any_variant_of_its_enum(compiler: Compiler) -> None:
    wanted = [{"main.rs": FLAG.replace("true", f"Pace::{name}")} for name in ("Slow", "Fast")]
    assert ways(compiler, {"main.rs": FLAG}) == wanted and all(is_green(compiler, one) for one in wanted)
    assert not ways(compiler, {"main.rs": FLAG.replace("Fast,", "Fast(u8),").replace("::Fast", "::Fast(1)")})
