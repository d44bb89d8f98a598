//~ family: E0261-lifetime-undeclared
fn longer<'a>(left: &'a str, right: &'a str) -> &'a str {
    if left.len() >= right.len() {
        left
    } else {
        right
    }
}

fn first_of<'a, 'b>(list: &'a [&'b str], _mark: &str) -> Option<&'a &'b str> {
    list.first()
}

fn pick<'i, T, F>(items: &'i [T], wanted: F) -> Vec<&'i T>
where
    F: Fn(&T) -> bool,
{
    items.iter().filter(|item| wanted(item)).collect()
}

struct Best<'a, T>(Option<&'a T>);

impl<'a, T: PartialOrd> Best<'a, T> {
    fn offer(&mut self, item: &'a T) {
        if self.0.map_or(true, |best| item > best) {
            self.0 = Some(item);
        }
    }
}

fn main() {
    println!("{} {:?}", longer("cedar", "elm"), first_of(&["ash", "fir"], "-"));
    let heights = [12, 31, 8, 40];
    let mut best = Best(None);
    for height in pick(&heights, |height| height % 4 == 0) {
        best.offer(height);
    }
    println!("{:?}", best.0);
}
