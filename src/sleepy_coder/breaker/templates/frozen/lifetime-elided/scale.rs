//~ family: lifetime-elided
struct Scale<const N: usize> {
    marks: [i32; N],
}

impl<const N: usize> Scale<N> {
    fn below<'v>(&self, values: &'v [i32]) -> &'v [i32] {
        let limit = self.marks.iter().copied().max().unwrap_or(0);
        let end = values.iter().position(|value| *value > limit).unwrap_or(values.len());
        &values[..end]
    }

    fn swap<'v>(&self, left: &'v mut i32, right: &'v mut i32) -> &'v mut i32 {
        if self.marks[0] > *left {
            std::mem::swap(left, right);
        }
        left
    }
}

fn main() {
    let scale = Scale { marks: [10, 20, 30] };
    println!("{:?}", scale.below(&[7, 25, 44, 3]));
    let (mut low, mut high) = (4, 50);
    *scale.swap(&mut low, &mut high) += 1;
    println!("{low} {high}");
}
