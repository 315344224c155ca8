"""Stand-ins: what is written where words are to come, whether a form, a template or a hasty hand left it there.

The one home of it: DOK402 tells stand-ins in Word files and in YAML, `reading.unwritten` and the reader of Word files ask
whether a text is nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aftale_builder.rules.pattern import pattern
from aftale_builder.source.scalars import MONTHS

_MONTH = "|".join(MONTHS)
_WANTED = (
    r"indsæt|udfyld|skriv|navn(?:e|et|ene)?|dato|beløb|angiv|titel|adresse|antal|kommune|boligorganisation|boligområde|område|afdeling|periode"
    r"|årstal|tal|tekst|x+"
)
_SIGNING = r"(?:dato|navn|underskrift|titel|stilling|sted|den|for|d\.)"
_MARKS = (
    r"(?<!\w)(?:Boligorganisation [A-Z](?!/)|Kommune X+|X{2,} Kommune)(?!\w)",
    r"(?<!\w)[Xx]{2,}(?:[./-][Xx]{2,})+(?!\w)",  # a day: xx.xx.xxxx
    # XX, but neither a Roman numeral that orders («XX. århundrede», «XX. København» in a list), chromosomes nor a size
    rf"(?<![\w/@])(?:X{{2,}}|x{{2,}})(?!\w)(?!\.\s+(?!(?:{_MONTH})\b)[a-zæøå])(?!-(?:kromosom|[LS]\b|(?i:large|small)\b))",
    r"(?<![\w/&.-])(?:NN|N\.N\.)(?![\w/&-])",  # nomen nescio: a name to come
    r"(?<!\w)[Dd]{1,2}(?P<mark>[./-])[Mm]{1,2}(?P=mark)[ÅåYy]{2,4}(?!\w)",
    r"\{\{[^{}]*\}\}|\{%[^{}]*%\}|<<[^<>\n]+>>",
    r"(?<!\w)(?:TODO|TBD|FIXME|Lorem ipsum)(?!\w)|(?<!\w)(?i:todo)(?=:)",
    rf"\[\s*(?i:{_WANTED})(?![a-zæøå])[^\[\]]{{0,60}}\](?!\()|<\s*(?i:{_WANTED})(?![a-zæøå])[^<>\n]{{0,60}}>|\[\s*(?i:indsæt|udfyld|skriv|angiv)\w*\s[^\[\]]{{0,60}}\](?!\()",
    r"\((?i:indsættes|udfyldes|tilføjes|skrives|eftersendes)(?:\s(?:senere|snart|her|nærmere|af\s\w+|inden\s\w+))?\)",
    r"\((?:Navn på|(?i:indsæt|udfyld|angiv))\s(?:[^()\n]|\([^()\n]*\)){0,80}\)",
    r"\((?i:følger|kommer|mangler)(?:\s(?:senere|snart|endnu))?\)",
    r"_{3,}(?=\s*(?!_)[\w%])|_{3,}(?=[.,;])|(?<!\S)__(?=[\s.,;%])",
    r"(?<!\S)(?:…|\.{3,})(?=\s?%|\s+(?:pct|procent|kr|mio)\b)",
    r"\?{3,}",
    r"(?<!\w)(?:Klik|Tryk)(?: eller (?:klik|tryk))? her for at \w+(?: \w+)?|(?<!\w)Vælg et element(?!\w)",
)
INSERT = pattern(r"\[\[[^\[\]]*\]\]")
"""What asks for something to be inserted, in YAML."""
_IN_TEXT = pattern("|".join(_MARKS))
_DRAFTED = r"(?<!\w)Mangler: [^.\n]+"
"""What our own draft prints in a gap; in YAML it is how somebody may begin a list of what an area lacks."""
_IN_PRINT = pattern("|".join((r"\[\[[^\[\]]*\]\]", *_MARKS, _DRAFTED)))
_TO_SIGN = pattern(rf"(?<!\w){_SIGNING}\s*:?\s*_{{2,}}", re.IGNORECASE)
_ENUMERATED = pattern(r"\s*X{2,3}[.)]\s")
_POINTS = pattern(r"\W*(?:se|jf\.?)\s+(?:det\s+)?(?:vedlagte\s+|vedhæftede\s+)?bilag(?:et)?\W*", re.IGNORECASE)
_BARE = frozenset({"", "n/a", "na", "tbd", "todo", "lorem ipsum", "udfyldes", "mangler", "følger", "kommer", "indsættes"})
_PROMISES = ("udfyldes", "kommer", "skrives", "følger", "mangler", "tilføjes", "indsættes", "udarbejdes")
_LATER_WORDS = "|".join(_PROMISES)
_LATER = pattern(
    r"(?:(?:(?:tekst|tal|beskrivelse|afsnit|data|navn|oplysning)(?:en|et|ene|erne|e|er)?\s+)?"
    rf"(?:{_LATER_WORDS})(?:(?:\s.*)?\s(?:senere|snart|endnu|nærmere))?"
    r"|afventer(?:\s\S+){0,4})"
)
"""The whole of a paragraph that tells that it is to be written, or what its writer waits for."""

_SIGNS = (
    r"XX|xx|Xx|xX|Kommune X|NN|N\.N|M[./-][ÅåYy]|m[./-][ÅåYy]|…|\.\.\.|__|TODO|Todo:|todo:|TBD|FIXME|Lorem|\{[{%]"
    r"|<(?:<|\s*(?i:[iusndbatkopåx]))|\[|\((?i:[iutsefkman])|\?\?\?|her for at|Vælg et|Mangler: |Boligorganisation [A-Z]"
)
"""What every mark has in it: each begins with a sign of its own, so that a text with none is leapt through."""
_MARKED = pattern(_SIGNS)
LOOK = pattern(
    "|".join((_SIGNS, *(form for word in (*_PROMISES, "afventer") for form in (word, word.capitalize(), word.upper()))))
)
"""What a text must have in it to be worth a closer look for stand-ins: much quicker."""
_BEGUN = pattern(
    rf"[\W_]*(?:\Z|n/?a\b|tbd|todo|lorem|{_LATER_WORDS}|afventer|tekst|tal|beskrivelse|afsnit|data|navn|oplysning)", re.IGNORECASE
)
"""How a text without marks begins, if it only tells that words are to come."""


def stand_ins(text: str, *, printed: bool = False) -> Iterator[re.Match[str]]:
    """Yield the stand-ins in a text, in order. In print a «[[…]]» is one too; in YAML it asks for something to be inserted."""
    if _MARKED.search(text) is None:
        return
    skip = _ENUMERATED.match(text)
    for found in (_IN_PRINT if printed else _IN_TEXT).finditer(text, skip.end() if skip else 0):
        if not (found[0].startswith("_") and _TO_SIGN.search(text)):  # a line to sign on is no gap
            yield found


def only_points(text: str) -> bool:
    """Tell whether a text only points to an enclosure without saying which: «Se bilag.»."""
    return _POINTS.fullmatch(text) is not None


def is_stand_in(text: str, *, printed: bool = False) -> bool:
    """Tell whether a text only holds a place for words to come («TODO», «Tekst følger.», «{{ navn }}», «–»)."""
    if not text.strip() or (_MARKED.search(text) is None and _BEGUN.match(text) is None):
        return False
    left = (_IN_PRINT if printed else _IN_TEXT).sub(" ", INSERT.sub(" ", text))
    bare = re.sub(r"[^\w/]+", " ", left).strip(" _").casefold()
    return bare in _BARE or _LATER.fullmatch(bare) is not None
