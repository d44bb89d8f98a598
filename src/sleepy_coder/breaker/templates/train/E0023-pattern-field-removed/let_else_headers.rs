//~ family: E0023-pattern-field-removed
struct Header(String, u16, bool);
struct Failure(u8, String);

type Parsed = Result<Header, Failure>;

fn parse(line: &str) -> Parsed {
    let Some((name, size)) = line.split_once(' ') else {
        return Err(Failure(1, format!("no blank in {line}")));
    };
    match size.parse() {
        Ok(size) => Ok(Header(name.to_owned(), size, name.is_ascii())),
        Err(error) => Err(Failure(2, format!("{error}"))),
    }
}

fn size_of(line: &str) -> u16 {
    let Ok(Header(_, size, _)) = parse(line) else {
        return 0;
    };
    size
}

fn complaint(parsed: Parsed) -> String {
    if let Err(Failure(_, text)) = parsed {
        return text;
    }
    String::from("fine")
}

fn main() {
    while let Ok(Header(title, _, plain)) = parse("root 755") {
        println!("{title} {plain}");
        break;
    }
    let total: u16 = ["a 4", "b 6", "c"].into_iter().map(size_of).sum();
    println!("{total} {}", complaint(parse("usr many")));
    let code = parse("tmp").err().map_or(0, |Failure(code, _)| code);
    println!("{code}");
}
