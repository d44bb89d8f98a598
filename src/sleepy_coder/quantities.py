"""How long and how large, as people write it."""

import re

DAY_SECONDS = 24 * 60 * 60


def parse_duration(text: str) -> float:
    """Seconds in "90s", "15m", "1h30m", "2d" or a bare number; raises ValueError."""
    try:
        return float(text)
    except ValueError:
        pass
    parts = re.fullmatch(r"(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+(?:\.\d+)?)s)?", text.strip().lower())
    if parts is None or not any(parts.groups()):
        raise ValueError(f"{text!r} is not a duration such as 90s, 15m or 1h30m")
    days, hours, minutes, seconds = (float(part or 0) for part in parts.groups())
    return ((days * 24 + hours) * 60 + minutes) * 60 + seconds


def parse_size(text: str) -> int:
    """Bytes in "4096", "512KiB", "256MiB" or "2GiB"; raises ValueError."""
    parts = re.fullmatch(r"(\d+)\s*(|[KMG]iB)", text.strip())
    if parts is None:
        raise ValueError(f"{text!r} is not a size such as 512MiB or 2GiB")
    return int(parts[1]) * {"": 1, "KiB": 1024, "MiB": 1024**2, "GiB": 1024**3}[parts[2]]
