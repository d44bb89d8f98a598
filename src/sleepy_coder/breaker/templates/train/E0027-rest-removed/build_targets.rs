//~ family: E0027-rest-removed
//~ vary parser: parser | linker | loader
use std::collections::HashMap;

struct Target {
    command: String,
    needs: Vec<&'static str>,
    minutes: u32,
}

type Plan = HashMap<&'static str, Target>;

fn cost(plan: &Plan, goal: &str) -> Result<u32, String> {
    let Some(Target { needs, minutes, .. }) = plan.get(goal) else {
        return Err(format!("no rule for {goal}"));
    };
    let mut total = *minutes;
    for need in needs {
        total += cost(plan, need)?;
    }
    Ok(total)
}

fn main() {
    let mut plan = Plan::new();
    plan.insert("parser", Target { command: "gen grammar".into(), needs: vec![], minutes: 4 });
    plan.insert("app", Target { command: "cc main".into(), needs: vec!["parser"], minutes: 11 });
    plan.insert("docs", Target { command: "tex".into(), needs: vec!["app", "figures"], minutes: 2 });
    for goal in ["app", "docs"] {
        match (cost(&plan, goal), plan.get(goal)) {
            (Ok(total), Some(Target { command, .. })) => println!("{goal}: {total} min by '{command}'"),
            (Err(problem), _) => println!("{goal}: {problem}"),
            _ => println!("{goal}: vanished"),
        }
    }
}
