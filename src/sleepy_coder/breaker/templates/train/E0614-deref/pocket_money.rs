//~ family: E0614-deref
//~ vary i64: i64 | i32 | u32
struct Child {
    name: String,
    years: i64,
}

fn weekly<F: Fn(i64) -> i64>(child: &Child, rule: F) -> i64 {
    let basic = rule(child.years);
    basic + 1
}

fn main() {
    let bonus: i64 = 3;
    let children = vec![
        Child { name: "Ida".to_string(), years: 7 },
        Child { name: "Per".to_string(), years: 12 },
    ];
    for child in &children {
        let amount = weekly(child, |years| years + bonus);
        println!("{} gets {}", child.name, amount);
    }
    let oldest = children.iter().map(|child| child.years).max();
    println!("{:?}", oldest);
}
