//~ family: E0026-field-typo
//~ vary i32: i32 | i64
use std::ops::Add;

#[derive(Clone, Copy, Debug, PartialEq)]
struct Rect<T> {
    left: T,
    top: T,
    width: T,
    height: T,
}

struct Style {
    border: Option<Border>,
    margin: i32,
}

struct Border {
    thickness: i32,
    rounded: bool,
}

impl<T: Add<Output = T> + Copy + PartialOrd> Rect<T> {
    fn contains(&self, (x, y): (T, T)) -> bool {
        let Rect { left, top, width, height } = *self;
        x >= left && x < left + width && y >= top && y < top + height
    }

    fn area(Rect { width: w, height: h, .. }: &Rect<T>, times: fn(T, T) -> T) -> T {
        times(*w, *h)
    }
}

impl From<Rect<i32>> for (i32, i32) {
    fn from(Rect { left: x, top: y, .. }: Rect<i32>) -> Self {
        (x, y)
    }
}

fn inset(style: &Style) -> i32 {
    match style {
        Style { border: Some(Border { thickness, rounded: true }), margin } => margin + thickness * 2,
        Style { border: Some(Border { thickness: only, .. }), .. } => *only,
        Style { margin: gap, border: None } => *gap,
    }
}

fn main() {
    let rect = Rect { left: 1, top: 2, width: 30, height: 4 };
    println!("{} {}", rect.contains((5, 3)), Rect::area(&rect, |w, h| w * h));
    let corner: (i32, i32) = rect.into();
    let styles = [(None, 5), (Some((2, true)), 1), (Some((3, false)), 0)].map(|(border, margin)| Style {
        border: border.map(|(thickness, rounded)| Border { thickness, rounded }),
        margin,
    });
    println!("{corner:?} {}", styles.iter().map(inset).sum::<i32>());
}
