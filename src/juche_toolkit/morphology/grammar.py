"""What may follow what inside a run of Hangul, and at which cost; the built-in analyser's grammar.

A state is how a reading ends so far; a class is what comes next. A missing class can't follow. States: BOS a run's beginning (BETM,
BNR, BEC, BN: after a modifier, a numeral, a connective, or directly after a letter or a closing bracket), SN a digit before the run,
N noun, N1 noun of one syllable, NX noun with suffix, NP pronoun, NR numeral, NB bound noun, J JK JG particles (JK subject and object,
JG 의), MM determiner (MMN one that counts), MAG adverb, XPN prefix, EC EF ETM ETN endings. Heads of stems (inflection.py) are states too.
"""

from __future__ import annotations

__all__ = [
    "AFTER_SPACE",
    "ENDS",
    "FINISH",
    "GIVEN",
    "LINKS",
    "PERSON_COST",
    "SURNAMES",
    "UNKNOWN",
    "UNKNOWN_COST",
    "UNKNOWN_LONGEST",
    "UNKNOWN_PER_SYLLABLE",
]

# fmt: off - a row is a state, and rows are compared with each other
ENDS = frozenset(
    ("N", "N1", "NX", "NP", "NR", "NB", "SN", "J", "JK", "JG", "EC", "EF", "ETM", "ETN", "MM", "MMN", "MAG")
)
"""States in which a run may end."""
FINISH = {"N1": 0.5, "EC": 0.1, "MM": -1.5, "MMN": -1.5}
"""What ending there costs."""

_PARTICLES = {"j": 0.0, "jx": 0.0, "jk": 0.0, "jkg": 0.0, "vcp": 0.6}
_NOUNISH = {**_PARTICLES, "xsn": 0.0, "xsn0": 0.0}
_FREE = {"noun": 0.0, "noun1": 0.0, "np": 0.0, "nr": 2.0, "mm": 0.0, "mag": 0.0, "ic": 3.0, "xpn": 0.0, "pred": 0.0}

LINKS: dict[str, dict[str, float]] = {
    "BOS": {**_FREE, "nnb": 6.0, "vx": 4.0, "xsv": 5.5},
    "BETM": {**_FREE, "nnb": 0.0, "vx": 4.0, "xsv": 6.0},
    "BNR": {**_FREE, "nnb": 0.5, "vx": 4.0, "xsv": 6.0},
    "BEC": {**_FREE, "nnb": 4.0, "vx": 0.0, "xsv": 5.5},
    "BN": {**_FREE, **_NOUNISH, "noun": 1.0, "noun1": 2.0, "nnb": 2.0, "xsv": 0.5, "vx": 3.0},
    "SN": {
        **_PARTICLES,
        "nnb": -1.0,
        "noun": 1.0,
        "noun1": 1.0,
        "nr": -2.0,
        "vcp": 1.5,
        "pred": 5.0,
        "xsn": 1.0,
        "xsn0": 2.0,
        "mm": 3.0,
    },
    "N": {
        **_NOUNISH,
        "noun": 1.0,
        "noun1": 0.6,
        "np": 4.0,
        "nr": 3.0,
        "nnb": 2.5,
        "xsv": 0.0,
        "pred": 2.5,
        "mag": 3.5,
        "xpn": 2.5,
        "mm": 5.0,
    },
    "NX": {
        **_NOUNISH,
        "xsn": 1.5,
        "xsn0": 0.3,
        "noun": 1.2,
        "noun1": 2.5,
        "np": 4.0,
        "nr": 3.0,
        "nnb": 3.0,
        "xsv": 0.3,
        "pred": 2.5,
        "mag": 4.0,
        "xpn": 3.0,
        "mm": 5.0,
    },
    "N1": {
        **_NOUNISH,
        "xsn": 2.0,
        "xsn0": 0.3,
        "noun": 1.2,
        "noun1": 3.5,
        "np": 5.0,
        "nr": 4.0,
        "nnb": 3.5,
        "xsv": 1.0,
        "pred": 2.5,
        "mag": 5.0,
        "xpn": 4.0,
        "mm": 6.0,
    },
    "NP": {**_PARTICLES, "jseo": 0.0, "xsn0": 0.0, "noun": 2.5, "nr": 2.5, "nnb": 2.5, "pred": 3.0, "mm": 5.0},
    "NR": {**_NOUNISH, "nnb": 0.0, "nr": 0.0, "noun": 2.0, "noun1": 3.0, "pred": 4.0},
    "NB": {
        **_NOUNISH,
        "jseo": 0.0,
        "xsn": 2.0,
        "xsn0": 0.3,
        "noun": 3.0,
        "noun1": 5.0,
        "nnb": 2.5,
        "pred": 1.0,
        "xsv": 2.5,
        "mag": 4.0,
        "nr": 2.0,
    },
    "J": {
        "jx": 0.3,
        "jkg": 0.3,
        "j": 1.5,
        "jk": 2.5,
        "noun": 3.5,
        "noun1": 6.0,
        "pred": 2.0,
        "vcp": 1.0,
        "mag": 4.5,
        "np": 6.0,
        "mm": 6.0,
    },
    "JK": {"noun": 4.5, "pred": 2.0, "noun1": 7.0, "mag": 5.0, "mm": 6.5},
    "JG": {"noun": 2.0, "noun1": 4.0, "nnb": 4.0, "np": 6.0},
    "MM": {"noun": 1.0, "noun1": 1.0, "nnb": 0.0, "np": 2.0, "xpn": 4.0, "nr": 3.0},
    "MMN": {"noun": 1.0, "noun1": 1.0, "nnb": 0.0, "np": 2.0, "xpn": 4.0, "nr": 3.0},
    "MAG": {"pred": 2.0, "noun": 4.0, "np": 4.0, "mm": 4.0, "noun1": 6.0, "jx": 0.5, "mag": 3.0},
    "XPN": {"noun": 0.0, "noun1": 3.0, "nr": 2.0},
    "EC": {"vx": 0.3, "pred": 1.5, "jx": 1.0, "mag": 2.5, "j": 3.5, "mm": 4.0, "np": 4.0, "noun": 4.5, "noun1": 7.0},
    "EF": {"j": 3.0, "jx": 2.5, "noun": 8.0},
    "ETM": {"noun": 2.0, "noun1": 4.0, "nnb": 0.3, "np": 4.0, "mm": 5.0, "xpn": 5.0},
    "ETN": {**_PARTICLES, "vcp": 1.0, "noun": 4.0, "pred": 4.0, "nnb": 4.0},
}
_TAILED = 2.0
_COUNTERS = {"N": 3.5, "ETM": 5.0, "BETM": 4.0}
for _state, _links in LINKS.items():
    if "nnb" in _links:  # counters go where bound nouns go, but not so readily behind a noun or a modifier
        _links["cnt"] = _COUNTERS.get(_state, _links["nnb"])
    if "noun" in _links:  # a noun that ends like a particle is rarely the last of a compound (산업연관표|의)
        _links["tailed"] = _links["noun"] + (_TAILED if _state in ("N", "NX", "N1", "NB", "SN") else 0.0)
    if "nr" in _links:  # a digit in words doesn't follow one in figures (3사건)
        _links["digit"] = _links["nr"] + (8.0 if _state == "SN" else 0.0)
UNKNOWN = {
    "BOS": 0.0,
    "BETM": 0.0,
    "BNR": 0.0,
    "BEC": 0.0,
    "BN": 0.5,
    "N": 1.5,
    "NX": 2.0,
    "N1": 3.0,
    "MM": 1.0,
    "MMN": 1.0,
    "ETM": 3.0,
    "JG": 5.0,
    "XPN": 1.0,
    "SN": 3.0,
    "J": 7.0,
    "JK": 7.0,
    "NB": 4.0,
    "MAG": 6.0,
    "EC": 7.0,
    "EF": 8.0,
    "ETN": 6.0,
    "NR": 5.0,
}
"""What an unknown noun costs after each state, besides its own cost."""
# fmt: on
UNKNOWN_COST, UNKNOWN_PER_SYLLABLE, UNKNOWN_LONGEST = 5.5, 3.0, 6
SURNAMES = frozenset(
    "김리이박최정강조윤장림임한오서신권황안송류유전홍고문양손배백허남심노로하곽성차주우구민라나진지엄채원천방공현함변염여려추도소석선설마길위표명기반왕금옥육륙맹탁태승"
)
"""First syllables of surnames: an unknown noun of three syllables that begins so is likely a person."""
GIVEN = frozenset(
    "가강건경계고관광교구국권규균근금기길나남녀노다대덕도동두득란래량려련렬령례로록룡루류륜률륭리린림립만명모목묵문미민방배백범벽별병보복봉분비빈사산삼상새생서석선설섭성세소손솔송수숙순"
    "술숭슬승시식신실심아안애약양어억언엄업여연열염엽영예오옥온완왕외요용우욱운웅원월위유육윤율은응의익인일임자장재전점정제조종주준중지직진질집찬창채천철청초추춘출충치칠탁태택통판팔평표풍필"
    "하학한항해행향혁현협형혜호홍화환활황회효후훈휘흔흠흥희"
)
"""Syllables of given names."""
PERSON_COST = 12.0

AFTER_SPACE = {"ETM": "BETM", "MM": "BETM", "MMN": "BNR", "NR": "BNR", "EC": "BEC"}
"""How a run begins after a space, by the state in which the run before ended; else BOS."""
