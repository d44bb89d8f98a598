//~ family: E0382-closure-moved
fn retry<T>(times: u8, mut action: impl FnMut(u8) -> Option<T>) -> Option<T> {
    for attempt in 1..=times {
        if let Some(value) = action(attempt) {
            return Some(value);
        }
    }
    None
}

fn main() {
    let answers = vec![String::new(), String::from("maybe"), String::from("yes")];
    let found = retry(3, |attempt| {
        let answer = &answers[attempt as usize - 1];
        if answer.len() > 3 { Some(answer.len()) } else { None }
    });
    println!("{found:?}");
    let title = String::from("log");
    let line = |number: usize| format!("{title} {number}: {}", answers[number]);
    println!("{}", line(1));
    println!("{}", line(2));
    println!("{} has {} answers", title, answers.len());
}
