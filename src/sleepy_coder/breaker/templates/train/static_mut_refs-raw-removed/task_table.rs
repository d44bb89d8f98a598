//~ family: static_mut_refs-raw-removed
//~ edition: 2024
#[derive(Clone, Copy, PartialEq)]
enum State {
    Free,
    Ready { priority: u8 },
}

const SLOTS: usize = 3;

static mut TABLE: [State; SLOTS] = [State::Free; SLOTS];
static mut CURRENT: Option<usize> = None;

fn spawn(priority: u8) -> Result<usize, &'static str> {
    let table = &raw mut TABLE;
    for at in 0..SLOTS {
        let free = unsafe { (*table)[at] == State::Free };
        if free {
            unsafe { (*table)[at] = State::Ready { priority } };
            return Ok(at);
        }
    }
    Err("full")
}

fn schedule() -> Option<usize> {
    let current = &raw mut CURRENT;
    let best = unsafe { &*(&raw const TABLE) }
        .iter()
        .enumerate()
        .filter_map(|(at, state)| match state {
            State::Ready { priority } => Some((*priority, at)),
            State::Free => None,
        })
        .max();
    unsafe {
        *current = best.map(|(_, at)| at);
        *current
    }
}

unsafe fn release() {
    if let Some(at) = unsafe { (*(&raw mut CURRENT)).take() } {
        unsafe { (*(&raw mut TABLE))[at] = State::Free };
    }
}

fn main() {
    let made: Vec<_> = [4, 9, 1, 7].into_iter().map(spawn).collect();
    println!("{made:?} {:?}", schedule());
    unsafe { release() };
    println!("{:?}", schedule());
}
