//~ family: lifetime-bound-removed
type Parsed<'i, T> = Option<(T, &'i str)>;

struct Parser<'p, T> {
    run: Box<dyn for<'i> Fn(&'i str) -> Parsed<'i, T> + 'p>,
}

fn tag<'p>(word: &'p str) -> Parser<'p, usize> {
    let run: Box<dyn for<'i> Fn(&'i str) -> Parsed<'i, usize> + 'p> =
        Box::new(move |input| input.strip_prefix(word).map(|rest| (word.len(), rest)));
    Parser { run }
}

fn set<'p>(letters: &'p [char]) -> Box<dyn Fn(char) -> bool + 'p> {
    Box::new(move |letter| letters.contains(&letter))
}

impl<'p, T> Parser<'p, T> {
    fn into_check(self) -> Box<dyn Fn(&str) -> bool + 'p>
    where
        T: 'p,
    {
        Box::new(move |input| (self.run)(input).is_some())
    }

    fn borrowed<'s>(&'s self) -> &'s (dyn for<'i> Fn(&'i str) -> Parsed<'i, T> + 'p) {
        self.run.as_ref()
    }

    fn all<'s, I>(&'s self, inputs: I) -> Box<dyn Iterator<Item = T> + 's>
    where
        I: IntoIterator<Item = &'static str> + 's,
    {
        Box::new(inputs.into_iter().filter_map(move |input| Some((self.run)(input)?.0)))
    }
}

fn main() {
    let word = String::from("let");
    let parser = tag(&word);
    println!("{:?} {}", (parser.borrowed())("let x"), parser.all(["let", "var"]).count());
    println!("{} {}", parser.into_check()("lex"), set(&['a', 'b'])('b'));
}
