//~ family: parse-comparison
struct Task {
    title: &'static str,
    owner: Option<&'static str>,
    hours: u32,
}

fn load(tasks: &[Task], person: &str) -> u32 {
    let mut hours = 0;
    for task in tasks {
        if task.owner == Some(person) {
            hours += task.hours;
        }
    }
    hours
}

fn main() {
    let tasks = [
        Task { title: "paint", owner: Some("Jun"), hours: 3 },
        Task { title: "sand", owner: None, hours: 5 },
        Task { title: "varnish", owner: Some("Jun"), hours: 2 },
    ];
    println!("{}", load(&tasks, "Jun"));
    let open: Vec<&str> = tasks.iter().filter(|task| task.owner == None).map(|task| task.title).collect();
    let idle = load(&tasks, "Ada") != 0;
    println!("{open:?} {idle}");
}
