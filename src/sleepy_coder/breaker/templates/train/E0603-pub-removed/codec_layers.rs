//~ family: E0603-pub-removed
mod codec {
    pub mod error {
        #[derive(Debug)]
        pub struct Truncated;

        impl std::fmt::Display for Truncated {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("truncated")
            }
        }
    }

    pub mod run_length {
        use crate::codec::error::Truncated;

        pub fn pack(bytes: &[u8]) -> Vec<u8> {
            let runs = bytes.chunk_by(|left, right| left == right);
            runs.flat_map(|run| [run.len() as u8, run[0]]).collect()
        }

        pub(in crate::codec) fn unpack(bytes: &[u8]) -> Result<Vec<u8>, Truncated> {
            if bytes.len() % 2 != 0 {
                return Err(Truncated);
            }
            Ok(bytes
                .chunks(2)
                .flat_map(|pair| vec![pair[1]; usize::from(pair[0])])
                .collect())
        }
    }

    pub fn round_trip(text: &str) -> Option<bool> {
        let packed = run_length::pack(text.as_bytes());
        let unpacked = run_length::unpack(&packed).ok()?;
        Some(unpacked == text.as_bytes())
    }

    pub fn check(bytes: &[u8]) -> String {
        match run_length::unpack(bytes) {
            Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
            Err(problem) => problem.to_string(),
        }
    }
}

use codec::{check, round_trip as same};

fn main() {
    println!("{:?} {}", same("aaab"), check(&[2, b'x', 1, b'y']));
    println!("{} {:?}", check(&[3]), codec::run_length::pack(b"zz"));
}
