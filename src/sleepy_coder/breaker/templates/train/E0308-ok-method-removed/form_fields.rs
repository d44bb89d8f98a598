//~ family: E0308-ok-method-removed
//~ vary u8: u8 | u16 | i64
#[derive(Debug)]
struct Form {
    age: Option<u8>,
    rate: Option<f64>,
    name: String,
}

fn read(name: &str, age: &str, rate: &str) -> Form {
    Form { age: age.trim().parse::<u8>().ok(), rate: rate.parse::<f64>().ok(), name: name.to_string() }
}

fn main() {
    let forms = [read("Una", " 34", "1.5"), read("Bo", "old", "half")];
    for form in &forms {
        println!("{} {:?} {:?}", form.name, form.age, form.rate);
    }
    println!("{}", forms.iter().filter(|form| form.age.is_none()).count());
}
