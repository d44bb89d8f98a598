//~ family: E0308-ok-method-removed
fn port(address: &str) -> Option<u16> {
    let (_, port) = address.rsplit_once(':')?;
    port.parse().ok()
}

fn first_port(addresses: &[&str]) -> Option<u16> {
    for address in addresses {
        let found = port(address);
        if found.is_some() {
            return found;
        }
    }
    std::env::var("SOME_UNSET_PORT").ok().and_then(|text| text.parse().ok())
}

fn main() {
    println!("{:?}", port("host:8080"));
    println!("{:?}", port("host:high"));
    println!("{:?}", first_port(&["plain", "mail:25"]));
    println!("{:?}", first_port(&["plain"]));
}
