//~ family: E0277-int-float
//~ vary usize: usize | u32 | i64
//~ vary f32: f32 | f64
#[derive(Debug)]
enum Amount {
    Grams(f32),
    Pieces(usize),
}

fn scale(amount: &Amount, guests: usize, serves: f32) -> Amount {
    let factor = guests as f32 / serves;
    match amount {
        Amount::Grams(weight) => Amount::Grams(*weight * factor),
        Amount::Pieces(pieces) => {
            let whole = *pieces as f32 * factor;
            Amount::Pieces(whole.ceil() as usize)
        }
    }
}

fn main() {
    let list = vec![("flour", Amount::Grams(250.0)), ("eggs", Amount::Pieces(3))];
    for (what, amount) in &list {
        println!("{:8} {:?}", what, scale(amount, 6, 4.0));
    }
}
