//~ family: E0308-else-type
struct Range {
    low: i32,
    high: i32,
}

fn clip(range: &Range) -> impl Fn(i32) -> Option<i32> + '_ {
    move |value| {
        let kept = if value < range.low || value > range.high { None } else { Some(value - range.low) };
        kept.map(|offset| offset * 10)
    }
}

fn names(count: usize) -> Vec<String> {
    (0..count)
        .map(|at| {
            let prefix = if at % 2 == 0 { format!("even{at}") } else { "odd".to_owned() };
            prefix + "_row"
        })
        .collect()
}

fn main() {
    let range = Range { low: -2, high: 5 };
    let clipped: Vec<_> = [-3, 0, 5].into_iter().map(clip(&range)).collect();
    println!("{clipped:?} {:?}", names(3));
    let total = clipped.iter().flatten().sum::<i32>();
    let verdict = if total > 40 {
        let half = total / 2;
        Ok(half)
    } else if total < 0 {
        Err("negative")
    } else {
        Ok(total)
    };
    println!("{verdict:?}");
}
