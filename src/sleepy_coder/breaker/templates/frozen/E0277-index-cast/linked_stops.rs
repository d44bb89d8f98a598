//~ family: E0277-index-cast
//~ vary u32: u32 | u16 | i64
//~ vary to_uppercase: to_uppercase | to_lowercase
struct Stop {
    label: &'static str,
    onward: Option<u32>,
}

struct Line {
    stops: Vec<Stop>,
}

impl Line {
    fn walk(&self, origin: u32) -> String {
        let mut here = Some(origin);
        let mut path = String::new();
        while let Some(id) = here {
            let stop = &self.stops[id as usize];
            path.push('/');
            path.push_str(&stop.label.to_uppercase());
            here = stop.onward;
        }
        path
    }
}

fn main() {
    let stops = vec![
        Stop { label: "Harbour", onward: Some(1) },
        Stop { label: "Market", onward: None },
    ];
    let line = Line { stops };
    println!("{}", line.walk(0));
    println!("{}", line.walk(1));
}
