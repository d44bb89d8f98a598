//~ family: E0027-rest-removed
//~ vary torch: torch | amulet | lockpick
//~ vary u32: u32 | i32 | u64
enum Loot {
    Weapon { title: String, damage: u32, rusty: bool },
    Gold { coins: u32, cursed: bool },
    Trinket(String),
}

struct Hero {
    purse: u32,
    might: u32,
    pack: Vec<String>,
}

impl Hero {
    fn pick_up(&mut self, loot: Loot) {
        match loot {
            Loot::Weapon { rusty: true, title, .. } => println!("left the rusty {title}"),
            Loot::Weapon { damage, .. } => self.might = self.might.max(damage),
            Loot::Gold { coins, .. } => self.purse += coins,
            Loot::Trinket(title) => self.pack.push(title),
        }
    }
}

fn main() {
    let mut hero = Hero { purse: 10, might: 4, pack: vec![] };
    let chest = vec![
        Loot::Weapon { title: "sabre".to_string(), damage: 17, rusty: true },
        Loot::Gold { coins: 35, cursed: true },
        Loot::Weapon { title: "spear".to_string(), damage: 9, rusty: false },
        Loot::Trinket("torch".to_string()),
    ];
    chest.into_iter().for_each(|loot| hero.pick_up(loot));
    let Hero { purse, pack, .. } = &hero;
    println!("{purse} coins, might {}, {}", hero.might, pack.join("+"));
}
