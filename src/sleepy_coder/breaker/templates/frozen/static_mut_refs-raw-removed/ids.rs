//~ family: static_mut_refs-raw-removed
//~ edition: 2024
mod ids {
    static mut NEXT: u64 = 100;

    pub fn fresh() -> u64 {
        unsafe {
            let next = &raw mut NEXT;
            let given = *next;
            *next = given + 1;
            given
        }
    }

    pub fn used() -> u64 {
        unsafe { *(&raw const NEXT) - 100 }
    }
}

struct Task {
    id: u64,
    title: String,
}

fn main() {
    let tasks: Vec<Task> = ["sow", "mow"].map(|title| Task { id: ids::fresh(), title: title.to_string() }).into();
    for task in tasks {
        println!("{} {}", task.id, task.title);
    }
    println!("{} used", ids::used());
}
