//~ family: parse-colon
//~ vary i32: i32 | i64
mod robot {
    #[derive(Debug, Default)]
    pub struct Position {
        pub x: i32,
        pub y: i32,
    }

    pub enum Step {
        Up(i32),
        Side(i32),
    }

    pub fn walk(steps: &[Step]) -> Position {
        let mut place = Position::default();
        for step in steps {
            match step {
                Step::Up(by) => place.y += by,
                Step::Side(by) => place.x += by,
            }
        }
        place
    }
}

fn main() {
    let steps = [robot::Step::Up(3), robot::Step::Side(-2), robot::Step::Up(6)];
    println!("{:?}", robot::walk(&steps));
}
