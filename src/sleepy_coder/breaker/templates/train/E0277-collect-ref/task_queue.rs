//~ family: E0277-collect-ref
//~ vary u8: u8 | u32 | i64
use std::collections::VecDeque;

#[derive(Clone, Debug, PartialEq)]
struct Job {
    title: String,
    urgency: u8,
}

fn urgent(jobs: &VecDeque<Job>, least: u8) -> Vec<Job> {
    jobs.iter().filter(|job| job.urgency >= least).cloned().collect()
}

fn job(title: &str, urgency: u8) -> Job {
    Job { title: title.to_owned(), urgency }
}

fn main() {
    let mut jobs = VecDeque::new();
    jobs.push_back(job("water plants", 3));
    jobs.push_back(job("pay rent", 9));
    jobs.push_front(job("call mum", 7));
    let picked = urgent(&jobs, 5);
    let backup: VecDeque<Job> = jobs.iter().cloned().collect();
    for entry in &picked {
        println!("{} ({})", entry.title, entry.urgency);
    }
    println!("unchanged: {}", backup == jobs);
}
