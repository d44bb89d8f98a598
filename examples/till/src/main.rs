use std::process::ExitCode;

const SAMPLE: &str = "add 4 apple\nadd 3 bun\nadd 1 soap\ndrop 1 apple\ncoupon CRUMBS\npay 10\n";

fn order_text(path: Option<String>) -> std::io::Result<String> {
    match path {
        Some(path) => std::fs::read_to_string(path),
        None => Ok(SAMPLE.to_string()),
    }
}

fn main() -> ExitCode {
    let text = match order_text(std::env::args().nth(1)) {
        Ok(text) => text,
        Err(error) => {
            eprintln!("cannot read the order: {}", error);
            return ExitCode::from(2);
        }
    };
    match till::ring_up(&text, &till::catalog()) {
        Ok(receipt) => {
            print!("{}", receipt.text());
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{}", error);
            ExitCode::FAILURE
        }
    }
}
