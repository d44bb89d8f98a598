//~ family: E0603-pub-removed
//~ vary Atlas: Atlas | Grammar | Cookbook
use desk::open_desk;

mod desk {
    use std::collections::BTreeMap;

    #[derive(Debug)]
    pub enum Refusal {
        Unknown,
        LentTo(String),
    }

    pub struct Desk {
        loans: BTreeMap<String, Option<String>>,
    }

    pub fn open_desk(titles: &[&str]) -> Desk {
        Desk { loans: titles.iter().map(|title| (title.to_string(), None)).collect() }
    }

    impl Desk {
        pub fn lend(&mut self, title: &str, reader: &str) -> Result<usize, Refusal> {
            let loan = self.loans.get_mut(title).ok_or(Refusal::Unknown)?;
            if let Some(holder) = loan {
                return Err(Refusal::LentTo(holder.clone()));
            }
            *loan = Some(reader.to_string());
            Ok(self.loans.values().flatten().count())
        }
    }
}

fn main() {
    let mut shelf = open_desk(&["Atlas", "Herbal"]);
    for (title, reader) in [("Atlas", "Mina"), ("Atlas", "Otto"), ("Bestiary", "Otto")] {
        println!("{title}: {:?}", shelf.lend(title, reader));
    }
}
