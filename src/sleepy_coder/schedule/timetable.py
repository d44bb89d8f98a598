"""When a timer tries: at an hour of the night, and each hour after it a few times, should the moment be bad."""

import re
from datetime import datetime, timedelta
from typing import NamedTuple

from sleepy_coder.errors import UsageError

TRIES = 4


class Timetable(NamedTuple):
    """Local time of the first try; the others follow hour by hour."""

    hour: int
    minute: int

    @property
    def hours(self) -> tuple[int, ...]:
        """The hours of all tries."""
        return tuple((self.hour + offset) % 24 for offset in range(TRIES))

    def next_after(self, moment: datetime) -> datetime:
        """The next try after `moment`."""
        today = moment.replace(minute=self.minute, second=0, microsecond=0)
        tries = (today.replace(hour=hour) + timedelta(days=day) for day in (0, 1) for hour in self.hours)
        return min(one for one in tries if one > moment)


def parse_timetable(text: str) -> Timetable:
    """A time of day such as 03:30. Raises UsageError."""
    found = re.fullmatch(r"([01]?\d|2[0-3]):([0-5]\d)", text.strip())
    if found is None:
        raise UsageError(f"{text!r} is no time of day: write it as 03:30")
    return Timetable(int(found[1]), int(found[2]))
