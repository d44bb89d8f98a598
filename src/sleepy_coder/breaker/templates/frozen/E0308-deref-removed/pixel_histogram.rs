//~ family: E0308-deref-removed
//~ vary u8: u8 | u16 | u32
//~ vary lake: lake | desert | glacier
fn band(level: u8) -> &'static str {
    match level {
        0..=63 => "dark",
        64..=191 => "middle",
        _ => "bright",
    }
}

fn clamp_pair(low: &u8, high: &u8) -> (u8, u8) {
    if low <= high {
        (*low, *high)
    } else {
        (*high, *low)
    }
}

fn stretch(levels: &mut [u8], bounds: (u8, u8)) {
    let (low, high) = bounds;
    for level in levels.iter_mut() {
        let inside: u8 = *level;
        *level = inside.clamp(low, high);
    }
}

fn main() {
    let mut photo = vec![12, 80, 40, 99, 71];
    let bounds = clamp_pair(&90, &20);
    stretch(&mut photo, bounds);
    let bands: Vec<&str> = photo.iter().map(|level| band(*level)).collect();
    println!("lake photo {photo:?}");
    println!("{}", bands.join(" "));
}
