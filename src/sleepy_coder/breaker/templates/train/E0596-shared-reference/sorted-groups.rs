//~ family: E0596-shared-reference
//~ vary sort: sort | sort_unstable | reverse
#[derive(Debug)]
enum Group {
    Numbers(Vec<u32>),
    Words(Vec<&'static str>),
}

fn tidy(group: &mut Group) {
    match group {
        Group::Numbers(numbers) => numbers.sort(),
        Group::Words(words) => println!("{} words", words.len()),
    }
}

fn main() {
    let mut groups = vec![Group::Numbers(vec![5, 2, 90]), Group::Words(vec!["sun", "air"])];
    for group in &mut groups {
        if let Group::Words(words) = group {
            words.swap(0, 1);
        }
    }
    tidy(&mut groups[0]);
    println!("{groups:?}");
}
