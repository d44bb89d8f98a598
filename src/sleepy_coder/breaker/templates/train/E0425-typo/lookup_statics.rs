//~ family: E0425-typo
static NAMES: [&str; 3] = ["low", "middle", "high"];
static THRESHOLDS: &[(u8, usize)] = &[(10, 0), (90, 1)];

mod scale {
    pub const FULL: u8 = 200;

    pub fn percent(raw: u8) -> u8 {
        let wide = u16::from(raw) * 100;
        (wide / u16::from(FULL)) as u8
    }
}

fn level(raw: u8) -> &'static str {
    let percent = scale::percent(raw);
    let found = THRESHOLDS.iter().find(|(limit, _)| percent < *limit);
    let Some((_, index)) = found else {
        return NAMES[NAMES.len() - 1];
    };
    NAMES[*index]
}

fn bar(raw: u8, width: usize) -> String {
    let filled = usize::from(scale::percent(raw)) * width / 100;
    let draw = |count: usize, symbol: &str| symbol.repeat(count);
    [draw(filled, "#"), draw(width - filled, ".")].concat()
}

fn main() {
    let readings = [4, 150, 199];
    let lines: Vec<String> = readings
        .iter()
        .map(|raw| format!("{:>6} {}", level(*raw), bar(*raw, 12)))
        .collect();
    println!("{}", lines.join("\n"));
}
