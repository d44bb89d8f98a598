//~ family: E0050-parameter-count
trait Reduce<T> {
    type Out;
    fn start(&self, size: usize) -> Self::Out;
    fn step(&self, so_far: Self::Out, item: &T, place: usize) -> Self::Out;
}

struct Count;
struct Alternate;

impl<T> Reduce<T> for Count {
    type Out = usize;
    fn start(&self, _size: usize) -> usize {
        0
    }
    fn step(&self, so_far: usize, _item: &T, _place: usize) -> usize {
        so_far + 1
    }
}

impl Reduce<i64> for Alternate {
    type Out = i64;
    fn start(&self, size: usize) -> i64 {
        size as i64 * 100
    }
    fn step(&self, so_far: i64, item: &i64, place: usize) -> i64 {
        if place % 2 == 0 { so_far + item } else { so_far - item }
    }
}

fn reduce<T, R: Reduce<T>>(items: &[T], how: R) -> R::Out {
    let first = how.start(items.len());
    items.iter().enumerate().fold(first, |so_far, (place, item)| how.step(so_far, item, place))
}

fn main() {
    println!("{} {}", reduce(&["a", "b"], Count), reduce(&[8, 3, 1], Alternate));
}
