//~ family: E0072-unboxed
#[derive(Clone, Debug)]
struct Plan {
    action: &'static str,
    minutes: u32,
    then: Option<Box<Plan>>,
    otherwise: Option<(u32, Box<Plan>)>,
}

fn step(action: &'static str, minutes: u32) -> Plan {
    Plan { action, minutes, then: None, otherwise: None }
}

fn total(plan: &Plan) -> u32 {
    let then = plan.then.as_ref().map_or(0, |next| total(next));
    let other = plan.otherwise.as_ref().map_or(0, |(chance, next)| total(next) * chance / 100);
    plan.minutes + then + other
}

fn main() {
    let bake = Plan { otherwise: Some((30, step("buy", 12).into())), ..step("bake", 40) };
    let cook = Plan { then: Some(bake.clone().into()), ..step("mix", 10) };
    println!("{} {} {}", cook.action, total(&cook), total(&bake));
}
