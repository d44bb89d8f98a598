"""Misspelling a name as fingers and memory do."""

from random import Random

from sleepy_coder.breaker.naming.pools import words

# The keys beside each key of a QWERTY keyboard.
_NEIGHBOURS = dict(
    pair.split("=")
    for pair in words(
        "a=s b=vn c=xv d=sf e=wr f=dg g=fh h=gj i=uo j=hk k=jl l=k m=n n=bm"
        " o=ip p=o q=w r=et s=ad t=ry u=yi v=cb w=qe x=zc y=tu z=x"
    )
)
RESERVED = frozenset(
    words(
        "as async await break const continue crate dyn else enum extern false fn for if impl in let loop match mod"
        " move mut pub ref return self Self static struct super trait true type unsafe use where while gen"
    )
)


def misspell(name: str, rng: Random) -> str:
    """`name` with one slip: two letters swapped, one dropped, doubled or mistyped, a plural, a word left out or added.

    Never equal to `name`, always an identifier; now and then too far for rustc to suggest the right one.
    """
    parts = name.split("_")
    for _ in range(20):
        slip = rng.choice(["swap", "swap", "drop", "drop", "double", "key", "plural", "plural", "word", "case"])
        at = rng.randrange(len(name))
        made = name
        if slip == "swap" and at + 1 < len(name):
            made = name[:at] + name[at + 1] + name[at] + name[at + 2 :]
        elif slip == "drop" and len(name) > 2 and at:
            made = name[:at] + name[at + 1 :]
        elif slip == "double":
            made = name[: at + 1] + name[at:]
        elif slip == "key" and name[at] in _NEIGHBOURS and at:
            made = name[:at] + rng.choice(_NEIGHBOURS[name[at]]) + name[at + 1 :]
        elif slip == "plural" and len(name) > 2:
            made = name[:-1] if name.endswith("s") else name + ("S" if name.isupper() else "s")
        elif slip == "word" and name.islower():
            extra = rng.choice(["new", "my", "all", "cur", "total", "value", "list", "id"])
            made = "_".join(parts[:-1]) if len(parts) > 1 and rng.random() < 0.6 else f"{extra}_{name}"
        elif slip == "case" and len(parts) > 1:
            made = name.replace("_", "", 1)
        if made != name and made.isidentifier() and made not in RESERVED:
            return made
    return name + name[-1]
