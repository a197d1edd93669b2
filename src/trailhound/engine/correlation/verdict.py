"""How sure we may be of the best candidate, and when to say that no call explains it."""

from __future__ import annotations

import math
from collections.abc import Sequence

HALF_SURE = 4.0
"""The score at which the best candidate is as likely to be right as not.

About what a call gets that is two steps away, does the right kind of thing at the right time, and nothing else. On the
developers' scenarios it lies in the middle between the strongest innocent call and the weakest culprit.
"""

STEEPNESS = 1.0
"""How much surer one point makes us, in logits."""

TEMPERATURE = 0.6
"""How many points one candidate must be ahead of another to be e times as likely."""

BLAMED = 0.5
"""From this confidence that any call explains it, the answer names a call."""


DOUBT = 0.01
"""What is always left to doubt: not all that happens is logged, and not all that is logged was loaded."""


def shares(scores: Sequence[float]) -> tuple[tuple[float, ...], float]:
    """Give the confidence in each candidate, best first, and that no call explains it; together they make 1.

    That any call explains it is a logistic function of the best score; the candidates share it by how far they are
    behind, so two that are equally good get half of it each. Without any candidate only the second number is given.
    """
    if not scores:
        return (), 1.0 - DOUBT
    any_call = 1.0 / (1.0 + math.exp(-max(-40.0, min(40.0, STEEPNESS * (scores[0] - HALF_SURE)))))
    any_call = max(DOUBT, min(1.0 - DOUBT, any_call))
    weights = [math.exp(max(-40.0, (score - scores[0]) / TEMPERATURE)) for score in scores]
    total = sum(weights)
    return tuple(round(any_call * weight / total, 3) for weight in weights), round(1.0 - any_call, 3)
