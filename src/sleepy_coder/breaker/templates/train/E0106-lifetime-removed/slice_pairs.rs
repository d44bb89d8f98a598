//~ family: E0106-lifetime-removed
//~ vary i32: i32 | i64 | u32
trait Window<'w> {
    fn around(&self, values: &'w [i32], at: usize) -> &'w [i32];
}

struct Radius(usize);

impl<'w> Window<'w> for Radius {
    fn around(&self, values: &'w [i32], at: usize) -> &'w [i32] {
        let from = at.saturating_sub(self.0);
        let to = (at + self.0 + 1).min(values.len());
        &values[from..to]
    }
}

fn halves<'h, T>(values: &'h mut [T], other: &[T]) -> (&'h mut T, &'h mut [T])
where
    T: PartialEq,
{
    let common = values.iter().zip(other).take_while(|(a, b)| a == b).count();
    let (first, rest) = values[common..].split_first_mut().expect("something differs");
    (first, rest)
}

mod text {
    pub fn common<'t>(left: &'t str, right: &str) -> Result<&'t str, &'t str> {
        let end = left.bytes().zip(right.bytes()).take_while(|(a, b)| a == b).count();
        left.get(..end).ok_or(left)
    }
}

fn main() {
    let mut values = [4, 8, 15, 16, 23];
    println!("{:?} {:?}", Radius(1).around(&values, 0), Radius(1).around(&values, 3));
    let (first, rest) = halves(&mut values, &[4, 8, 9]);
    *first += 1;
    rest.reverse();
    println!("{values:?} {:?}", text::common("sunday", "sunset"));
}
