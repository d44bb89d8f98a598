//~ family: E0407-method-typo
use std::collections::BTreeMap;

type Fields = BTreeMap<&'static str, String>;

trait Hook<E> {
    fn before(&mut self, _fields: &mut Fields) -> Result<(), E> {
        Ok(())
    }

    fn after<T: AsRef<str>>(&self, body: T) -> Option<String> {
        Some(body.as_ref().to_string())
    }

    fn priority() -> i8
    where
        Self: Sized,
    {
        0
    }
}

struct Stamp<'n> {
    names: &'n [&'static str],
}

#[derive(Clone, Copy)]
struct Censor;

impl<'n> Hook<String> for Stamp<'n> {
    fn before(&mut self, fields: &mut Fields) -> Result<(), String> {
        let (name, rest) = self.names.split_first().ok_or("no name is left")?;
        self.names = rest;
        fields.insert(name, format!("{} more", rest.len()));
        Ok(())
    }

    fn priority() -> i8 {
        -4
    }
}

impl<E> Hook<E> for Censor {
    fn after<T: AsRef<str>>(&self, body: T) -> Option<String> {
        let body = body.as_ref();
        (!body.contains("secret")).then(|| body.trim().to_string())
    }
}

fn main() {
    let (mut fields, mut stamp) = (Fields::new(), Stamp { names: &["host"] });
    println!("{:?} {:?} {fields:?}", stamp.before(&mut fields), stamp.before(&mut Fields::new()));
    println!("{:?} {}", Hook::<()>::after(&Censor, "a secret"), <Stamp<'_> as Hook<String>>::priority());
}
