"""Evidence that may be looked at after every item: test martingales by betting on paired flips.

An item's change x is +1 (gained), -1 (lost) or 0. Who bets a share λ of his wealth on "the mean of x is above c" has
after each item 1 + λ(x - c) times as much. If the mean is not above c, the wealth is a supermartingale that starts at
1, so that it *ever* reaches 1/α with a chance of at most α (Ville 1939), however often one looks and whenever one
stops. Mixing over λ needs no guess of the size of the effect (Robbins 1970); betting on bounded means is that of
Waudby-Smith and Ramdas 2024 (arXiv:2010.09686). Items may be stratified: by the inequality of the means, the product
over strata is no larger than if all were drawn from the mixture.

Counts may be numbers or numpy arrays of one shape. Wealth is given as its natural logarithm.
"""

import math
from typing import Any

import numpy as np

# λ as shares of the largest that cannot ruin, and their prior weights: half of it bets nearly all, because the usual
# candidate answers every old item as before; the rest is for candidates whose items flip both ways
SHARES = np.array([0.98, *(0.7 * 0.72**step for step in range(15))])
WEIGHTS = np.array([0.5, *([0.5 / 15] * 15)])


def gain_evidence(gained: Any, lost: Any) -> Any:
    """Log wealth against "the mean change is at most 0", λ mixed evenly over (0, 1).

    The mixture has the closed form 2^(n+1) B(g+1, l+1) P(X > 1/2), X ~ Beta(g+1, l+1), n = g + l.
    """
    from scipy.special import betainc, betaln

    with np.errstate(divide="ignore"):
        above_half = np.log(betainc(lost + 1, gained + 1, 0.5))
    return (gained + lost + 1) * math.log(2) + betaln(gained + 1, lost + 1) + above_half


def no_loss_evidence(gained: Any, lost: Any, total: Any, margin: float) -> Any:
    """Log wealth against "the mean change is at most -margin" (a fraction), over `total` items flipped or not.

    With gained and lost exchanged: against "the mean change is at least margin".
    """
    from scipy.special import logsumexp

    g, w, n = (np.asarray(count, dtype=float)[..., None] for count in (gained, lost, total))
    bets = SHARES / (1 - margin)
    logs = g * np.log1p(bets * (1 + margin)) + w * np.log1p(bets * (margin - 1)) + (n - g - w) * np.log1p(bets * margin)
    found = logsumexp(logs, axis=-1, b=WEIGHTS)
    return float(found) if np.ndim(found) == 0 else found


def lost_at_most(gained: int, lost: int, total: int, alpha: float) -> float:
    """The smallest margin (a fraction) that is proven at level alpha: an upper confidence bound of the mean loss that
    holds at all times; 1 where nothing is."""
    low, high = 0.0, 1.0
    for _ in range(40):
        middle = (low + high) / 2
        proven = no_loss_evidence(gained, lost, total, middle) >= -math.log(alpha)
        low, high = (low, middle) if proven else (middle, high)
    return high


def gains_needed(alpha: float, lost: int = 0) -> int:
    """The fewest gained items that prove a gain at level alpha, beside `lost` lost ones."""
    low, high = lost, lost + 16
    while gain_evidence(high, lost) < -math.log(alpha):
        low, high = high, 2 * high
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if gain_evidence(middle, lost) < -math.log(alpha) else (low, middle)
    return high


def items_needed(alpha: float, margin: float) -> int:
    """How many items, none of them flipped, prove at level alpha that less than `margin` (a fraction) is lost."""
    low, high = 0, 16
    while no_loss_evidence(0, 0, high, margin) < -math.log(alpha):
        low, high = high, 2 * high
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if no_loss_evidence(0, 0, middle, margin) < -math.log(alpha) else (low, middle)
    return high


def smallest_visible_gain(total: int, alpha: float, power: float) -> float | None:
    """The smallest true fraction of gained items that `total` items, none of them lost, prove at level alpha with this
    power. None where even a gain of every item would not do.
    """
    needed = gains_needed(alpha)
    if needed > total:
        return None
    from scipy.special import betaincinv

    return float(betaincinv(needed, total - needed + 1, power))
