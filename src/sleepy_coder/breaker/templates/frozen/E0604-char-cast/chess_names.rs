//~ family: E0604-char-cast
#[derive(Clone, Copy)]
struct Field(i8, i8);

impl Field {
    fn name(self) -> String {
        let mut name = String::new();
        let Field(column, row) = self;
        name.push((column + 97) as u8 as char);
        name.push((row + 49) as u8 as char);
        name
    }

    fn jumps(self) -> Vec<Field> {
        let steps = [(1, 2), (2, 1), (-1, 2), (-2, 1)];
        steps.iter().map(|(x, y)| Field(self.0 + x, self.1 + y)).filter(|field| field.0 >= 0).collect()
    }
}

fn main() {
    let start = Field(1, 0);
    let names: Vec<String> = start.jumps().into_iter().map(Field::name).collect();
    println!("{} {:?}", start.name(), names);
}
