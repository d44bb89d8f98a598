//~ family: E0308-else-type
#[derive(Debug, Clone, PartialEq)]
struct Version {
    parts: [u16; 3],
    label: String,
}

fn newest<T>(items: &[T], later: impl Fn(&T, &T) -> bool, fallback: &T) -> T
where
    T: Clone,
{
    let mut best = fallback.clone();
    for item in items {
        let next = if later(item, &best) {
            let copy = item.clone();
            copy
        } else {
            T::clone(&best)
        };
        best = next;
    }
    let kept = if items.is_empty() {
        best
    } else {
        let shown = &best;
        shown.clone()
    };
    kept
}

impl From<(u16, u16)> for Version {
    fn from((major, minor): (u16, u16)) -> Self {
        let label = if major == 0 { String::from("beta") } else { String::from("stable") };
        Version { parts: [major, minor, 0], label }
    }
}

fn main() {
    let versions: Vec<Version> = [(0, 9), (2, 1)].into_iter().map(Version::from).collect();
    let first = newest(&versions, |one, other| one.parts > other.parts, &(0, 1).into());
    let suffix = if first.parts[2] > 0 { format!("-{}", first.parts[2]) } else { first.label[..2].into() };
    println!("{first:?} {suffix}");
}
