//~ family: E0040-drop-method
struct Door {
    label: String,
}

impl Drop for Door {
    fn drop(&mut self) {
        println!("{} shuts", self.label);
    }
}

fn open(label: &str) -> Door {
    println!("{label} opens");
    Door { label: label.to_string() }
}

fn main() {
    let front = open("front");
    let back = open("back");
    drop(front);
    println!("outside");
    let cellar = open("cellar");
    drop(back);
    drop(cellar);
    println!("gone");
}
