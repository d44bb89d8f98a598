"""`paths`: where the program keeps its files."""

from sleepy_coder.cli.lazy import one_command
from sleepy_coder.cli.options import Json
from sleepy_coder.cli.output import print_json, say, table
from sleepy_coder.paths import find_paths

app = one_command()


@app.command()
def paths(as_json: Json = False) -> int:
    """Show where the program keeps its files. SLEEPY_CODER_HOME moves all of them."""
    found = find_paths()
    rows = {
        "home": found.home,
        "cache": found.cache,
        "config": found.user_file,
        "episodes": found.episodes_db,
        "library": found.library,
        "nights": found.nights,
        "undo": found.undo,
        "trusted": found.trusted,
    }
    if as_json:
        print_json("paths", {name: str(path) for name, path in rows.items()})
    else:
        say(table((name, str(path)) for name, path in rows.items()))
    return 0
