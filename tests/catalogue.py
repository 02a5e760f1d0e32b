"""The catalogue records that the benchmark makes, for the tests too."""

from __future__ import annotations

import importlib.util

from .tables import ROOT

_spec = importlib.util.spec_from_file_location("marc_records", ROOT / "bench/marc_records.py")
assert _spec is not None
assert _spec.loader is not None
_made = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(_made)

BREAKS = _made.BREAKS
FAULTS = _made.FAULTS
encoded = _made.encoded
records = _made.records
