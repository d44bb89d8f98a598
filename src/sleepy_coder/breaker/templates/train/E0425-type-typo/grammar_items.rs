//~ family: E0425-type-typo
#[derive(Debug)]
pub enum ParseError<'s> {
    Unclosed { opened: usize },
    Stray(&'s str, Span),
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Span {
    pub from: usize,
    pub till: usize,
}

pub struct Spanned<T> {
    pub item: T,
    pub span: Span,
}

impl<T> Spanned<T> {
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Spanned<U> {
        Spanned {
            item: change(self.item),
            span: self.span,
        }
    }
}

impl From<std::ops::RangeInclusive<usize>> for Span {
    fn from(range: std::ops::RangeInclusive<usize>) -> Self {
        Span {
            from: *range.start(),
            till: *range.end(),
        }
    }
}

pub fn section<'s>(text: &'s str, open: char, close: char) -> Result<Spanned<&'s str>, ParseError<'s>> {
    let Some(start) = text.find(open) else {
        return Err(ParseError::Stray(text, Span::default()));
    };
    let inner = &text[start + open.len_utf8()..];
    match inner.find(close) {
        None => Err(ParseError::Unclosed { opened: start }),
        Some(length) => Ok(Spanned {
            item: &inner[..length],
            span: (start..=start + length).into(),
        }),
    }
}

fn main() {
    let numbers = |found: Spanned<&str>| -> Spanned<Vec<u8>> { found.map(|text| text.bytes().collect()) };
    for text in ["call(ab)", "call(ab", "plain"] {
        match section(text, '(', ')').map(numbers) {
            Ok(Spanned {
                item,
                span: Span { from, till },
            }) => println!("{item:?} {from} {till}"),
            Err(ParseError::Stray(rest, span)) => println!("stray {rest} {span:?}"),
            Err(ParseError::Unclosed { opened }) => println!("opened at {opened}"),
        }
    }
}
