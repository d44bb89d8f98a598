//~ family: E0594-shared-reference
#[derive(Debug, Default)]
struct Plant {
    height: u32,
    watered: bool,
}

struct Garden {
    beds: Vec<Vec<Plant>>,
}

fn water(bed: &mut Vec<Plant>) -> usize {
    let mut dry = 0;
    for plant in bed.iter_mut() {
        if !plant.watered {
            plant.watered = true;
            dry += 1;
        }
    }
    dry
}

impl Garden {
    fn tallest(&mut self) -> Option<&mut Plant> {
        self.beds.iter_mut().flatten().max_by_key(|plant| plant.height)
    }
}

fn main() {
    let young = || Plant { height: 3, ..Plant::default() };
    let mut garden = Garden { beds: vec![vec![young(), young()], vec![Plant { height: 40, watered: true }]] };
    let dry: Vec<usize> = garden.beds.iter_mut().map(water).collect();
    println!("{dry:?}");
    if let Some(plant) = garden.tallest() {
        plant.height -= 10;
    }
    println!("{:?}", garden.beds);
}
