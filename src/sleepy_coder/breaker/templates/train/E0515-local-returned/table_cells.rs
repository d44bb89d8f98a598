//~ family: E0515-local-returned
#[derive(Clone, Copy)]
enum Align {
    Left,
    Right,
}

fn render(rows: &[(&str, u32)], align: Align) -> String {
    let cells = rows.iter().map(|(name, value)| {
        let number = value.to_string();
        match align {
            Align::Left => name.len().max(number.len()),
            Align::Right => number.len(),
        }
    });
    let width = cells.max().unwrap_or(0);
    let lines: Vec<_> = rows.iter().map(|(name, value)| format!("{name:<width$}|{value:>width$}")).collect();
    lines.join("\n")
}

fn columns(table: &str) -> Vec<Vec<&str>> {
    table.lines().map(|line| line.split('|').map(str::trim).collect()).collect()
}

fn initials(names: &[&str]) -> String {
    let short: Vec<_> = names
        .iter()
        .map(|name| {
            let mut letters = name.split(' ').filter_map(|part| part.chars().next()).collect::<String>();
            letters.push('.');
            letters
        })
        .collect();
    short.concat()
}

fn cell<'t>(table: &'t str, row: usize, column: usize) -> &'t str {
    let found = columns(table).into_iter().nth(row).and_then(|cells| cells.into_iter().nth(column));
    match found {
        None if row > 9 => return "far",
        None => return table.trim_end(),
        Some(text) => println!("at {row}: {}", text.len()),
    }
    found.unwrap_or_default()
}

fn main() {
    let table = render(&[("apples", 12), ("figs", 1040)], Align::Left);
    println!("{table}\n{}", render(&[("x", 7)], Align::Right));
    println!("{:?} {}", columns(&table), initials(&["Ada May Lind", "Bo Ek"]));
    println!("{} {}", cell(&table, 1, 0), cell("x ", 3, 0));
}
