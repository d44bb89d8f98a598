//~ family: E0369-derive-removed
//~ vary u64: u64 | u32 | u16
use std::collections::HashMap;

#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct Name(Box<str>);

#[derive(Debug, Clone, PartialEq)]
enum Source {
    Registry { url: String },
    Local,
}

#[derive(PartialEq)]
struct Digest([u8; 4]);

#[derive(PartialEq, PartialOrd, Debug)]
struct Size(u64);

struct Package {
    source: Source,
    digest: Digest,
    size: Size,
}

fn digest(bytes: &[u8]) -> Digest {
    let mut sums = [0u8; 4];
    for (at, byte) in bytes.iter().enumerate() {
        sums[at % 4] = sums[at % 4].wrapping_add(*byte);
    }
    Digest(sums)
}

fn verify(package: &Package, bytes: &[u8]) -> Result<(), &'static str> {
    if package.source == Source::Local {
        return Ok(());
    }
    match digest(bytes) {
        found if found != package.digest => Err("other bytes"),
        _ if Size(bytes.len() as u64) > package.size => Err("too long"),
        _ => Ok(()),
    }
}

fn main() {
    let url = "https://example.org".to_string();
    let registry = Package { source: Source::Registry { url }, digest: digest(b"abc"), size: Size(9) };
    let packages = HashMap::from([(Name("core".into()), registry)]);
    for (name, package) in &packages {
        println!("{name:?} {:?} {:?}", verify(package, b"abc"), verify(package, b"abd"));
        if let Source::Registry { url } = &package.source {
            println!("{url}");
        }
    }
}
