//~ family: E0026-field-typo
//~ vary Bergen: Bergen | Tromso | Narvik
#[derive(Debug, Clone)]
struct Address {
    street: String,
    town: String,
    floor: Option<i32>,
}

#[derive(Debug, Clone)]
struct Tenant {
    surname: String,
    home: Address,
}

fn doorbell(tenant: &Tenant) -> String {
    match tenant {
        Tenant { surname: family, home: Address { floor: Some(level), .. } } => format!("{family} ({level})"),
        Tenant { surname: family, .. } => family.to_uppercase(),
    }
}

fn relocate(tenant: Tenant, town: &str) -> Tenant {
    let Tenant { surname, home: Address { street, floor: level, .. } } = tenant;
    Tenant { surname, home: Address { street, town: town.to_string(), floor: level } }
}

fn main() {
    let home = Address { street: "Quay 4".to_string(), town: "Bergen".to_string(), floor: Some(3) };
    let first_tenant = Tenant { surname: "Dahl".to_string(), home };
    let second_tenant = relocate(first_tenant.clone(), "Bodo");
    for tenant in [&first_tenant, &second_tenant] {
        println!("{} lives at {}, {}", doorbell(tenant), tenant.home.street, tenant.home.town);
    }
}
