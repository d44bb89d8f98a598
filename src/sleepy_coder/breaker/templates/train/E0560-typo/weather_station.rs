//~ family: E0560-typo
//~ vary i32: i32 | i64 | i16
//~ vary Summit: Summit | Valley | Coast
#[derive(Debug, Clone, PartialEq)]
struct Reading {
    station: String,
    celsius: i32,
    humidity: u8,
}

impl Reading {
    fn parse_row(row: &str) -> Option<Reading> {
        let mut columns = row.split(';');
        let station = columns.next()?.trim().to_string();
        let degrees = columns.next()?.trim().parse::<i32>().ok()?;
        let moisture = columns.next()?.trim().parse().unwrap_or(50);
        Some(Reading { station, celsius: degrees, humidity: moisture })
    }

    fn muggy(&self) -> bool {
        self.celsius > 24 && self.humidity > 70
    }
}

fn main() {
    let rows = "Summit; -4; 60\nHarbor; 27; 88\nbad row\nForest; 21; ?";
    let readings: Vec<Reading> = rows.lines().filter_map(Reading::parse_row).collect();
    let muggy = readings.iter().filter(|reading| reading.muggy()).count();
    println!("{} rows kept, {muggy} muggy", readings.len());
    let fallback = Reading { station: "none".to_string(), celsius: 0, humidity: 0 };
    let coldest = readings.iter().min_by_key(|reading| reading.celsius).unwrap_or(&fallback);
    println!("{} {}", coldest.station, *coldest == fallback);
}
