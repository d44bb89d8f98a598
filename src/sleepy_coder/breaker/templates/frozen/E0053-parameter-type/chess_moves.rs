//~ family: E0053-parameter-type
#[derive(Debug, Clone, Copy, PartialEq)]
struct Square(i8, i8);

trait Piece {
    fn reaches(&self, from: Square, to: Square) -> bool;
    fn worth(&self, moves: u32, centre: &Square) -> f64;
}

struct Rook;
struct Knight {
    tired: bool,
}

impl Piece for Rook {
    fn reaches(&self, from: Square, to: Square) -> bool {
        from != to && (from.0 == to.0 || from.1 == to.1)
    }
    fn worth(&self, moves: u32, centre: &Square) -> f64 {
        5.0 + f64::from(moves) / 10.0 + f64::from(centre.0)
    }
}

impl Piece for Knight {
    fn reaches(&self, from: Square, to: Square) -> bool {
        let (dx, dy) = ((from.0 - to.0).abs(), (from.1 - to.1).abs());
        !self.tired && dx * dy == 2
    }
    fn worth(&self, moves: u32, centre: &Square) -> f64 {
        if self.tired { 1.0 } else { 3.0 + f64::from(moves) * f64::from(centre.1) }
    }
}

fn main() {
    let pieces: [(&str, Box<dyn Piece>); 2] = [("rook", Box::new(Rook)), ("knight", Box::new(Knight { tired: false }))];
    for (name, piece) in &pieces {
        let squares = (0..8).flat_map(|x| (0..8).map(move |y| Square(x, y)));
        let count = squares.filter(|to| piece.reaches(Square(1, 0), *to)).count();
        println!("{name} {count} {:.1}", piece.worth(count as u32, &Square(3, 4)));
    }
}
