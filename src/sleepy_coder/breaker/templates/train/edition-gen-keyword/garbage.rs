//~ family: edition-gen-keyword
//~ edition: 2024
#[derive(Debug, Clone)]
struct Object {
    size: u32,
    r#gen: u8,
}

fn promote(objects: &mut [Object], limit: u32) {
    for object in objects.iter_mut() {
        if object.size < limit {
            object.r#gen += 1;
        }
    }
}

fn main() {
    let mut objects = vec![Object { size: 40, r#gen: 0 }, Object { size: 900, r#gen: 0 }];
    promote(&mut objects, 100);
    let oldest = objects.iter().map(|object| object.r#gen).max();
    println!("{objects:?} {oldest:?}");
}
