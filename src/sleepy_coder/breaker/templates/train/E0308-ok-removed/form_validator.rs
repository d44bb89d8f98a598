//~ family: E0308-ok-removed
use std::collections::BTreeMap;

struct Field<T> {
    name: &'static str,
    check: Box<dyn Fn(&str) -> Result<T, String>>,
}

trait Validate {
    type Valid;
    fn validate(self) -> Result<Self::Valid, Vec<String>>;
}

struct Signup<'f>(BTreeMap<&'f str, &'f str>);

#[derive(Debug)]
struct Member {
    age: u8,
    mail: String,
}

fn age() -> Field<u8> {
    let check = |text: &str| match text.parse::<u8>() {
        Ok(years) if years < 18 => Err(format!("{years} is too young")),
        Ok(years) => Ok(years),
        Err(_) => Err("not a number".to_string()),
    };
    Field {
        name: "age",
        check: Box::new(check),
    }
}

fn mail() -> Field<String> {
    Field {
        name: "mail",
        check: Box::new(|text| {
            if !text.contains('@') {
                return Err(format!("no @ in {text}"));
            }
            let lower = text.to_lowercase();
            Ok(lower)
        }),
    }
}

impl Validate for Signup<'_> {
    type Valid = Member;

    fn validate(self) -> Result<Member, Vec<String>> {
        let given = |name| self.0.get(name).copied().unwrap_or("");
        let (age, mail) = (age(), mail());
        let parts = ((age.check)(given(age.name)), (mail.check)(given(mail.name)));
        match parts {
            (Ok(age), Ok(mail)) => Ok(Member { age, mail }),
            (age, mail) => {
                let problems = age.err().into_iter().chain(mail.err()).collect();
                Err(problems)
            }
        }
    }
}

fn main() {
    for (age, mail) in [("30", "Ann@x"), ("9", "bo")] {
        match Signup(BTreeMap::from([("age", age), ("mail", mail)])).validate() {
            Ok(member) => println!("{} {}", member.age, member.mail),
            Err(problems) => println!("{}", problems.join("; ")),
        }
    }
}
