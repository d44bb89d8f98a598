"""The options that several commands take, each with its one help."""

from typing import Annotated

import typer

Json = Annotated[bool, typer.Option("--json", help="Print one JSON object instead of words.")]
Model = Annotated[
    str | None,
    typer.Option(
        "--model", metavar="MODEL", help="`embedded`, a model's folder, a Hugging Face id, or URL#MODEL of a server."
    ),
]
Edition = Annotated[
    str | None, typer.Option("--edition", metavar="YEAR", help="Of a single file; 2021 if it is not given.")
]
Seed = Annotated[int | None, typer.Option("--seed", min=0, metavar="N", help="Seed of everything that is sampled.")]
Attempts = Annotated[
    int | None, typer.Option("--attempts", min=1, metavar="N", help="Candidates of each model stage for each error.")
]
Stages = Annotated[
    str | None, typer.Option("--stages", metavar="0,1,2", help="0 compiler suggestions, 1 specialist, 2 base model.")
]
Test = Annotated[bool, typer.Option("--test", help="Fixed means that the tests pass as well.")]
Clippy = Annotated[bool, typer.Option("--clippy", help="The lints of the setting `clippy_lints` count as errors too.")]
NoSandbox = Annotated[
    bool, typer.Option("--unsafe-no-sandbox", help="Check the crate even where no sandbox protects your files.")
]
Library = Annotated[str | None, typer.Option("--library", metavar="VERSION", help="Not the one served.")]
SuiteName = Annotated[str, typer.Option("--suite", metavar="NAME|FILE", help="A suite's name, or any file of tasks.")]
