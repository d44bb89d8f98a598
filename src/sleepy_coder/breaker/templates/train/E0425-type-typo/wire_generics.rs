//~ family: E0425-type-typo
use std::marker::PhantomData;
use std::rc::{Rc, Weak};

struct Meters;
struct Feet;

struct Length<U> {
    value: i32,
    unit: PhantomData<U>,
}

struct Cable {
    length: Length<Meters>,
    peer: Option<Weak<Cable>>,
}

impl<U> Length<U> {
    fn new(value: i32) -> Self {
        Self { value, unit: PhantomData }
    }
}

impl From<Length<Feet>> for Length<Meters> {
    fn from(feet: Length<Feet>) -> Length<Meters> {
        Length::new(feet.value * 3 / 10)
    }
}

fn total<I, C>(cables: I) -> Length<Meters>
where
    I: IntoIterator<Item = C>,
    C: AsRef<Cable>,
{
    Length::new(cables.into_iter().map(|cable| cable.as_ref().length.value).sum())
}

impl AsRef<Cable> for Cable {
    fn as_ref(&self) -> &Cable {
        self
    }
}

fn partner(cable: &Cable) -> Option<Rc<Cable>> {
    cable.peer.as_ref().and_then(Weak::upgrade)
}

fn main() {
    let metres: Length<Meters> = Length::<Feet>::new(40).into();
    let first: Rc<Cable> = Rc::new(Cable { length: metres, peer: None });
    let second = Cable { length: Length::new(7), peer: Some(Rc::downgrade(&first)) };
    println!("{:?}", partner(&second).map(|cable| cable.length.value));
    println!("{}", total::<_, &Cable>([first.as_ref(), &second]).value);
}
