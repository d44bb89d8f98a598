//~ family: E0610-field
#[derive(Clone, Copy)]
enum Moon {
    Full,
    Half,
}

fn height(hour: i32, moon: Moon) -> i32 {
    let swing = match moon {
        Moon::Full => 40,
        Moon::Half => 25,
    };
    let phase = hour % 12;
    let share = if phase < 6 { phase } else { 12 - phase };
    swing * share / 6
}

fn main() {
    let hours: Vec<i32> = (0..24).step_by(5).collect();
    let highs: Vec<i32> = hours.iter().map(|&hour| height(hour, Moon::Full)).collect();
    println!("{highs:?}");
    println!("{}", height(9, Moon::Half));
}
