//~ family: E0382-match-moved
//~ vary u32: u32 | i32
struct Order {
    client: (String, u32),
    note: Option<Box<str>>,
}

fn main() {
    let order = Order { client: (String::from("Lund"), 17), note: Some("fragile".into()) };
    let (name, number) = &order.client;
    println!("{name} is number {number}");
    if let Some(note) = &order.note {
        println!("note of {} letters", note.len());
    }
    let Order { client, note } = order;
    println!("{} {:?}", client.0, note);
}
