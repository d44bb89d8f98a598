//~ family: E0605-cast
//~ vary u32: u32 | u64 | i32
struct Parcel {
    receiver: String,
    grams: u32,
}

fn sticker(parcel: Parcel) -> String {
    let receiver = parcel.receiver;
    let weight = parcel.grams + 30;
    format!("{} / {} g", receiver, weight)
}

fn main() {
    let first_parcel = Parcel { receiver: "Lindholm".to_string(), grams: 84 };
    let text = sticker(first_parcel);
    println!("{}", text);
    let street = String::from("Mill Lane");
    println!("send to {}", street);
}
