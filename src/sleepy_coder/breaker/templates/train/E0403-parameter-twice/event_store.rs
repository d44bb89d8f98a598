//~ family: E0403-parameter-twice
use std::rc::Rc;

trait Reducer<S> {
    type Action;

    fn reduce(&self, state: S, action: &Self::Action) -> S;
}

struct Fold<S, A> {
    step: fn(S, &A) -> S,
}

impl<S, A> Reducer<S> for Fold<S, A> {
    type Action = A;

    fn reduce(&self, state: S, action: &A) -> S {
        (self.step)(state, action)
    }
}

struct Store<'r, S, R>
where
    R: Reducer<S>,
{
    state: Option<S>,
    reducer: &'r R,
    past: Vec<Rc<R::Action>>,
}

impl<'r, S, R> Store<'r, S, R>
where
    R: Reducer<S>,
{
    fn over(reducer: &'r R, state: S) -> Self {
        Store { state: Some(state), reducer, past: vec![] }
    }

    fn dispatch(&mut self, action: R::Action) -> bool {
        let Some(state) = self.state.take() else {
            return false;
        };
        self.state = Some(self.reducer.reduce(state, &action));
        self.past.push(Rc::new(action));
        true
    }

    fn into_state(self) -> Option<S> {
        self.state
    }
}

fn apply_all<S, A, I: IntoIterator<Item = A>>(start: S, actions: I, step: fn(S, &A) -> S) -> Option<S> {
    let reducer = Fold { step };
    let mut store = Store::over(&reducer, start);
    let all = actions.into_iter().all(|action| store.dispatch(action));
    if all {
        store.into_state()
    } else {
        None
    }
}

fn main() {
    let text = apply_all(String::new(), ["in", "out"], |state, action| state + action + ".");
    println!("{text:?}");
}
