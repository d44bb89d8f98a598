//~ family: E0600-negate
use std::collections::BTreeMap;
use std::rc::Rc;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Version {
    major: u8,
    minor: u8,
}

struct Package {
    name: Rc<str>,
    version: Version,
    needs: Vec<(Rc<str>, Version)>,
}

struct Index(BTreeMap<Rc<str>, Package>);

#[derive(Debug)]
enum Problem<'p> {
    Absent(&'p str),
    TooOld { wanted: Version, found: Version },
}

fn version(text: &str) -> Option<Version> {
    let (major, minor) = text.split_once('.')?;
    let major: u8 = major.parse().ok()?;
    let minor: u8 = minor.parse().ok()?;
    Some(Version { major, minor })
}

impl Index {
    fn add(&mut self, name: &str, version: Version, needs: &[(&str, Version)]) {
        let name: Rc<str> = name.into();
        let needs = needs.iter().map(|(needed, least)| (Rc::from(*needed), *least)).collect();
        let package = Package { name: Rc::clone(&name), version, needs };
        self.0.insert(name, package);
    }

    fn check<'p>(&self, package: &'p Package) -> Result<usize, Problem<'p>> {
        let mut steps = 0;
        for (name, wanted) in &package.needs {
            let other = self.0.get(name).ok_or(Problem::Absent(name))?;
            let found = other.version;
            if found < *wanted {
                return Err(Problem::TooOld { wanted: *wanted, found });
            }
            steps = steps + self.check(other).unwrap_or(0) + 1;
        }
        Ok(steps)
    }
}

fn main() {
    let mut index = Index(BTreeMap::new());
    let old = version("1.4");
    if let (Some(old), Some(new)) = (old, version("2.0")) {
        index.add("core", old, &[]);
        index.add("web", new, &[("core", new), ("ui", old)]);
        index.add("cli", new, &[("core", old)]);
        index.add("app", old, &[("gone", new)]);
    }
    for package in index.0.values() {
        match index.check(package) {
            Ok(steps) => println!("{} {}", package.name, steps),
            Err(Problem::Absent(name)) => println!("{} needs {}", package.name, name),
            Err(Problem::TooOld { wanted, found }) => println!("{}.{} > {}", wanted.major, wanted.minor, found.minor),
        }
    }
}
