//~ family: E0594-mut-removed
//~ vary u32: u32 | u64
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
enum Status {
    Idle,
    Waiting(u32),
    Failed { reason: String },
}

struct Connection {
    host: String,
    status: Status,
    tries: u32,
}

fn connect(hosts: &[&str], refuse: impl Fn(&str) -> Option<String>) -> Vec<Connection> {
    let mut made = Vec::new();
    for host in hosts {
        let mut connection = Connection {
            host: host.to_string(),
            status: Status::Idle,
            tries: 1,
        };
        if let Some(reason) = refuse(host) {
            connection.status = Status::Failed { reason };
        }
        made.push(connection);
    }
    made
}

fn retried(old: Connection, limit: u32) -> Result<Connection, Connection> {
    match old {
        Connection { tries, .. } if tries >= limit => Err(old),
        mut again => {
            again.tries += 1;
            Ok(Connection {
                status: Status::Waiting(again.tries),
                ..again
            })
        }
    }
}

fn counted(connections: &[Connection]) -> HashMap<bool, u32> {
    let mut counts = [0, 0];
    connections
        .iter()
        .map(|connection| connection.status == Status::Idle)
        .for_each(|idle| {
            counts[usize::from(idle)] += 1;
        });
    HashMap::from([(false, counts[0]), (true, counts[1])])
}

fn main() {
    let connections = connect(&["north", "south"], |host| {
        host.starts_with('n').then(|| "busy".to_string())
    });
    println!("{:?}", counted(&connections).get(&true));
    for connection in connections {
        match retried(connection, 2).and_then(|next| retried(next, 2)) {
            Ok(Connection { host, .. }) => println!("{host} is back"),
            Err(Connection { host, status, tries }) => println!("{host}: {status:?} after {tries}"),
        }
    }
}
