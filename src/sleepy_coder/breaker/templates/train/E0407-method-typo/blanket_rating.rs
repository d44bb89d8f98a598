//~ family: E0407-method-typo
//~ vary u64: u64 | u32 | usize
mod rated {
    pub(super) trait Rated {
        fn stars(&self) -> u64 {
            3
        }

        fn is_good(&self) -> bool {
            self.stars() > 3
        }
    }

    impl Rated for str {
        fn stars(&self) -> u64 {
            self.matches('*').count() as u64
        }
    }

    impl<T: Rated + ?Sized> Rated for Option<&T> {
        fn is_good(&self) -> bool {
            self.is_some_and(|inner| inner.is_good())
        }
    }

    impl<T> Rated for Vec<T>
    where
        T: Rated,
    {
        fn stars(&self) -> u64 {
            let all = self.iter().map(Rated::stars);
            all.max().unwrap_or_default()
        }
    }
}

fn main() {
    use rated::Rated;
    println!("{} {} {}", "****".stars(), Some("*").is_good(), None::<&str>.is_good());
    println!("{}", vec![Some("**"), None].stars());
}
