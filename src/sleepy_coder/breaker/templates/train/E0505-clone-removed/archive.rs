//~ family: E0505-clone-removed
#[derive(Clone)]
struct Paper {
    title: String,
    year: u16,
}

struct Archive {
    papers: Vec<Paper>,
}

impl Archive {
    fn add(&mut self, paper: Paper) -> usize {
        self.papers.push(paper);
        self.papers.len()
    }
}

fn main() {
    let mut archive = Archive { papers: Vec::new() };
    let paper = Paper { title: String::from("On tides"), year: 1931 };
    let title = &paper.title;
    let place = archive.add(paper.clone());
    println!("{title} stands at {place}");
    let later = Paper { title: String::from("On moons"), year: 1940 };
    let year = &later.year;
    archive.add(later.clone());
    println!("{year} is the latest of {}", archive.papers.len());
    println!("{}", archive.papers[0].year);
}
