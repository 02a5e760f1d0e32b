"""What the ids of rules mean: articles of the Standard Pronunciation, rules of the ALA-LC table, and words for the rest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

import regex

from juche_toolkit.romanization.model import Romanization
from juche_toolkit.tables import packaged_text, read_rows

__all__ = ["Rule", "known_rules", "rule_of", "rules_of", "split_rules"]

_TABLE = "rules.tsv"
_CLAUSE = regex.compile(r"\([a-z]\)$")


class Rule(NamedTuple):
    """A rule: its id as explanations have it, how it is cited, what it says, an example."""

    id: str
    cited: str
    says: str
    example: str


@cache
def known_rules() -> Mapping[str, Rule]:
    """The rules of rules.tsv by id."""
    rows = read_rows(packaged_text("pictures", _TABLE).splitlines(), name=_TABLE)
    found = {row["id"]: Rule(row["id"], row["cited"], row["says"], row["example"]) for _, row in rows}
    return MappingProxyType(found)


def rule_of(name: str) -> Rule:
    """The rule of an id; of a clause that the table hasn't, W4(z), what its rule says; any other id stands for itself."""
    known = known_rules()
    if name in known:
        return known[name]
    whole = known.get(_CLAUSE.sub("", name))
    return (
        Rule(name, name, "", "")
        if whole is None
        else whole._replace(id=name, cited=whole.cited.replace(whole.id, name))
    )


def split_rules(rules: Iterable[str]) -> tuple[str, ...]:
    """Ids one by one: a word of the lexicon may owe its sound to two articles ("26, 28")."""
    return tuple(dict.fromkeys(part.strip() for rule in rules for part in rule.split(",") if part.strip()))


def rules_of(results: Iterable[Romanization]) -> tuple[Rule, ...]:
    """The rules that fired, each once, in the table's order; an id that the table hasn't stands for itself at the end."""
    met = set(split_rules(rule for result in results for segment in result.segments for rule in segment.rules))
    told = tuple(rule for rule in known_rules().values() if rule.id in met)
    return told + tuple(map(rule_of, sorted(met - {rule.id for rule in told})))
