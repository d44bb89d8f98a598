struct Cart;

fn main() {
    println!("{}", Cart);
}
