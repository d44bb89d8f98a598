//~ family: E0404-not-a-trait
trait Say {
    fn say(&self) -> String;
}
struct Dog;
impl Say for Dog {
    fn say(&self) -> String {
        String::from("woof")
    }
}
fn main() {
    println!("{}", Dog.say());
}
