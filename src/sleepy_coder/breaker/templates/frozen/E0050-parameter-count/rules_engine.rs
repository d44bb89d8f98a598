//~ family: E0050-parameter-count
use std::collections::BTreeMap;

type Facts = BTreeMap<&'static str, i32>;

trait Rule {
    fn applies(&self, facts: &Facts, strict: bool) -> bool;
    fn fire(&self, facts: &mut Facts);
}

struct Always;
struct Over {
    key: &'static str,
    limit: i32,
}

impl Rule for Always {
    fn applies(&self, _facts: &Facts, _strict: bool) -> bool {
        true
    }

    fn fire(&self, facts: &mut Facts) {
        *facts.entry("fired").or_insert(0) += 1;
    }
}

impl Rule for Over {
    fn applies(&self, facts: &Facts, strict: bool) -> bool {
        facts.get(self.key).is_some_and(|value| *value > self.limit || (!strict && *value == self.limit))
    }

    fn fire(&self, facts: &mut Facts) {
        facts.insert("alarm", self.limit);
    }
}

fn run(rules: &[Box<dyn Rule>], facts: &mut Facts) -> usize {
    let chosen: Vec<&Box<dyn Rule>> = rules.iter().filter(|rule| rule.applies(facts, true)).collect();
    chosen.iter().for_each(|rule| rule.fire(facts));
    chosen.len()
}

fn main() {
    let rules: Vec<Box<dyn Rule>> = vec![Box::new(Always), Box::new(Over { key: "heat", limit: 70 })];
    let mut facts = Facts::from([("heat", 90)]);
    let fired = run(&rules, &mut facts);
    println!("{fired} {facts:?}");
}
