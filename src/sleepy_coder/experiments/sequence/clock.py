"""Time as work: seconds of a core, so that what a run cost does not depend on who else uses the machine."""

import os


def core_seconds() -> float:
    """Of this process, all its threads, and of the programs it has waited for; differences of it mean something."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system
