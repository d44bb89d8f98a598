//~ family: E0027-rest-removed
//~ vary Fresco: Fresco | Etching | Tapestry
//~ vary u32: u32 | u16 | i64
struct Exhibit {
    title: &'static str,
    year: u32,
    room: char,
    fragile: bool,
}

fn tour<'e>(exhibits: &'e [Exhibit], hall: char) -> impl Iterator<Item = String> + 'e {
    exhibits
        .iter()
        .filter(move |exhibit| exhibit.room == hall)
        .map(|&Exhibit { title, year, .. }| format!("{title} from year {year}"))
}

fn oldest(exhibits: &[Exhibit]) -> Option<&Exhibit> {
    exhibits.iter().reduce(|one, two| if one.year < two.year { one } else { two })
}

fn main() {
    let exhibits = [
        Exhibit { title: "Fresco", year: 64, room: 'W', fragile: true },
        Exhibit { title: "Helmet", year: 31, room: 'E', fragile: false },
        Exhibit { title: "Amphora", year: 88, room: 'W', fragile: true },
    ];
    for hall in ['W', 'E', 'N'] {
        println!("{hall}: {}", tour(&exhibits, hall).collect::<Vec<_>>().join(", "));
    }
    if let Some(Exhibit { title, fragile, .. }) = oldest(&exhibits) {
        println!("guard the {title}{}", if *fragile { " (fragile)" } else { "" });
    }
}
