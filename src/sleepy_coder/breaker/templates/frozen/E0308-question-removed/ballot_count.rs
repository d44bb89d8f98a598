//~ family: E0308-question-removed
//~ vary usize: usize | u32 | i64
//~ vary library: library | stadium | bridge
#[derive(Debug)]
enum BallotError {
    Blank,
    Unknown(String),
}

struct Ballot<'a> {
    choice: &'a str,
    weight: usize,
}

fn choice_index(options: &[&str], choice: &str) -> Result<usize, BallotError> {
    if choice.is_empty() {
        return Err(BallotError::Blank);
    }
    let place = options.iter().position(|option| *option == choice);
    match place {
        Some(place) => Ok(place as usize),
        None => Err(BallotError::Unknown(choice.to_owned())),
    }
}

fn count_votes(options: &[&str], ballots: &[Ballot<'_>], chosen: &str) -> Result<usize, BallotError> {
    let target = choice_index(options, chosen)?;
    let mut votes = 0;
    for ballot in ballots {
        if target == choice_index(options, ballot.choice)? {
            votes += ballot.weight;
        }
    }
    Ok(votes)
}

fn main() {
    let options = ["library", "pool"];
    let mut ballots = vec![Ballot { choice: "pool", weight: 3 }, Ballot { choice: "library", weight: 8 }];
    println!("{:?}", count_votes(&options, &ballots, "library"));
    ballots.push(Ballot { choice: "", weight: 2 });
    println!("{:?}", count_votes(&options, &ballots, "pool"));
}
