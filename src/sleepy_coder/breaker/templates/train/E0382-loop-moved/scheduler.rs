//~ family: E0382-loop-moved
use std::collections::{BTreeMap, VecDeque};

#[derive(Debug)]
enum Job {
    Run(String),
    Wait { ticks: u32 },
}

struct Scheduler {
    queue: VecDeque<Job>,
}

impl Scheduler {
    fn plan(jobs: Vec<Job>) -> Result<Self, Vec<Job>> {
        let mut ticks = 0;
        for job in &jobs {
            match job {
                Job::Wait { ticks: more } => ticks += more,
                Job::Run(name) if name.is_empty() => return Err(vec![]),
                Job::Run(_) => ticks += 1,
            }
        }
        if ticks > 50 {
            return Err(jobs);
        }
        Ok(Scheduler { queue: jobs.into() })
    }
}

fn merged(limits: BTreeMap<String, u32>, extra: u32) -> BTreeMap<String, u32> {
    let mut total = extra;
    for limit in limits.values().chain(Some(&extra)) {
        total += limit;
    }
    for (name, limit) in &limits {
        println!("{name} {limit} of {total}");
    }
    limits
}

fn main() {
    let jobs = vec![Job::Run("scan".into()), Job::Wait { ticks: 4 }];
    let many = vec![Job::Wait { ticks: 90 }];
    let count = jobs.iter().filter(|job| matches!(job, Job::Run(_))).count();
    println!("{count} {:?}", Scheduler::plan(jobs).map(|plan| plan.queue.len()));
    println!("{:?}", Scheduler::plan(many).err());
    println!("{}", merged(BTreeMap::from([("cpu".to_string(), 3)]), 2).len());
}
