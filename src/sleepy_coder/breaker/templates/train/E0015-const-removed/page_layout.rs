//~ family: E0015-const-removed
const GAP: usize = 2;

const fn columns(width: usize, column: usize) -> usize {
    width / (column + GAP)
}

struct Page {
    cells: [u8; columns(80, 18)],
}

impl Page {
    const fn blank() -> Page {
        Page { cells: [4; 4] }
    }
    const FIRST: Page = Page::blank();
}

fn main() {
    let filled: u8 = Page::FIRST.cells.iter().map(|cell| cell + 3).sum();
    println!("{} {filled}", Page::FIRST.cells.len());
}
