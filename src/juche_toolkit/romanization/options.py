"""What a call's options come to: checked once, the same object for equal calls."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from os import PathLike
from typing import Literal, cast

from attrs import frozen

from juche_toolkit.errors import UnknownNameError
from juche_toolkit.romanization.exceptions import KnownNames, read_exceptions, shipped_exceptions, user_exceptions
from juche_toolkit.romanization.scheme import Scheme, scheme

__all__ = ["KINDS", "Exceptions", "Kind", "Options", "options"]

Kind = Literal["text", "title", "name", "place", "corporate"]
Exceptions = bool | str | PathLike[str] | Mapping[str, str]
KINDS: tuple[Kind, ...] = ("text", "title", "name", "place", "corporate")
_APOSTROPHES = {"ascii": "'", "typographic": "’", "modifier": "ʼ"}


@frozen(eq=False)
class Options:
    """What a call's options come to; compared by identity, so that words can be remembered for each."""

    scheme: Scheme
    kind: Kind
    drop_initial: bool
    customary: tuple[KnownNames, ...]
    apostrophe: str
    form: Literal["NFC", "NFD"]
    transliterate: Callable[[str], str] | None


def options(
    scheme_name: str = "38north",
    *,
    kind: str = "text",
    initial: str = "scheme",
    exceptions: Exceptions = True,
    orthography: str = "auto",
    apostrophe: str = "ascii",
    form: str = "NFC",
    transliterate: Callable[[str], str] | None = None,
) -> Options:
    """Check a call's options; equal ones give the same object.

    `transliterate` serves the schemes that go letter by letter; the doorway passes it down.
    Raises UnknownNameError for a name that doesn't exist, TableError for exceptions that can't be read.
    """
    _check("kind", kind, KINDS)
    _check("initial", initial, ("scheme", "keep", "drop"))
    _check("orthography", orthography, ("auto", "nk", "sk"))
    _check("apostrophe", apostrophe, tuple(_APOSTROPHES))
    _check("form", form, ("NFC", "NFD"))
    if exceptions is True or exceptions is False:
        own: tuple[tuple[str, str], ...] = ()
    else:
        names = exceptions if isinstance(exceptions, Mapping) else read_exceptions(exceptions)
        own = tuple(sorted(names.items()))
    chosen = (scheme_name, kind, initial, exceptions is not False, own, orthography, apostrophe, form, transliterate)
    return _options(*chosen)


@lru_cache(maxsize=256)
def _options(
    scheme_name: str,
    kind: str,
    initial: str,
    exceptions: bool,
    own: tuple[tuple[str, str], ...],
    orthography: str,
    apostrophe: str,
    form: str,
    transliterate: Callable[[str], str] | None,
) -> Options:
    chosen = scheme(scheme_name)
    customary: list[KnownNames] = [user_exceptions(dict(own))] if own else []
    if exceptions and chosen.names:
        customary.append(user_exceptions(chosen.names))
    if exceptions and chosen.exceptions:
        customary.append(shipped_exceptions())
    habit = chosen.place_initial if kind == "place" else chosen.initial
    drop = (habit if initial == "scheme" else initial) == "drop"
    return Options(
        scheme=chosen,
        kind=cast("Kind", kind),
        drop_initial=drop and orthography != "sk",
        customary=tuple(customary),
        apostrophe=_APOSTROPHES[apostrophe],
        form=cast('Literal["NFC", "NFD"]', form),
        transliterate=transliterate,
    )


def _check(option: str, value: object, allowed: tuple[str, ...]) -> None:
    if value not in allowed:
        raise UnknownNameError(f"{option}={value!r} is unknown; it can be {', '.join(allowed)}")
