//~ family: edition-gen-keyword
//~ edition: 2024
use std::collections::BTreeMap;

type Chain<'t> = BTreeMap<&'t str, Vec<&'t str>>;

pub struct Options<G> {
    pub r#gen: G,
    pub most: usize,
}

fn learn(text: &str) -> Chain<'_> {
    let words: Vec<&str> = text.split(' ').collect();
    words.windows(2).fold(Chain::new(), |mut chain, pair| {
        chain.entry(pair[0]).or_default().push(pair[1]);
        chain
    })
}

fn babble<'t, G>(chain: &Chain<'t>, start: &'t str, options: Options<G>) -> String
where
    G: FnMut(usize) -> usize,
{
    let Options { mut r#gen, most } = options;
    let mut said = vec![start];
    while let Some(followers) = chain.get(said[said.len() - 1]) {
        if said.len() == most {
            break;
        }
        let choice = r#gen(followers.len());
        said.extend(followers.get(choice));
    }
    said.join(" ")
}

fn main() {
    let chain = learn("a rose is a rose is red");
    let mut state = 3;
    let r#gen = move |limit: usize| {
        state = state * 5 + 1;
        state % limit
    };
    println!("{}", babble(&chain, "a", Options { r#gen, most: 7 }));
    println!("{}", babble(&chain, "is", Options { r#gen: |_| 0, most: 4 }));
}
