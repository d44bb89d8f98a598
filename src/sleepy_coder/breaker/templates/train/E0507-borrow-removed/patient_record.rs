//~ family: E0507-borrow-removed
//~ vary asthma: asthma | migraine | anemia
struct Patient {
    surname: String,
    diagnosis: Option<String>,
    doses: Vec<u32>,
}

impl Patient {
    fn summary(&self) -> String {
        let condition = self.diagnosis.as_ref().map(|found| found.to_uppercase());
        match condition {
            Some(shout) => format!("{}: {shout}", self.surname),
            None => format!("{}: healthy", self.surname),
        }
    }

    fn surname(&self) -> String {
        self.surname.clone()
    }

    fn total_dose(&self) -> u32 {
        let mut total = 0;
        for dose in &self.doses {
            total += dose;
        }
        total
    }
}

fn main() {
    let ward = vec![
        Patient { surname: "Okafor".to_string(), diagnosis: Some("asthma".to_string()), doses: vec![20, 35] },
        Patient { surname: "Silva".to_string(), diagnosis: None, doses: vec![] },
    ];
    for patient in &ward {
        println!("{} / {} mg for {}", patient.summary(), patient.total_dose(), patient.surname());
    }
}
