"""Hypothesis profiles: `ci` is thorough and reproducible, `quick` the default, `long` for a free evening."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

_slow_start = [HealthCheck.too_slow]  # the first example loads the tables
_in_ci = os.environ.get("CI") == "true"  # there the same examples every time; elsewhere new ones
settings.register_profile(
    "quick", max_examples=100, deadline=None, derandomize=_in_ci, suppress_health_check=_slow_start
)
settings.register_profile("ci", max_examples=500, deadline=None, derandomize=True, suppress_health_check=_slow_start)
settings.register_profile("long", max_examples=20_000, deadline=None, suppress_health_check=_slow_start)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))
