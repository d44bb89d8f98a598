//~ family: E0594-shared-reference
#[derive(Debug)]
enum Shape {
    Circle { radius: f64 },
    Box(f64, f64),
}

fn scale(shape: &mut Shape, by: f64) {
    match shape {
        Shape::Circle { radius } => *radius *= by,
        Shape::Box(width, height) => {
            *width *= by;
            println!("height stays {height}");
        }
    }
}

fn reset(slots: &mut [Option<f64>; 2]) {
    if let Some(value) = &mut slots[0] {
        *value = 0.0;
    }
}

fn main() {
    let mut shapes = [Shape::Circle { radius: 1.5 }, Shape::Box(2.0, 3.0)];
    for shape in shapes.iter_mut() {
        scale(shape, 2.0);
    }
    println!("{shapes:?}");
    let mut slots = [Some(4.5), None];
    reset(&mut slots);
    println!("{slots:?}");
}
