//~ family: E0185-self-added
mod registry {
    use std::any::TypeId;

    pub trait Component: 'static {
        fn key() -> &'static str;
        unsafe fn raw_size() -> usize;
        fn create(name: String) -> Option<Box<Self>>;
    }

    pub fn id_of<C: Component>() -> (TypeId, &'static str) {
        (TypeId::of::<C>(), C::key())
    }
}

mod parts {
    use super::registry::Component;

    pub struct Wheel {
        pub name: String,
    }

    impl Component for Wheel {
        fn key() -> &'static str {
            "wheel"
        }

        unsafe fn raw_size() -> usize {
            std::mem::size_of::<Self>()
        }

        fn create(name: String) -> Option<Box<Self>> {
            if name.is_empty() {
                return None;
            }
            Some(Box::new(Wheel { name }))
        }
    }
}

use registry::Component;

fn main() {
    let (id, key) = registry::id_of::<parts::Wheel>();
    let wheel = parts::Wheel::create(key.to_uppercase());
    println!("{:?} {}", wheel.map(|wheel| wheel.name), id == std::any::TypeId::of::<parts::Wheel>());
    println!("{}", unsafe { parts::Wheel::raw_size() } > 0);
}
