//~ family: E0506-borrow
#[derive(Debug)]
struct Member {
    name: String,
    former: Vec<String>,
}

fn rename(member: &mut Member, name: &str) {
    let old = member.name.clone();
    member.name = name.to_string();
    member.former.push(old);
}

fn main() {
    let mut member = Member { name: String::from("Kari"), former: Vec::new() };
    rename(&mut member, "Kari Dahl");
    let shown = member.name.clone();
    member.name = shown.to_uppercase();
    println!("{shown} or {}", member.name);
    println!("{:?}", member.former);
}
