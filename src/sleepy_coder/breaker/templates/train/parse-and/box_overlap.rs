//~ family: parse-and
#[derive(Clone, Copy, Debug)]
struct Rect {
    left: i32,
    top: i32,
    width: i32,
    height: i32,
}

impl Rect {
    const fn right(&self) -> i32 {
        self.left + self.width
    }

    fn overlaps(&self, other: &Rect) -> bool {
        let across = self.left < other.right() && other.left < self.right();
        across && self.top < other.top + other.height && other.top < self.top + self.height
    }

    fn is_flat(&self) -> bool {
        self.width == 0 || self.height == 0
    }
}

impl PartialEq for Rect {
    fn eq(&self, other: &Self) -> bool {
        (self.left, self.top) == (other.left, other.top) && self.width == other.width && self.height == other.height
            || self.is_flat() && other.is_flat()
    }
}

fn main() {
    let base = Rect {
        left: 0,
        top: 0,
        width: 4,
        height: 3,
    };
    let rects: Vec<Rect> = (1..5)
        .map(|n| Rect {
            left: n * 2,
            top: n,
            ..base
        })
        .collect();
    let hits = rects
        .iter()
        .filter(|rect| base.overlaps(rect) || **rect == base)
        .count();
    let lone = rects.iter().position(|rect| !rect.overlaps(&base) && !rect.is_flat());
    println!("{hits} {lone:?}");
}
