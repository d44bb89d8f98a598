//~ family: E0404-not-a-trait
mod jobs {
    use std::str::FromStr;

    #[derive(Debug)]
    pub struct Job {
        pub name: String,
        pub cost: u8,
    }

    #[derive(Debug)]
    pub enum Fault {
        Shape,
        Cost,
    }

    impl FromStr for Job {
        type Err = Fault;

        fn from_str(text: &str) -> Result<Job, Fault> {
            let (name, cost) = text.split_once(':').ok_or(Fault::Shape)?;
            let cost = cost.parse().map_err(|_| Fault::Cost)?;
            Ok(Job { name: name.to_string(), cost })
        }
    }

    impl PartialEq for Job {
        fn eq(&self, other: &Job) -> bool {
            self.cost == other.cost
        }
    }
}

use jobs::Job;

fn main() {
    let queue: Vec<Job> = ["wash:3", "dry:2", "fold:3", "rest", "iron:x"].iter().flat_map(|line| line.parse()).collect();
    let first = &queue[0];
    let alike: Vec<&str> = queue.iter().filter(|job| *job == first).map(|job| job.name.as_str()).collect();
    println!("as dear as {}: {}", first.name, alike.join(" "));
    println!("{:?} {:?}", "rest".parse::<Job>().err(), "iron:x".parse::<Job>().err());
}
