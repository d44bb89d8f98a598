"""How long work tells what it is doing."""

from collections.abc import Callable

Tell = Callable[[str, float, str], None]
"""Hears of the station, how much of it is done (0 to 1), and what is going on in words."""
