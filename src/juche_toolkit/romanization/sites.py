"""Archaeological sites, which are known by the ward or village where they lie: 동삼동 패총, 송국리 유적, 덕흥리 벽화 고분.

Before such a word 동, 리, 면 and 읍 end the name of a jurisdiction, which takes a hyphen (ALA-LC R4: 구기동 Kugi-dong, 노근리
Nogŭn-ni); the whole is a geographic name and has a capital for each word (Tongsam-dong P'aech'ong).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from juche_toolkit.hangul.lexicon import lexicon as sounds

__all__ = ["Site", "sites"]

_KINDS = (
    "패총 조개더미 조개무지 유적 유적지 고분 고분군 토성 산성 성지 고인돌 지석묘 주거지 집자리 집터 가마터 요지 절터 사지 무덤 무덤떼 "
    "돌널무덤 벽화_무덤 벽화_고분 벽화_고분군 석탑 석불 마애불 옹관묘 토광묘 석실분 선사_유적 구석기_유적 암각화 바위_그림 와요지 도요지"
).split()
"""Words for what is found at a site; _ is where the divided form has a space."""
_SITE = re.compile(
    r"(?<![가-힣])(?P<place>[가-힣]{1,3}[동리면읍]) ?+(?P<kind>"
    + "|".join(sorted(_KINDS, key=len, reverse=True)).replace("_", " ?")
    + ")(?P<rest>[가-힣]*+)"
)
_QUICK = re.compile(f"[동리면읍] ?(?:{'|'.join(sorted({kind[:2] for kind in _KINDS}))})")
"""What every site has: most texts have none, and are told by it in no time."""


class Site(NamedTuple):
    """A site: where its place begins and ends, where the word for its kind begins and ends."""

    start: int
    end: int
    kind: int
    kind_end: int


def sites(text: str) -> Iterator[Site]:
    """The sites that a text names; what ends in a common noun is none (청동기문화활동 유적, 집자리 유적)."""
    if _QUICK.search(text) is None:
        return
    from juche_toolkit.romanization.elements import common  # it takes longer to load than a line to romanize

    for match in _SITE.finditer(text):
        place, kind, rest = match.group("place", "kind", "rest")
        if len(place) < 3 or any(common(place[-size:]) for size in range(2, len(place) + 1) if size != len(place) - 1):
            continue
        if rest and not sounds().is_tail(kind[-1], rest) and not common(rest[:2]):
            continue
        yield Site(*match.span("place"), *match.span("kind"))
