//~ family: parse-comma
//~ vary u32: u32 | u16 | usize
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Item {
    Plank,
    Stick,
    Torch { wick: u32, wax: u32 },
}

struct Recipe<const SLOTS: usize> {
    needs: [(Item, u32); SLOTS],
    makes: Item,
    minutes: u32,
}

const LIGHT: Recipe<2> =
    Recipe { needs: [(Item::Stick, 1), (Item::Plank, 2)], makes: Item::Torch { wick: 1, wax: 4 }, minutes: 3 };

fn craft<const SLOTS: usize>(recipe: &Recipe<SLOTS>, stock: &mut Vec<(Item, u32)>, hurry: bool) -> Option<(Item, u32)> {
    for (item, count) in recipe.needs {
        let held = stock.iter_mut().find(|(kind, _)| *kind == item)?;
        held.1 = held.1.checked_sub(count)?;
    }
    stock.push((recipe.makes, 1));
    Some((recipe.makes, u32::max(1, if hurry { recipe.minutes / 2 } else { recipe.minutes })))
}

fn main() {
    let mut stock = vec![(Item::Plank, 5), (Item::Stick, 1)];
    let first = craft(&LIGHT, &mut stock, true);
    let second = craft(&LIGHT, &mut stock, false);
    if let Some((Item::Torch { wick, wax }, minutes)) = first {
        println!("{wick} {wax} in {minutes}");
    }
    println!("{second:?} {}", stock.len());
}
