"""A corpus of made-up secrets planted in Rust code, by kind, to measure what a scrubber lets through.

Written before the scrubber. Nothing in it was ever valid: all is drawn at random from a seed. The kinds of `BEYOND` are
those that line-wise pattern matching cannot see: split strings, keys over several lines without a header, credentials
inside URLs and paths, what the compiler quotes, values that only a `.env` file gives away.
"""

import string
from collections.abc import Callable
from random import Random
from typing import NamedTuple

ALNUM = string.ascii_letters + string.digits
BASE64 = ALNUM + "+/"
HEX = string.hexdigits[:16]
UPPER = string.ascii_uppercase + string.digits


class Planted(NamedTuple):
    """One secret: Rust code that holds it, what stands in the crate's `.env` file, and the pieces of which none may
    survive. `code` compiles as a module.
    """

    kind: str
    code: str
    needles: tuple[str, ...]
    env: str = ""


def _drawn(rng: Random, alphabet: str, length: int) -> str:
    return "".join(rng.choice(alphabet) for _ in range(length))


def _constant(kind: str, rng: Random, secret: str, name: str = "TOKEN") -> Planted:
    forms = (
        'pub const {n}: &str = "{s}";\n',
        'pub fn connect() -> usize {{\n    let value = String::from("{s}");\n    value.len()\n}}\n',
        'pub struct Config {{ pub value: &\'static str }}\npub const C: Config = Config {{ value: "{s}" }};\n',
        "// remove before release: {s}\npub fn run() {{}}\n",
    )
    return Planted(kind, rng.choice(forms).format(n=name, s=secret), (secret,))


def _pem(rng: Random, kind: str = "private key block") -> Planted:
    body = [_drawn(rng, BASE64, 64) for _ in range(5)]
    key = "\n".join(["-----BEGIN RSA PRIVATE KEY-----", *body, "-----END RSA PRIVATE KEY-----"])
    return Planted(kind, f'pub const KEY: &str = "{key}";\n', tuple(body))


def _password(rng: Random) -> Planted:
    word = f"{rng.choice(('hunter', 'dragon', 'correct', 'winter'))}{_drawn(rng, ALNUM, 6)}!{rng.randrange(100)}"
    name = rng.choice(("password", "passwd", "db_password", "api_secret"))
    return Planted(
        "password by its name", f'pub fn open() {{\n    let {name} = "{word}";\n    drop({name});\n}}\n', (word,)
    )


def _split(rng: Random) -> Planted:
    secret = "ghp_" + _drawn(rng, ALNUM, 36)
    at = rng.randrange(10, 30)
    joined = rng.choice(('concat!("{a}", "{b}")', 'concat!(\n    "{a}",\n    "{b}",\n)'))
    text = "pub const T: &str = " + joined.format(a=secret[:at], b=secret[at:]) + ";\n"
    return Planted("split string", text, (secret[:at], secret[at:]))


def _continued(rng: Random) -> Planted:
    lines = [_drawn(rng, BASE64, 44) for _ in range(3)]
    return Planted("key over several lines", 'pub const K: &str = "' + "\\\n    ".join(lines) + '";\n', tuple(lines))


def _url(rng: Random) -> Planted:
    word = _drawn(rng, ALNUM, 14)
    form = rng.choice(
        (
            "postgres://service:{}@db.example.org:5432/main",
            "https://build:{}@git.example.org/team/repo.git",
            "amqp://worker:{}@queue.example.org/%2f",
            "https://api.example.org/v1/items?limit=5&access_token={}",
        )
    )
    return Planted("credentials in a URL", f'pub const URL: &str = "{form.format(word)}";\n', (word,))


def _path(rng: Random) -> Planted:
    word = _drawn(rng, HEX, 32)
    form = rng.choice(("/home/ann/.config/tool/token-{}", "/run/secrets/{}/key", "../private/{}.pem"))
    return Planted("secret in a path", f'pub fn at() -> &\'static str {{ "{form.format(word)}" }}\n', (word,))


def _quoted_by_rustc(rng: Random) -> Planted:
    word = "sk_live_" + _drawn(rng, ALNUM, 24)
    return Planted("quoted by the compiler", f'pub fn id() -> u32 {{\n    "{word}"\n}}\n', (word,))


def _bytes(rng: Random) -> Planted:
    word = _drawn(rng, HEX, 40)
    return Planted("byte string", f'pub const K: &[u8] = b"{word}";\n', (word,))


def _environment(rng: Random) -> Planted:
    word = (
        f"{rng.choice(('blue', 'tall', 'warm'))}-{rng.choice(('otter', 'maple', 'anvil'))}-{rng.randrange(1000, 9999)}"
    )
    return Planted("value of .env", f'pub const PASS: &str = "{word}";\n', (word,), f"SERVICE_PASSPHRASE={word}\n")


def _connection(rng: Random) -> Planted:
    word = _drawn(rng, ALNUM, 16)
    text = f"Server=db.example.org;Database=main;User Id=app;Password={word};"
    return Planted("connection string", f'pub const C: &str = "{text}";\n', (word,))


def _jwt(rng: Random) -> Planted:
    parts = ("eyJhbGciOiJIUzI1NiJ9", "eyJzdWIiOiI" + _drawn(rng, ALNUM, 30), _drawn(rng, ALNUM + "-_", 43))
    return _constant("web token", rng, ".".join(parts))


KINDS: dict[str, Callable[[Random], Planted]] = {
    "cloud access key": lambda rng: _constant("cloud access key", rng, "AKIA" + _drawn(rng, UPPER, 16)),
    "cloud secret key": lambda rng: _constant("cloud secret key", rng, _drawn(rng, BASE64, 40), "AWS_SECRET_KEY"),
    "forge token": lambda rng: _constant("forge token", rng, "ghp_" + _drawn(rng, ALNUM, 36)),
    "second forge token": lambda rng: _constant("second forge token", rng, "glpat-" + _drawn(rng, ALNUM + "-_", 20)),
    "chat token": lambda rng: _constant(
        "chat token",
        rng,
        f"xoxb-{_drawn(rng, string.digits, 12)}-{_drawn(rng, string.digits, 12)}-{_drawn(rng, ALNUM, 24)}",
    ),
    "payment key": lambda rng: _constant("payment key", rng, "sk_live_" + _drawn(rng, ALNUM, 24)),
    "mail key": lambda rng: _constant("mail key", rng, f"SG.{_drawn(rng, ALNUM, 22)}.{_drawn(rng, ALNUM + '-_', 43)}"),
    "package token": lambda rng: _constant("package token", rng, "npm_" + _drawn(rng, ALNUM, 36)),
    "model key": lambda rng: _constant("model key", rng, "sk-proj-" + _drawn(rng, ALNUM + "-_", 48)),
    "maps key": lambda rng: _constant("maps key", rng, "AIza" + _drawn(rng, ALNUM + "-_", 35)),
    "crate token": lambda rng: _constant("crate token", rng, "cio" + _drawn(rng, ALNUM, 32)),
    "file key": lambda rng: _constant("file key", rng, "AGE-SECRET-KEY-1" + _drawn(rng, UPPER, 58)),
    "hexadecimal key": lambda rng: _constant("hexadecimal key", rng, _drawn(rng, HEX, 64)),
    "web token": _jwt,
    "private key block": _pem,
    "password by its name": _password,
    "connection string": _connection,
    "split string": _split,
    "key over several lines": _continued,
    "credentials in a URL": _url,
    "secret in a path": _path,
    "quoted by the compiler": _quoted_by_rustc,
    "byte string": _bytes,
    "value of .env": _environment,
}
BEYOND = (
    *("split string", "key over several lines", "credentials in a URL", "secret in a path", "quoted by the compiler"),
    *("byte string", "value of .env"),
)


def planted(each: int, seed: int) -> list[Planted]:
    """`each` secrets of every kind, the same for the same seed."""
    rng = Random(f"secrets/{seed}")
    return [make(rng) for make in KINDS.values() for _ in range(each)]
