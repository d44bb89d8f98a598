//~ family: static_mut_refs-raw-removed
//~ edition: 2024
#[derive(Debug)]
struct Config {
    depth: u8,
    name: &'static str,
}

static mut CONFIG: Config = Config { depth: 2, name: "default" };

fn configure(depth: u8, name: &'static str) -> Result<(), String> {
    if depth > 9 {
        return Err(format!("{name} is too deep"));
    }
    unsafe {
        let config = &raw mut CONFIG;
        (*config).depth = depth;
        (*config).name = name;
    }
    Ok(())
}

fn shown() -> String {
    unsafe {
        let config = &raw const CONFIG;
        format!("{}/{}", (*config).name, (*config).depth)
    }
}

fn main() {
    println!("{}", shown());
    println!("{:?} {:?}", configure(5, "wide"), configure(12, "deep"));
    println!("{}", shown());
}
