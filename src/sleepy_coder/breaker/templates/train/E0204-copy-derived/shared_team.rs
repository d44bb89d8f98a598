//~ family: E0204-copy-derived
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

#[derive(Clone)]
struct Team {
    points: Rc<RefCell<u32>>,
    colour: char,
}

#[derive(Debug, Clone, Default)]
struct Table {
    rows: BTreeMap<char, u32>,
}

#[derive(Debug, Clone, Copy)]
struct Goal(u32);

fn play(team: Team, goals: &[Goal]) {
    for Goal(worth) in goals.iter().copied() {
        *team.points.borrow_mut() += worth;
    }
}

fn main() {
    let team = Team { points: Rc::new(RefCell::new(0)), colour: 'r' };
    play(team.clone(), &[Goal(1), Goal(3)]);
    let mut table = Table::default();
    table.rows.insert(team.colour, *team.points.borrow());
    println!("{:?}", table.clone());
}
