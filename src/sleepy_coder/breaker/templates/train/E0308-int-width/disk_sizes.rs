//~ family: E0308-int-width
struct Disk {
    sectors: u32,
    sector_bytes: u16,
}

impl Disk {
    fn bytes(&self) -> u64 {
        product(u64::from(self.sectors), u64::from(self.sector_bytes))
    }
}

fn product(left: u64, right: u64) -> u64 {
    left * right
}

fn largest(disks: &[Disk]) -> u64 {
    let mut most = 0;
    for disk in disks {
        most = std::cmp::max(most, disk.bytes());
    }
    most
}

fn main() {
    let disks =
        [Disk { sectors: 9_000_000, sector_bytes: 512 }, Disk { sectors: 20_000, sector_bytes: 4096 }];
    println!("{}", largest(&disks));
}
