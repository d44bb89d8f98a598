//~ family: E0310-static-removed
fn evens<I>(numbers: I) -> Box<dyn Iterator<Item = u64>>
where
    I: Iterator<Item = u64> + 'static,
{
    Box::new(numbers.filter(|number| number % 2 == 0))
}

fn capped<I: IntoIterator<Item = u64>>(numbers: I, limit: u64) -> Box<dyn Iterator<Item = u64>>
where
    I::IntoIter: 'static,
{
    Box::new(numbers.into_iter().take_while(move |number| *number < limit))
}

fn labelled<N: Into<String> + Clone + 'static>(name: N) -> Box<dyn Fn(u64) -> String> {
    Box::new(move |number| {
        let text: String = name.clone().into();
        format!("{text}={number}")
    })
}

fn main() {
    let label = labelled("n");
    for number in evens(capped(vec![3, 8, 10, 90, 2], 50)) {
        println!("{}", label(number));
    }
}
