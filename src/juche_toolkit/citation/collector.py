"""The collector of garbage, held while a list of notes is read.

Nothing that reading makes holds a cycle, so counting references frees all of it; but each full collection walks over every record made
so far, which for 20,000 notes is a tenth of the time and grows faster than the notes do. The collector belongs to the process: it is held
for finite lists alone, and let go with the last of the threads that read one.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

__all__ = ["held"]

_lock = Lock()
_readers = 0
_was_enabled = False


@contextmanager
def held() -> Iterator[None]:
    """No collections inside; behind it, and after an error, the collector is as it was found."""
    global _readers, _was_enabled
    with _lock:
        if not _readers:
            _was_enabled = gc.isenabled()
            gc.disable()
        _readers += 1
    try:
        yield
    finally:
        with _lock:
            _readers -= 1
            if not _readers and _was_enabled:
                gc.enable()
