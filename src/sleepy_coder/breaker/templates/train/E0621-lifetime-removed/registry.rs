//~ family: E0621-lifetime-removed
struct Person {
    name: String,
    age: u8,
}

fn collect_names<'p>(names: &mut Vec<&'p str>, people: &'p [Person], least: u8) {
    for person in people {
        if person.age >= least {
            names.push(&person.name);
        }
    }
}

fn oldest<'p>(first: &'p Person, rest: &'p [Person]) -> &'p Person {
    let mut oldest = first;
    for person in rest {
        if person.age > oldest.age {
            oldest = person;
        }
    }
    oldest
}

fn main() {
    let people = ["Siri:31", "Amund:70", "Liv:12"].map(|text| {
        let (name, age) = text.split_once(':').unwrap();
        Person { name: name.to_string(), age: age.parse().unwrap() }
    });
    let mut names = Vec::new();
    collect_names(&mut names, &people, 18);
    println!("{}", names.join(" and "));
    println!("{}", oldest(&people[0], &people[1..]).name);
}
