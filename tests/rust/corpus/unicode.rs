struct Größe { länge: u32 }

fn größer(a: &Größe) -> u32 {
	let s: String = "漢字😀"; a.lange + s
}

fn main() {
	let g = Größe { länge: 1 };
	g.länge = 2; println!("{}", größer(g));
}