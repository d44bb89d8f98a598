//~ family: E0023-pattern-field-removed
//~ vary u32: u32 | u64 | i32
enum Claim {
    Theft(String, u32),
    Storm { roof: u32, windows: u32 },
    Accident(u32, bool, u32),
}

fn payout(claim: &Claim) -> u32 {
    match claim {
        Claim::Theft(_, worth) => worth / 2,
        Claim::Storm { roof, windows } => roof * 20 + windows * 5,
        Claim::Accident(_, true, _) => 0,
        Claim::Accident(damage, _, injured) => damage + injured * 90,
    }
}

fn is_suspicious(claim: &Claim) -> bool {
    matches!(claim, Claim::Theft(object, _) if object.contains("watch"))
}

fn main() {
    let claims = [
        Claim::Theft("gold watch".to_string(), 95),
        Claim::Storm { roof: 3, windows: 8 },
        Claim::Accident(44, false, 2),
        Claim::Accident(80, true, 0),
    ];
    let total: u32 = claims.iter().map(payout).sum();
    let flagged = claims.iter().filter(|claim| is_suspicious(claim)).count();
    println!("pay {total}, investigate {flagged} of {}", claims.len());
    for claim in &claims {
        println!("- {}", payout(claim));
    }
}
