struct Cart;

fn main() {
    Cart.total();
}
