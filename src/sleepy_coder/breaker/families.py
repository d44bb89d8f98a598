"""The ways of making errors, as one table.

A family is one kind of break: an operator, the error codes that count as its outcome, and whether the embedded model
has ever seen it. Known families make pretraining data; novel ones are what nights have to learn, so the two kinds share
no error code (a test proves it). A syntax error has no code, nor have some errors about lifetimes and editions: `None`
stands for it. A lint's code is its name.
"""

from dataclasses import dataclass

from sleepy_coder.errors import UsageError

Codes = frozenset[str | None]


@dataclass(frozen=True, slots=True)
class Family:
    """One kind of break: `codes` are the only errors that count, `what` says in words what the operator does."""

    name: str
    codes: Codes
    novel: bool
    what: str


def _known(name: str, what: str, *codes: str) -> Family:
    return Family(name, frozenset(codes or (name[:5],)), novel=False, what=what)


def _uncoded(name: str, what: str) -> Family:
    return Family(name, frozenset((None,)), novel=False, what=what)


def _novel(name: str, what: str) -> Family:
    return Family(name, frozenset((name[:5],)), novel=True, what=what)


FAMILIES: tuple[Family, ...] = (
    _known("E0382-clone-removed", "a `.clone()` removed, the value is used after it moved"),
    _known("E0382-loop-moved", "`for x in &v` made `for x in v`, the list is used after it moved"),
    _known("E0382-match-moved", "`match &x` made `match x`, part of the value is used after it moved"),
    _known("E0382-closure-moved", "`move` put before a closure, what it took is used after it moved"),
    _known("E0381-initialiser-removed", "the empty first value of a variable removed"),
    _known("E0384-mut-removed", "`mut` removed from a local that is assigned twice"),
    _known("E0596-mut-removed", "`mut` removed from what is borrowed mutably"),
    _known("E0594-self-ref", "`&mut self` made `&self` in a method that assigns to a field"),
    _known("E0594-mut-removed", "`mut` removed from what a part of is assigned"),
    _known("E0594-shared-reference", "a mutable reference made a shared one, then assigned through"),
    _known("E0596-shared-reference", "a mutable reference made a shared one, then borrowed mutably"),
    _known("E0308-to-string-removed", "a conversion to String removed"),
    _known("E0308-reference-removed", "a `&` removed from an argument"),
    _known("E0308-some-removed", "`Some(x)` made `x`"),
    _known("E0308-ok-removed", "`Ok(x)` made `x`"),
    _known("E0308-tail-semicolon", "a `;` after the value of a block"),
    _known("E0308-question-removed", "a `?` removed"),
    _known("E0308-deref-removed", "a `*` removed"),
    _known("E0425-typo", "a name in an expression misspelt"),
    _known("E0425-self-removed", "`self.field` made `field`"),
    _known("E0609-typo", "a field's name misspelt where it is read"),
    _known("E0560-typo", "a field's name misspelt where a struct is built"),
    _known("E0433-use-removed", "a `use` removed whose type starts a path"),
    _known("E0432-import-typo", "a name in a `use` misspelt"),
    _known("E0369-derive-removed", "a comparison removed from a derive list"),
    _known("E0106-lifetime-removed", "a lifetime removed where it cannot be left out"),
    _known("E0261-lifetime-undeclared", "a lifetime used that nothing declares"),
    _known("E0309-outlives-removed", "the bound `'a` of a type parameter removed"),
    _uncoded("lifetime-bound-removed", "the bound `'_` or `'a` of a returned trait object removed"),
    _uncoded("lifetime-elided", "the lifetime of a returned reference left out, so that it is taken from `self`"),
    _known("E0373-move-removed", "`move` removed from a closure that outlives its locals"),
    _known("E0615-parens-removed", "the `()` of a method call removed"),
    _known("E0603-pub-removed", "`pub` removed from an item that another module uses"),
    _known("E0616-pub-removed", "`pub` removed from a field that another module reads"),
    _known("E0061-extra-argument", "one argument too many in a call"),
    _known("E0782-dyn-removed", "`dyn` removed before a trait"),
    _known("E0507-borrow-removed", "a borrow removed, so that a value moves out of a reference"),
    _known("E0507-match-borrow-removed", "`match &self.x` made `match self.x`, whose parts would move"),
    _known("E0505-clone-removed", "a `.clone()` removed, the value moves while it is borrowed"),
    _known("E0505-use-removed", "`use<..>` removed from an `impl Trait` result of edition 2024", "E0505", "E0506"),
    _known("E0506-borrow", "a copy made a borrow that is still alive when its place is assigned"),
    _known("E0515-local-returned", "what a function or closure makes is returned by reference"),
    _known("E0521-owned-removed", "a copy of a parameter removed that a thread was to own"),
    _known("E0716-owner-removed", "the `let` of a value removed that is then borrowed as a temporary"),
    _known("E0424-self-param-removed", "`self` removed from a method's parameters"),
    _known("E0282-turbofish-removed", "the types removed that inference needs", "E0282", "E0283", "E0284"),
    _known("E0449-pub-added", "`pub` before a trait's method or a variant"),
    _known("E0276-bound-added", "a stricter bound where a trait's generic method is implemented"),
    _known("E0185-self-added", "`&self` given to a trait's function that has none"),
    _known("E0117-orphan", "an `impl` of a library's trait for a library's type added"),
    _known("E0369-bound-removed", "a bound on an operator's trait removed"),
    _known("E0392-lifetime-added", "a lifetime declared on a type that does not use it"),
    _known("E0186-self-removed", "`&self` removed from a trait's method that does not use it"),
    _known("E0038-sized-removed", "`where Self: Sized` removed from a method of a trait that is used behind `dyn`"),
    _known("E0046-type-removed", "an associated type removed from an `impl`"),
    _known("E0107-arguments-removed", "the arguments of a generic type removed"),
    _known("E0107-argument-added", "one generic argument too many"),
    _known("E0403-parameter-twice", "a generic parameter declared a second time"),
    _known("E0404-not-a-trait", "a type where a trait belongs"),
    _known("E0405-trait-name", "a trait's name misspelt, or its `use` removed"),
    _known("E0407-method-typo", "the name of a trait's method misspelt where it is implemented"),
    _known("E0425-type-typo", "a type's name misspelt where it is used"),
    _known("E0592-method-twice", "a method given twice"),
    _known("E0252-import-twice", "a name imported twice"),
    _known("E0023-pattern-field-removed", "a field removed from a tuple pattern"),
    _known("E0026-field-typo", "a field's name misspelt in a pattern"),
    _known("E0027-rest-removed", "the `..` removed from a struct pattern"),
    _known("E0423-struct-parens", "a struct literal written like a call"),
    _known("E0005-else-removed", "the `else` removed from a `let` that may not match"),
    _known("E0040-drop-method", "`drop(x)` made `x.drop()`"),
    _known("E0610-field", "a field read from a number or another primitive"),
    _known("E0308-int-width", "a conversion between integers removed"),
    _known("E0308-ok-method-removed", "`.ok()` removed where an Option is wanted"),
    _known("E0308-box-removed", "`Box::new(x)` made `x`"),
    _known("E0308-if-assign", "`if x == y` made `if x = y`"),
    _known("E0308-match-arm", "a conversion removed from a later arm of a match"),
    _known("E0308-else-type", "a conversion removed from the else of an if"),
    _known("E0015-const-removed", "`const fn` made `fn`, called in a constant"),
    _known("E0268-break", "`return` made `break` outside of a loop"),
    _known("E0416-bound-twice", "a name bound twice in a pattern"),
    _known("E0531-variant-typo", "the name before `(..)` misspelt in a pattern"),
    _known("E0532-arguments-removed", "`Name(_)` made `Name` in a pattern"),
    Family("parse-quote", frozenset(("E0765", None)), novel=False, what="the closing quote of a string removed"),
    _uncoded("parse-semicolon", "the `;` of a statement removed"),
    _uncoded("parse-paren", "a closing parenthesis removed"),
    _uncoded("parse-brace", "a closing brace removed"),
    _uncoded("parse-comma", "a comma removed between two entries of a list"),
    _uncoded("parse-arrow", "the `=>` of a match arm made `->` or `=`"),
    _uncoded("parse-keyword", "`fn` or `let` left out, or `let` made `var` or `auto`"),
    _uncoded("parse-colon", "`::` made `:`"),
    _uncoded("parse-and", "`&&` made `and`, `||` made `or`"),
    _uncoded("parse-increment", "`x += 1` made `x++`"),
    _uncoded("parse-comparison", "`==` made `===`, `!=` made `!==` or `<>`"),
    _novel("E0604-char-cast", "`n as u8 as char` made `n as char`"),
    _novel("E0606-deref-removed", "`*x as f64` made `x as f64`"),
    _novel("E0608-tuple-index", "`x.0` made `x[0]`"),
    _novel("E0277-compare-reference", "`*x == y` made `x == y`"),
    _novel("E0317-else-removed", "the `else` removed from an if with a value"),
    _uncoded("edition-unsafe-extern", "`unsafe extern` made `extern` in edition 2024"),
    _uncoded("edition-unsafe-attribute", "`#[unsafe(no_mangle)]` made `#[no_mangle]` in edition 2024"),
    _uncoded("edition-gen-keyword", "`r#gen` made `gen`, a keyword in edition 2024"),
    _uncoded("edition-binding-modifier", "`ref` or `&` in a pattern that borrows already, in edition 2024"),
    _known("static_mut_refs-raw-removed", "`&raw mut` of a static made `&mut` in edition 2024", "static_mut_refs"),
    _novel("E0599-method-typo", "a method's name misspelt"),
    _novel("E0599-variant-typo", "an enum's variant misspelt"),
    _novel("E0434-closure-removed", "a closure made a function that captures"),
    _novel("E0435-const-removed", "a local `const` made `let`"),
    _novel("E0070-deref-removed", "`*f() = x` made `f() = x`"),
    _novel("E0004-range-end", "`0..=9` made `0..9` in a match"),
    _novel("E0004-guard", "a needless guard on the arm that covers the rest"),
    _novel("E0277-question-on-result", "`.ok()?` made `?`"),
    _novel("E0277-map-err-removed", "`.map_err(..)` removed before a `?`"),
    _novel("E0277-question-in-unit", "`.unwrap()` made `?` where nothing can be returned"),
    _novel("E0277-index-cast", "`v[i as usize]` made `v[i]`"),
    _novel("E0277-collect-ref", "`.copied()` or `.cloned()` removed before a collect"),
    _novel("E0277-range", "`0..n` made `n` in a for loop"),
    _novel("E0277-int-float", "`as f64` removed beside a float"),
    _novel("E0599-not-iterator", "`.iter()` removed before an iterator's method"),
    _novel("E0201-method-twice", "a trait's method implemented twice"),
    _novel("E0072-unboxed", "`Box` removed from a type that holds itself"),
    _novel("E0255-import-clash", "an imported item also defined where it is imported"),
    _novel("E0050-parameter-count", "a parameter too few or too many where a trait's method is implemented"),
    _novel("E0191-binding-removed", "`dyn Iterator<Item = T>` made `dyn Iterator`"),
    _novel("E0220-typo", "the name of an associated type misspelt"),
    _novel("E0428-item-twice", "an item defined twice"),
    _novel("E0053-parameter-type", "another parameter type where a trait's method is implemented"),
    _novel("E0119-derived-too", "a trait derived that is also implemented by hand"),
    _novel("E0204-copy-derived", "`Copy` derived for a type that owns memory"),
    _novel("E0277-bound-removed", "a bound removed that a called function or a macro asks for"),
    _novel("E0599-bound-removed", "a bound removed whose method is called"),
    _known("E0614-deref", "a `*` before a plain value"),
    _known("E0618-call", "`()` after a local value"),
    _novel("E0063-field", "a field left out where a struct is built"),
    _novel("E0133-unsafe", "`unsafe { x }` made `x`"),
    _novel("E0502-borrow", "a copy or clone made a borrow that lives too long"),
    _novel("E0499-second-borrow", "a mutable borrow that is still alive at the next one"),
    _novel("E0597-inner-scope", "a value put into an inner block that a borrow of it leaves"),
    _novel("E0310-static-removed", "the bound `'static` of a type parameter removed"),
    _novel("E0621-lifetime-removed", "the lifetime of a parameter's reference left out"),
    _novel("E0600-negate", "a `-` or `!` before a value that has none"),
    _novel("E0062-field-twice", "a field given twice where a struct is built"),
    _novel("E0605-cast", "`as i32` after a value that is no number"),
)

KNOWN: tuple[str, ...] = tuple(family.name for family in FAMILIES if not family.novel)
NOVEL: tuple[str, ...] = tuple(family.name for family in FAMILIES if family.novel)

_BY_NAME = {family.name: family for family in FAMILIES}


def family_named(name: str) -> Family:
    """The family called `name`; UsageError lists what exists."""
    if name not in _BY_NAME:
        raise UsageError(f"no family of breaks is called {name!r}; choose from: {', '.join(_BY_NAME)}")
    return _BY_NAME[name]
