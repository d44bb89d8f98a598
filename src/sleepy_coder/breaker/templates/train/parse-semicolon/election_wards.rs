//~ family: parse-semicolon
//~ vary North: North | Harbour | Hillside
//~ vary u32: u32 | u64 | i32
use std::collections::BTreeMap;
use std::fmt::Write;

#[derive(Default)]
struct Ward {
    yes: u32,
    no: u32,
}

fn tally(reports: &[(&str, u32, u32)]) -> BTreeMap<String, Ward> {
    let mut wards: BTreeMap<String, Ward> = BTreeMap::new();
    for (district, yes, no) in reports {
        let ward = wards.entry(district.to_string()).or_default();
        ward.yes += yes;
        ward.no += no;
    }
    wards
}

fn report(wards: &BTreeMap<String, Ward>) -> Result<String, std::fmt::Error> {
    let mut page = String::new();
    for (district, ward) in wards {
        let verdict = if ward.yes > ward.no { "adopted" } else { "rejected" };
        writeln!(page, "{district:<9}{verdict:>9} {}:{}", ward.yes, ward.no)?;
    }
    Ok(page)
}

fn main() -> Result<(), std::fmt::Error> {
    let wards = tally(&[("North", 31, 20), ("South", 8, 44), ("North", 5, 19)]);
    let page = report(&wards)?;
    print!("{page}");
    println!("{} wards", wards.len());
    Ok(())
}
