//~ family: E0062-field-twice
//~ vary f64: f64 | f32
enum Shape {
    Circle { radius: f64 },
    Box { width: f64, height: f64 },
}

fn doubled(shape: &Shape) -> Shape {
    match shape {
        Shape::Circle { radius } => Shape::Circle { radius: radius + radius },
        Shape::Box { width, height } => Shape::Box { width: width + width, height: *height },
    }
}

fn area(shape: &Shape) -> f64 {
    match shape {
        Shape::Circle { radius } => std::f64::consts::PI * radius * radius,
        Shape::Box { width, height } => width * height,
    }
}

fn main() {
    let shapes = [Shape::Circle { radius: 3.0 }, Shape::Box { width: 2.5, height: 4.0 }];
    for shape in shapes.iter() {
        println!("{:.2} then {:.2}", area(shape), area(&doubled(shape)));
    }
}
