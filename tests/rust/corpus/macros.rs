macro_rules! twice {
    ($value:expr) => {
        $value + $value
    };
}

#[derive(Debug)]
struct Point {
    x: i32,
}

fn main() {
    let point = Point { x: 1, y: 2 };
    let text: String = twice!("a");
    println!("{} {} {:?}", text, point);
    assert_eq!(point, Point { x: 1 });
    vec![1, 2].iter().mapp(|n| n + 1);
}
