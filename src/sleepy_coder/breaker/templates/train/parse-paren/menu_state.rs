//~ family: parse-paren
#[derive(Debug, Clone, Copy)]
enum Screen {
    Title,
    Playing { lives: u8, score: u32 },
    Over(u32),
}

enum Input {
    Start,
    Hit(u8),
    Coins(u32),
}

fn next(screen: Screen, input: &Input) -> Screen {
    match (screen, input) {
        (Screen::Title | Screen::Over(_), Input::Start) => Screen::Playing { lives: 3, score: 0 },
        (Screen::Playing { lives, score }, Input::Hit(damage)) => {
            if lives <= *damage {
                Screen::Over(score)
            } else {
                Screen::Playing {
                    lives: lives - damage,
                    score,
                }
            }
        }
        (Screen::Playing { lives, score }, Input::Coins(coins)) => Screen::Playing {
            lives,
            score: score.saturating_add(coins * 10),
        },
        (other, _) => other,
    }
}

fn main() {
    let inputs = vec![
        Input::Coins(2),
        Input::Start,
        Input::Coins(7),
        Input::Hit(1),
        Input::Hit(5),
    ];
    let end = inputs.iter().fold(Screen::Title, |screen, input| {
        let after = next(screen, input);
        println!("{:?}", (screen, after));
        after
    });
    assert!(
        matches!(end, Screen::Over(score) if score == 70),
        "unexpected end: {end:?}"
    );
}
