//~ family: E0277-map-err-removed
trait Relay {
    type Fault;

    fn pass(&self, load: u32) -> Result<u32, Self::Fault>;
}

#[derive(Debug)]
struct Burnt(u32);

#[derive(Debug)]
enum Fault {
    Fuse(Burnt),
    Empty,
}

struct Fuse(u32);

impl Relay for Fuse {
    type Fault = Burnt;

    fn pass(&self, load: u32) -> Result<u32, Burnt> {
        if load > self.0 { Err(Burnt(load - self.0)) } else { Ok(load + 1) }
    }
}

fn run(fuses: &[Fuse], mut load: u32) -> Result<u32, Fault> {
    if fuses.is_empty() {
        return Err(Fault::Empty);
    }
    for fuse in fuses {
        load = fuse.pass(load).map_err(Fault::Fuse)?;
    }
    Ok(load)
}

fn main() {
    println!("{:?}", run(&[Fuse(5), Fuse(8)], 4));
    println!("{:?} {:?}", run(&[Fuse(5), Fuse(5)], 5), run(&[], 1));
}
