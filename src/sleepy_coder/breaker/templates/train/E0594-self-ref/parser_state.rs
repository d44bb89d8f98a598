//~ family: E0594-self-ref
#[derive(Debug, Clone, Copy, PartialEq)]
enum State {
    Start,
    InWord,
    Escaped(char),
}

struct Lexer<I: Iterator<Item = char>> {
    symbols: I,
    state: State,
    words: Vec<String>,
    stats: [u32; 3],
}

impl<I: Iterator<Item = char>> Lexer<I> {
    fn new(symbols: I) -> Lexer<I> {
        Lexer { symbols, state: State::Start, words: vec![], stats: [0; 3] }
    }

    fn step(&mut self) -> Option<State> {
        let symbol = self.symbols.next()?;
        self.state = match (self.state, symbol) {
            (_, '\\') => State::Escaped(symbol),
            (_, ' ') => State::Start,
            (State::Start, _) => {
                self.words.push(String::from(symbol));
                State::InWord
            }
            (State::InWord | State::Escaped(_), _) => {
                self.words.last_mut()?.push(symbol);
                State::InWord
            }
        };
        Some(self.state)
    }

    fn count(&mut self, state: State) -> &[u32] {
        let slot = match state {
            State::Start => 0,
            State::InWord => 1,
            State::Escaped(_) => 2,
        };
        self.stats[slot] += 1;
        &self.stats
    }

    fn skip_to(&mut self, state: State) {
        while self.state != state {
            self.state = state;
        }
    }
}

fn main() {
    let mut lexer = Lexer::new("red  oak\\ leaf".chars());
    while let Some(state) = lexer.step() {
        lexer.count(state);
    }
    lexer.skip_to(State::Start);
    println!("{:?} {:?} {:?}", lexer.words, lexer.stats, lexer.state);
}
