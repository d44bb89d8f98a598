//~ family: E0276-bound-added
trait Codec<const N: usize> {
    type Error;

    fn encode<'a, T>(&self, items: &'a [T]) -> Option<[&'a T; N]>;
    fn decode<T, U: From<T>>(&self, parts: [T; N]) -> Result<Vec<U>, Self::Error>;
    fn zip<L, R>(left: [L; N], right: [R; N]) -> Vec<(L, R)> {
        left.into_iter().zip(right).collect()
    }
}

struct Strict;

#[derive(Debug, PartialEq)]
struct WrongLength(usize);

impl<const N: usize> Codec<N> for Strict {
    type Error = WrongLength;

    fn encode<'a, T>(&self, items: &'a [T]) -> Option<[&'a T; N]> {
        let borrowed: Vec<&T> = items.iter().collect();
        borrowed.try_into().ok()
    }

    fn decode<T, U: From<T>>(&self, parts: [T; N]) -> Result<Vec<U>, Self::Error> {
        if N == 0 {
            return Err(WrongLength(N));
        }
        Ok(parts.into_iter().map(U::from).collect())
    }

    fn zip<L, R>(left: [L; N], right: [R; N]) -> Vec<(L, R)> {
        let mut right = right.into_iter();
        left.into_iter().filter_map(|item| Some((item, right.next()?))).collect()
    }
}

fn main() {
    let wide: Result<Vec<u64>, WrongLength> = Strict.decode([7u8, 9]);
    let pair: Option<[&char; 2]> = Strict.encode(&['x', 'y']);
    println!("{wide:?} {pair:?} {:?}", Strict::zip(["a", "b"], [4.5, 1.0]));
    println!("{:?}", Codec::<0>::decode::<u8, u16>(&Strict, []).map_err(|WrongLength(n)| n));
}
