//~ family: E0424-self-param-removed
//~ vary i64: i64 | i32 | u32
#[allow(dead_code)]
mod stack {
    use std::collections::VecDeque;

    #[derive(Debug, Default)]
    pub struct Stack<T> {
        items: VecDeque<T>,
    }

    pub trait Peek {
        type Item;

        fn top(&self) -> Option<&Self::Item>;

        fn has_top(&self) -> bool {
            Self::top(self).is_some()
        }
    }

    impl<T> Stack<T> {
        pub fn with(mut self, item: T) -> Self {
            self.items.push_back(item);
            self
        }

        pub fn into_vec(self) -> Vec<T> {
            self.items.into()
        }

        pub fn first_two(&mut self) -> Option<(&mut T, &mut T)> {
            let mut every = self.items.iter_mut();
            every.next().zip(every.next())
        }

        pub fn sum(&self) -> i64
        where
            T: Copy + Into<i64>,
        {
            self.items.iter().copied().map(Into::into).sum()
        }
    }
}

fn main() {
    let stack = stack::Stack::<u8>::default().with(4).with(19);
    println!("{stack:?}");
}
