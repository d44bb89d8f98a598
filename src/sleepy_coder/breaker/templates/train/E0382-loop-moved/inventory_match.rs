//~ family: E0382-loop-moved
use std::collections::HashMap;

#[derive(Debug, Clone)]
struct Part {
    code: String,
    weight: u32,
}

fn index(parts: Vec<Part>) -> (HashMap<String, usize>, Vec<Part>) {
    let mut places = HashMap::new();
    for (place, part) in parts.iter().enumerate() {
        places.insert(part.code.clone(), place);
    }
    (places, parts)
}

fn heaviest(groups: Vec<Vec<Part>>) -> Option<Vec<Part>> {
    let most = groups.iter().map(|group| group.len()).max()?;
    for group in &groups {
        for part in group {
            if part.weight > 90 {
                return Some(vec![part.clone()]);
            }
        }
    }
    groups.into_iter().find(|group| group.len() == most)
}

fn main() {
    let parts = vec![Part { code: "axle".into(), weight: 14 }, Part { code: "hub".into(), weight: 3 }];
    let (places, parts) = index(parts);
    for part in parts.iter() {
        println!("{} at {:?}", part.code, places.get(&part.code));
    }
    println!("{:?}", heaviest(vec![vec![], parts.clone()]));
    let light: Vec<_> = parts.iter().filter(|part| part.weight < 10).map(|part| part.code.len()).collect();
    println!("{light:?} of {}", parts.len());
}
