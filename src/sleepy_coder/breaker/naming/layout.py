"""Short bodies on one line, as people type them into a scratch file: `fn main() { let n = 3; println!("{n}"); }`."""

from random import Random

from sleepy_coder.breaker.syntax import Break, Cut, Syntax

LONGEST = 90
CHANCE = 0.5


def compacted(source: str, rng: Random) -> str:
    """`source` with about half of those function bodies on one line that fit there; comments keep theirs."""
    syntax = Syntax(source.encode())
    cuts = []
    for function in syntax.all("function_item"):
        body = function.child_by_field_name("body")
        if body is None:
            continue
        text = syntax.text(body)
        joined = " ".join(line.strip() for line in text.split("\n"))
        start = body.start_byte - syntax.source.rfind(b"\n", 0, body.start_byte)
        many_lined = any(line.count('"') % 2 for line in text.split("\n"))  # a string that goes over the end of a line
        if "//" in text or many_lined or start + len(joined) > LONGEST:
            continue
        if rng.random() < CHANCE:
            cuts.append(Cut(body.start_byte, body.end_byte, joined.encode()))
    return Break(tuple(cuts)).apply(syntax.source).decode()
