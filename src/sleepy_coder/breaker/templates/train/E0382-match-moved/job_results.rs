//~ family: E0382-match-moved
struct Job {
    id: u32,
    output: Result<Vec<String>, String>,
}

mod sink {
    pub fn write(lines: &[String]) -> usize {
        lines.iter().map(|line| line.len() + 1).sum()
    }
}

fn finish(job: Job, done: &mut Vec<Job>) -> usize {
    let size = match &job.output {
        Ok(lines) => sink::write(lines),
        Err(why) if why.is_empty() => 0,
        Err(why) => {
            println!("{}: {why}", job.id);
            why.len()
        }
    };
    done.push(job);
    size
}

fn split(jobs: Vec<Job>) -> (Vec<Job>, Vec<Job>) {
    jobs.into_iter().partition(|job| job.output.is_ok())
}

fn first_line(slot: Option<Job>) -> Option<(usize, Job)> {
    let count = match slot.as_ref() {
        Some(job) => job.output.iter().flatten().count(),
        None => 0,
    };
    slot.map(|job| (count, job))
}

fn main() {
    let results = [Ok(vec!["built".to_string(), "tested".to_string()]), Err("no disk".to_string())];
    let jobs = results.into_iter().zip(3..).map(|(output, id)| Job { id, output });
    let mut done = Vec::new();
    let sizes: Vec<usize> = jobs.map(|job| finish(job, &mut done)).collect();
    println!("{sizes:?}");
    let (mut good, bad) = split(done);
    println!("{:?}", first_line(good.pop()).map(|(count, job)| (count, job.id)));
    for job in bad {
        let Err(ref why) = job.output else { continue };
        println!("{why}");
        println!("{:?} {}", job.output, job.id);
    }
}
