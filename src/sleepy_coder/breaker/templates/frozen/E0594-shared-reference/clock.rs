//~ family: E0594-shared-reference
trait Tick {
    fn tick(&mut self);
}

struct Clock {
    minutes: u16,
    alarm: Option<u16>,
}

impl Tick for Clock {
    fn tick(&mut self) {
        self.minutes = (self.minutes + 1) % 1440;
        if let Some(left) = self.alarm.as_mut() {
            *left -= 1;
        }
    }
}

fn set(clock: &mut Clock, hours: u16, minutes: u16) {
    clock.minutes = hours * 60 + minutes;
}

fn main() {
    let mut clock = Clock { minutes: 0, alarm: Some(30) };
    set(&mut clock, 23, 59);
    clock.tick();
    println!("{} {:?}", clock.minutes, clock.alarm);
}
