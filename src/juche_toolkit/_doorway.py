"""The functions that `import juche_toolkit` offers, each wired to its room.

This is the one place that chooses analysers and adapters and passes them down; the rooms below take them as arguments.
Rooms that romanizing doesn't need are imported where they are used: to load them takes longer than to romanize a title.
`TitleIndex` is in `_titles`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from os import PathLike
from typing import TYPE_CHECKING

from attrs import frozen

from juche_toolkit.adapters.hangul_romanize import transliterate
from juche_toolkit.hangul.runs import has_korean
from juche_toolkit.romanization import engine
from juche_toolkit.romanization.exceptions import read_exceptions
from juche_toolkit.romanization.model import Romanization
from juche_toolkit.romanization.scheme import Scheme
from juche_toolkit.romanization.scheme import schemes as _schemes

if TYPE_CHECKING:
    from juche_toolkit.citation.journals import Authority
    from juche_toolkit.citation.model import Citation, Note, Notes
    from juche_toolkit.morphology.protocol import Analyzer
    from juche_toolkit.romanization.reverse import Candidate
    from juche_toolkit.search.tokens import Token

__all__ = [
    "Annotation",
    "analyzers",
    "annotate",
    "authority",
    "convert",
    "explain",
    "heading",
    "load_analyzer",
    "parse",
    "parse_note",
    "parse_notes",
    "record",
    "romanize",
    "schemes",
    "search_key",
    "search_terms",
    "to_hangul",
    "tokenize",
]


def romanize(
    text: str,
    scheme: str = "38north",
    *,
    kind: str = "text",
    divide: bool | None = None,
    initial: str = "scheme",
    exceptions: bool | str | PathLike[str] | Mapping[str, str] = True,
    orthography: str = "auto",
    analyzer: str | Analyzer | None = None,
    apostrophe: str = "ascii",
    form: str = "NFC",
) -> str:
    """The Latin of a Korean text.

    `scheme` is a name of `schemes()`. `kind` decides case, hyphens and the rules of names: "text" (as written), "title",
    "name" (persons), "place", "corporate". `divide`: None is the scheme's own habit (ala-lc divides words, the others
    don't), False says that the spaces are right already, True divides. `initial`: what becomes of a North Korean initial ㄹ or ㄴ,
    "scheme", "keep" or "drop". `exceptions`: True for the scheme's customary spellings (38north: Pyongyang), False for
    none, a file or a mapping for your own besides. `orthography`: "auto", "nk" or "sk". `analyzer`: a name of
    `analyzers()`, or an analyser, that divides words (None: the built-in one) or, where none are divided, tells verbs from nouns (None: the
    lexicon decides). `apostrophe`: "ascii" ', "typographic" ’, "modifier" ʼ.
    `form`: "NFC" or "NFD" (combining breves, as catalogues keep them).

    A text with neither Hangul nor hanja comes back as given, in that form. Raises UnknownNameError for an option that doesn't exist.
    """
    options, divider, hinter = _plan(
        scheme, kind, divide, initial, _own(exceptions), orthography, analyzer, apostrophe, form
    )
    return engine.explain(text, options, divider, hinter).text if hinter else engine.latin_of(text, options, divider)


def explain(
    text: str,
    scheme: str = "38north",
    *,
    kind: str = "text",
    divide: bool | None = None,
    initial: str = "scheme",
    exceptions: bool | str | PathLike[str] | Mapping[str, str] = True,
    orthography: str = "auto",
    analyzer: str | Analyzer | None = None,
    apostrophe: str = "ascii",
    form: str = "NFC",
) -> Romanization:
    """Romanize and keep the steps: each stretch of the text, its sound, its Latin and the rules that fired.

    The options are those of `romanize`; `.replay()` of the result gives its `.text` again.
    """
    options, divider, hinter = _plan(
        scheme, kind, divide, initial, _own(exceptions), orthography, analyzer, apostrophe, form
    )
    return engine.explain(text, options, divider, hinter)


def _own(exceptions: bool | str | PathLike[str] | Mapping[str, str]) -> bool | tuple[tuple[str, str], ...]:
    """A user's exceptions as a value that can be compared; True and False stay."""
    if isinstance(exceptions, bool):
        return exceptions
    names = exceptions if isinstance(exceptions, Mapping) else read_exceptions(exceptions)
    return tuple(sorted(names.items()))


@lru_cache(maxsize=256)
def _plan(
    scheme: str,
    kind: str,
    divide: bool | None,
    initial: str,
    exceptions: bool | tuple[tuple[str, str], ...],
    orthography: str,
    analyzer: str | Analyzer | None,
    apostrophe: str,
    form: str,
) -> tuple[engine.Options, Analyzer | None, Analyzer | None]:
    """What a call's options come to: checked, and with the analysers that divide words or tell verbs from nouns, if any do."""
    options = engine.options(
        scheme,
        kind=kind,
        initial=initial,
        exceptions=exceptions if isinstance(exceptions, bool) else dict(exceptions),
        orthography=orthography,
        apostrophe=apostrophe,
        form=form,
        transliterate=transliterate,
    )
    wanted = options.scheme.divides if divide is None else divide
    if wanted and kind != "name":
        return options, _load(analyzer), None
    return options, None, _load(analyzer) if analyzer is not None else None


def _load(analyzer: str | Analyzer | None) -> Analyzer:
    from juche_toolkit.adapters import analyzers as _analyzers

    return _analyzers.load(analyzer) if analyzer is None or isinstance(analyzer, str) else analyzer


def heading(name: str, scheme: str = "ala-lc", *, apostrophe: str = "ascii", form: str = "NFC") -> str:
    """A person's name as a catalogue enters it: `Kim, Se-yŏng`; titles of address are left out, a foreign name stays as it is said."""
    chosen = engine.options(scheme, kind="name", exceptions=False, apostrophe=apostrophe, form=form)
    return engine.heading(name, chosen)


def convert(latin: str, source: str, target: str) -> str:
    """A romanized text in another spelling of the McCune-Reischauer family: mr, 38north, ala-lc, bgn, ascii.

    Goes without Hangul, so what a form has lost stays lost: from 38north, ng where MR has n'g. Raises UnknownNameError for
    other forms, NotSupportedError for ascii as source.
    """
    from juche_toolkit.romanization import convert as _convert

    return _convert.convert(latin, source, target)


def to_hangul(latin: str, *, limit: int = 10) -> tuple[Candidate, ...]:
    """The Hangul that a romanized word can stand for, likeliest first; see `romanization.reverse`."""
    from juche_toolkit.romanization import reverse

    return reverse.to_hangul(latin, limit=limit)


def schemes() -> tuple[Scheme, ...]:
    """All romanization schemes, the default first."""
    return _schemes()


def parse(text: str) -> Citation:
    """Read exactly one citation.

    Raises CitationError, with the place, where the text cites nothing, several works, or something not understood.
    """
    from juche_toolkit import citation

    return citation.parse(text)


def parse_note(text: str) -> Note:
    """Read one note: its citations (none, one or several) and what was not understood."""
    from juche_toolkit import citation

    return citation.parse_note(text)


def parse_notes(notes: str | Iterable[str]) -> Notes:
    """Read many notes and resolve their back-references.

    A string is a numbered block, or one note a line; in a list each item is one note, and exactly one `Note` comes back for each, in order.
    """
    from juche_toolkit import citation

    return citation.parse_notes(notes)


@frozen
class Annotation:
    """What the toolkit adds to a citation: nothing of it was printed.

    Names and titles are in `scheme`; an entry is None, or "" in the list of authors, where the printed form is in Latin
    letters already. `terms` are the title's search terms in Seoul spelling.
    """

    scheme: str
    authors: tuple[str, ...]
    title: str | None
    container_title: str | None
    terms: tuple[str, ...]


def annotate(work: Citation, *, scheme: str = "38north", analyzer: str | Analyzer | None = None) -> Annotation:
    """Romanize a citation's authors, title and container, and name its title's search terms."""

    def latin(text: str | None, kind: str) -> str | None:
        return romanize(text, scheme, kind=kind, analyzer=analyzer) if text and has_korean(text) else None

    return Annotation(
        scheme=scheme,
        authors=tuple(latin(author, "name") or "" for author in work.authors),
        title=latin(work.title, "title"),
        container_title=latin(work.container_title, "title"),
        terms=search_terms(work.title, analyzer=analyzer) if work.title else (),
    )


def record(
    work: Citation, *, note: int | str | None = None, scheme: str = "38north", analyzer: str | Analyzer | None = None
) -> dict[str, object]:
    """A citation as one JSON object: what is printed, what is inherited, what we generated, and the place of every field.

    Keys: `note`; `citation` (what the string prints); `resolved` (with what a back-reference inherits; only there); `text` and `spans`
    (field → [start, end] in it, a list of them for names); `generated` (scheme, authors, title, container_title); `terms`;
    `confidence`; `problems`.
    """
    from juche_toolkit.adapters.cattrs import plain

    whole = work.resolved()
    added = annotate(whole, scheme=scheme, analyzer=analyzer)
    generated = {
        "scheme": added.scheme,
        "authors": list(added.authors) if any(added.authors) else None,
        "title": added.title,
        "container_title": added.container_title,
    }
    found: dict[str, object] = {} if note is None else {"note": note}
    found["citation"] = work.to_dict()
    if whole is not work:
        found["resolved"] = work.to_dict(resolved=True)
    found["text"] = work.text
    found["spans"] = plain(work.spans)
    found["generated"] = {key: value for key, value in generated.items() if value is not None}
    found["terms"] = list(added.terms)
    found["confidence"] = work.confidence
    found["problems"] = [plain(problem) for problem in work.problems]
    return found


def authority(name: str) -> Authority | None:
    """The journal, newspaper, agency, broadcaster, publisher or series that a printed name means, or None.

    Any form is found: Hangul, hanja, McCune-Reischauer with or without its marks, 38 North's, Revised Romanization, English. An entry
    has `hangul`, `hanja`, `aliases`, `side` (KP, KR, other), `kind`, `csl_type`, `frequency`, `first_year`, `bare_number` (what a number
    alone behind the name counts), `latin_number` (the same behind the name in Latin script) and `source`; what isn't known is empty.
    """
    from juche_toolkit import citation

    return citation.look_up(name)


def analyzers() -> dict[str, str]:
    """The analysers there are: name → "ready", or the sentence that says what to install."""
    from juche_toolkit.adapters import analyzers as _analyzers

    return _analyzers.states()


def load_analyzer(name: str | None = None, *, words: str | PathLike[str] | None = None) -> Analyzer:
    """An analyser, to be given as `analyzer` wherever a name of one can be; None is the built-in one.

    `words` is a file of your own words, in UTF-8: columns form, tag (NNG for nouns, NNP for names) and level (1 = common to 5),
    apart by tabs, named in the first line. Tokens and search terms never cut the nouns among them. builtin, kiwi and komoran take
    them. An analyser can be sent to worker processes, which load it for themselves.

    Raises UnknownNameError for a name that doesn't exist, MissingExtraError where something has to be installed, NotSupportedError
    for words to another analyser, TableError, with file, line and reason, for a file that can't be used.
    """
    from juche_toolkit.adapters import analyzers as _analyzers
    from juche_toolkit.morphology.user_words import read_user_words

    return _analyzers.load(name, read_user_words(words) if words is not None else ())


def tokenize(
    title: str, *, analyzer: str | Analyzer | None = None, orthography: str = "auto", compounds: str = "parts"
) -> tuple[Token, ...]:
    """The tokens of a title, with offsets into the title as given; `analyzer` None is the built-in one.

    `compounds`: "parts" gives the words of a compound, "whole" the compound in their place, "both" the compound and then its
    words, which cover it without gap or overlap. A text with neither Hangul nor hanja gives none. Raises UnknownNameError for an
    option that doesn't exist.
    """
    from juche_toolkit.search import tokens

    return tokens.tokenize(title, analyzer=_load(analyzer), orthography=orthography, compounds=compounds)


def search_terms(
    title: str, *, analyzer: str | Analyzer | None = None, orthography: str = "auto", compounds: str = "parts"
) -> tuple[str, ...]:
    """The content words of a title in title order, in Seoul spelling; `analyzer` None is the built-in one.

    `compounds` and errors are those of `tokenize`; a text with neither Hangul nor hanja gives none.
    """
    from juche_toolkit.search import tokens

    return tokens.search_terms(title, analyzer=_load(analyzer), orthography=orthography, compounds=compounds)


def search_key(text: str) -> str:
    """One folded key of a title: the same for its variants in spelling, spacing, hanja and normalisation form."""
    from juche_toolkit.search import keys

    return keys.search_key(text)
