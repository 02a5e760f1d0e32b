"""Bring a bibliography from one romanization to another, line by line, without going through Hangul.

python examples/convert_bibliography.py [FILE [FROM TO]]
"""

import sys
from pathlib import Path

import juche_toolkit as jt

source = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).with_name("bibliography.txt")
one, other = sys.argv[2:4] if len(sys.argv) > 3 else ("ala-lc", "38north")
for line in source.read_text(encoding="utf-8").splitlines():
    print(jt.convert(line, one, other))
