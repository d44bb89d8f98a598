//~ family: E0026-field-typo
//~ vary u8: u8 | u16 | u32
#[derive(Debug, Clone, Copy)]
struct Header {
    version: u8,
    ttl: u8,
    kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Kind {
    Echo { id: u8 },
    Data { offset: u8, last: bool },
}

fn admits(header: &Header) -> bool {
    matches!(
        header,
        Header {
            ttl: 1..=64,
            version: 4 | 6,
            ..
        }
    ) && !matches!(header.kind, Kind::Echo { id: 0 })
}

fn ends(headers: &[Header]) -> impl Iterator<Item = u8> + '_ {
    headers.iter().filter_map(|header| match header {
        Header {
            kind: Kind::Data { offset, last: true },
            ..
        } => Some(*offset),
        _ => None,
    })
}

fn aged(headers: &mut Vec<Header>) {
    headers.retain(|&Header { ttl, .. }| ttl > 0);
    for Header { ttl: hops, .. } in headers.iter_mut() {
        *hops -= 1;
    }
}

fn main() {
    let mut headers = vec![
        Header {
            version: 4,
            ttl: 30,
            kind: Kind::Data { offset: 7, last: true },
        },
        Header {
            version: 6,
            ttl: 0,
            kind: Kind::Echo { id: 2 },
        },
    ];
    aged(&mut headers);
    println!(
        "{:?} {:?}",
        ends(&headers).collect::<Vec<_>>(),
        headers.first().map(admits)
    );
    while let Some(Header {
        version,
        ttl: left,
        kind,
    }) = headers.pop()
    {
        println!("{version} {left} {kind:?}");
    }
}
