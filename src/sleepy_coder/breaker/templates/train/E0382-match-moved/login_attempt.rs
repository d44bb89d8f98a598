//~ family: E0382-match-moved
#[derive(Debug, Clone, PartialEq)]
enum Login {
    Guest,
    Known(User),
}

#[derive(Debug, Clone, PartialEq)]
struct User {
    name: String,
    mail: Result<String, String>,
}

fn greeting(login: Login) -> (String, Login) {
    let Login::Known(user) = &login else {
        return ("Welcome".to_string(), login);
    };
    let line = match &user.mail {
        Ok(mail) => format!("Hello {} <{mail}>", user.name),
        Err(raw) => format!("Hello {}, is {raw:?} a mail address?", user.name),
    };
    (line, login)
}

fn verified(user: User) -> Option<User> {
    let checked = match user.mail.as_ref() {
        Ok(mail) => mail.contains('.'),
        Err(_) => false,
    };
    checked.then_some(user)
}

fn main() {
    let mail = Ok(String::from("eva@sea.org"));
    let known = Login::Known(User {
        name: String::from("Eva"),
        mail,
    });
    for login in [Login::Guest, known] {
        let copy = login.clone();
        let (line, login) = greeting(login);
        println!("{line} {}", login == copy);
        if let Login::Known(ref user) = login {
            println!("{}", user.name);
        }
        let users: Vec<Login> = std::iter::once(login).filter(|login| *login != Login::Guest).collect();
        if let [Login::Known(user)] = &users[..] {
            println!("{:?}", verified(user.clone()));
        }
    }
}
