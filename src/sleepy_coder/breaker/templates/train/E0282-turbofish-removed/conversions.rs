//~ family: E0282-turbofish-removed
use std::collections::{BTreeMap, VecDeque};
use std::convert::Infallible;

struct Tree {
    children: BTreeMap<u32, Vec<u32>>,
}

impl Tree {
    fn levels(&self, root: u32) -> Vec<usize> {
        let mut level = VecDeque::from([root]);
        let mut sizes = Vec::new();
        while !level.is_empty() {
            sizes.push(level.len());
            level = level.iter().filter_map(|node| self.children.get(node)).flatten().copied().collect();
        }
        sizes
    }

    fn visit<E>(&self, mut each: impl FnMut(u32, usize) -> Result<(), E>) -> Result<(), E> {
        self.children.iter().try_for_each(|(node, below)| each(*node, below.len()))
    }
}

fn hex(text: &str) -> Option<u64> {
    let digits: Vec<_> = text.bytes().map(|byte| (byte as char).to_digit(16)).collect();
    if digits.contains(&None) {
        return None;
    }
    Some(digits.into_iter().flatten().fold(0, |sum, digit| sum * 16 + u64::from(digit)))
}

fn main() {
    let tree = Tree { children: BTreeMap::from([(1, vec![2, 3]), (3, vec![4])]) };
    println!("{:?}", tree.levels(1));
    let mut widest = 0;
    let walked = tree.visit::<Infallible>(|_, below| {
        widest = widest.max(below);
        Ok(())
    });
    let nothing: Option<u8> = None;
    let unset = Option::<&str>::None;
    println!("{} {widest} {}", walked.is_ok(), nothing.is_some() || unset.is_some());
    let sum = [250u8, 10].iter().map(|n| u64::from(*n)).sum::<u64>();
    println!("{:?} {}", hex("fF"), sum.leading_zeros());
    let shared = Into::<String>::into("x").len() + std::mem::align_of::<Tree>();
    println!("{}", shared > 3);
}
