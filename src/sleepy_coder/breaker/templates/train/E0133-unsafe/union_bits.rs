//~ family: E0133-unsafe
//~ vary i32: i32 | i16
#[derive(Clone, Copy)]
#[repr(C)]
union Word {
    number: i32,
    bits: u32,
}

enum View {
    Signed,
    Binary,
}

fn render(word: Word, view: &View) -> String {
    match view {
        View::Signed => {
            let number = unsafe { word.number };
            format!("{:+}", number)
        }
        View::Binary => {
            let bits = unsafe { word.bits };
            format!("{:b}", bits)
        }
    }
}

fn main() {
    let word = Word { bits: 37 };
    for view in [View::Signed, View::Binary] {
        println!("{}", render(word, &view));
    }
}
