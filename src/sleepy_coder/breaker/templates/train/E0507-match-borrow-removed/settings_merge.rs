//~ family: E0507-match-borrow-removed
use std::collections::HashMap;

struct Settings {
    theme: Option<String>,
    proxy: Result<String, String>,
    limits: (Option<Vec<u32>>, bool),
}

fn summary(settings: &Settings) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(ref theme) = settings.theme {
        lines.push(theme.to_lowercase());
    }
    lines.push(match settings.proxy.as_ref() {
        Ok(address) if address.is_empty() => "direct".to_string(),
        Ok(address) => format!("via {address}"),
        Err(reason) => format!("no proxy: {reason}"),
    });
    if let (Some(limits), true) = &settings.limits {
        lines.extend(limits.iter().map(u32::to_string));
    }
    lines
}

fn rename(all: &mut HashMap<u8, Settings>, id: u8, suffix: &str) -> bool {
    let Some(settings) = all.get_mut(&id) else { return false };
    match settings.theme.as_mut() {
        Some(theme) => theme.push_str(suffix),
        None => return false,
    }
    true
}

fn main() {
    let plain = Settings { theme: None, proxy: Err("off".into()), limits: (None, true) };
    let full = Settings { theme: Some("Dusk".into()), proxy: Ok("gate".into()), limits: (Some(vec![4, 9]), true) };
    let mut all = HashMap::from([(1, plain), (2, full)]);
    println!("{} {}", rename(&mut all, 1, "x"), rename(&mut all, 2, "-night"));
    println!("{:?} {:?}", summary(&all[&1]), summary(&all[&2]));
}
