"""Property tests: what must hold for any text. The same examples every run, so that CI never fails by chance.

`CROSSTRACK_EXAMPLES=5000 pytest tests/properties` looks further, at other examples each time.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

EXAMPLES = int(os.environ.get("CROSSTRACK_EXAMPLES", 0))
"""How many to try of each property, if it is not for each property to say."""

settings.register_profile(
    "crosstrack",
    deadline=None,
    derandomize=not EXAMPLES,
    database=None,
    max_examples=EXAMPLES or 150,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)
settings.load_profile("crosstrack")
