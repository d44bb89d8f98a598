mod shop {
    fn open() {}
}

fn main() {
    shop::open();
}
