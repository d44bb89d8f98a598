//~ family: E0616-pub-removed
//~ vary i64: i64 | i32 | u64
//~ vary fold: fold | rfold
mod probe {
    pub struct Telemetry {
        pub altitude: i64,
        pub fuel: Option<i64>,
        pub warnings: Vec<String>,
    }

    pub fn decode(frame: &str) -> Result<Telemetry, std::num::ParseIntError> {
        let mut readings = Vec::new();
        let mut warnings = Vec::new();
        for field in frame.split(';') {
            if let Some(notice) = field.strip_prefix('!') {
                warnings.push(notice.to_string());
            } else {
                readings.push(field.trim().parse::<i64>()?);
            }
        }
        let altitude = readings.iter().fold(0, |high, reading| high.max(*reading));
        Ok(Telemetry { altitude, fuel: readings.get(1).copied(), warnings })
    }
}

fn main() {
    for frame in ["310; 44; !antenna", "87", "12; oops"] {
        match probe::decode(frame) {
            Ok(telemetry) => {
                let fuel = telemetry.fuel.map_or("none".to_string(), |amount| amount.to_string());
                println!("height {} fuel {fuel} {:?}", telemetry.altitude, telemetry.warnings);
            }
            Err(problem) => println!("bad frame: {problem}"),
        }
    }
}
