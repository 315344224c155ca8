"""An agreement of extremes: the longest names and numbers, twelve organs, a hundred milestones, thirty posts.

Every row of a table begins and ends with a sign of its own («R12a … R12z»), so that a page tells whether it has all of the row.
"""

from __future__ import annotations

import random
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from tests.generating.chance import RULES
from tests.generating.yaml import Plain, Prose, Style, dump

Data = dict[str, Any]
ORGANS, MILESTONES, POSTS, PARTS = 12, 100, 30, 8
WORD = "Beskæftigelsesforberedelsesforløbskoordineringsudvalgssekretariatet"
LONG = "Den landsdækkende sammenslutning for boligorganisationers, skolers, foreningers og virksomheders fælles ansvar"
_START, _END = date(2026, 4, 1), date(2030, 3, 31)
_YEARS = {f"år{number}": (date(2025 + number, 4, 1), date(2026 + number, 3, 31)) for number in range(1, 5)}
_LINES = (
    "Her står en almindelig sætning, som er så lang, at den fylder mere end en linje, også når siden er bred, og som derfor må "
    "brydes flere steder, uden at noget af den bliver klippet af, lægger sig hen over naboen eller flytter ud i margenen."
)
_PROSE = (
    f"{_LINES}\n\n- {WORD}\n- {_LINES}\n\n## Et mellemrubrik-afsnit\n\n{_LINES} {WORD} {_LINES}\n\n"
    f"| Hvad | Hvor meget |\n|---|---|\n| {WORD} | 1.234.567.890 kr. |\n| {_LINES} | 12 |\n"
)


class Stress:
    """Makes the agreement."""

    def __init__(self) -> None:
        self.rows = count(1)
        self.parts = ["kommunen", *(f"bo-{number}" for number in range(1, PARTS))]
        self.areas = ["nord", "syd", "øst", "vest"]
        self.organs = ["bestyrelsen", *(f"organ-{number}" for number in range(2, ORGANS + 1))]
        self.efforts = [area.id for area in RULES.indsatsomraader][:2]

    def row(self, text: str) -> str:
        """Return a text between the signs of a row."""
        number = next(self.rows)
        return f"R{number}a {text} R{number}z"

    def made(self) -> Data:
        """Return the agreement as plain data."""
        contact = {"navn": LONG, "titel": self.row(LONG), "part": Plain("bo-1"), "telefon": "+45 00 00 00 00 / 00 00 00 01",
                   "mail": f"{'sekretariat.' * 4}@{'fællesskabet-' * 4}boliger.example"}  # fmt: skip
        return {
            "regulativ": Plain(RULES.id),
            "navn": f"Sammen om {LONG}",
            "version": f"til Landsbyggefonden, {LONG}",
            "sagsnummer": "SAG-2025-0117-" + "9" * 40,
            "periode": {"fra": Plain(_START.isoformat()), "til": Plain(_END.isoformat())},
            "parter": [self._part(number, ref) for number, ref in enumerate(self.parts)],
            "kontakter": [contact, contact],
            "boligområder": [self._area(ref) for ref in self.areas],
            "beskrivelse": Prose(f"{_PROSE}\n[[boligområder]]\n"),
            "vision": Prose(_PROSE),
            "organisation": {
                "tekst": Prose(f"{_LINES}\n\n[[organisationsdiagram]]\n\n[[organer]]\n"),
                "organer": [self._organ(number, ref) for number, ref in enumerate(self.organs, start=1)],
                "bindeled": [
                    {
                        "fra": Plain("bestyrelsen"),
                        "til": Plain(ref),
                        "person": LONG,
                        "viden_op": self.row(_LINES),
                        "viden_ned": _LINES,
                    }
                    for ref in self.organs[1:]
                ],
                "ledelse": {"titel": LONG, "navn": LONG, "ansat_hos": Plain("bo-1")},
                "diagram": Plain("ja"),
            },
            "samspil": {
                "tekst": Prose("[[aktører]]\n"),
                "aktører": [
                    {"navn": WORD, "tekst": self.row(_LINES), "områder": [Plain(ref) for ref in self.areas]} for _ in range(8)
                ],
            },
            "indsatsområder": [self._effort(area) for area in self.efforts],
            "lokal_evaluering": Prose(_PROSE),
            "budget": self._budget(),
            "kommissorium": [
                {"organ": Plain("bestyrelsen"), "formål": Prose(_PROSE), "opgaver": [_LINES] * 12, "sekretariat": Prose(_PROSE)}
            ],
            "beredskabsplan": {
                "situationer": [{"hændelse": LONG, "ansvarlig": LONG, "orientering": _LINES, "handling": Prose(_PROSE)}] * 4,
                "kontakter": [contact] * 6,
            },
            "milepæle": [self._milestone(f"m{number}", number) for number in range(MILESTONES - 8)],
        }

    def _part(self, number: int, ref: str) -> Data:
        kind = "boligorganisation" if number else "kommune"
        return {
            "id": Plain(ref),
            "navn": f"{LONG} {number}",
            "type": Plain(kind),
            **({"administrerende": Plain("ja")} if number == 1 else {}),
            "cvr": f"{10000000 + number}",
            "adresse": f"{LONG}, 0000 Lindeby",
            "underskrivere": [{"titel": LONG, "navn": LONG}] * (1 + number % 2),
        }

    def _area(self, ref: str) -> Data:
        owner = {"part": Plain("bo-1"), "numre": [f"{self.areas.index(ref)}{number:02}" for number in range(30)]}
        return {
            "id": Plain(ref),
            "navn": f"{WORD} {ref}",
            "afdelinger": [owner],
            "beboere": Plain("1.234.567"),
            "boliger": Plain("987.654"),
            "beskrivelse": Prose(_LINES + "\n"),
        }

    def _organ(self, number: int, ref: str) -> Data:
        return {
            "id": Plain(ref),
            "navn": f"{LONG} {number}",
            "type": Plain("bestyrelse" if number == 1 else "følgegruppe"),
            "niveau": Plain("strategisk" if number == 1 else ("taktisk", "udførende")[number % 2]),
            "formænd": [Plain("bo-1"), Plain("kommunen")],
            "møder_pr_år": Plain("12"),
            "vidensbehov": _LINES,
            "medlemmer": [
                {"part": Plain(self.parts[seat % PARTS]), "titel": self.row(LONG), "navn": LONG} for seat in range(4 + number % 6)
            ],
        }

    def _effort(self, area: str) -> Data:
        known = next(known for known in RULES.indsatsomraader if known.id == area)
        figure = {
            "værdi": Plain("1.234.567.890,25"),
            "enhed": Plain("kroner"),
            "år": Plain("2024"),
            "gælder": WORD,
            "kilde": LONG,
        }
        return {
            "område": Plain(area),
            "problemkompleks": Prose(_PROSE),
            "data": [{"tekst": self.row(_LINES), **figure} for _ in range(5)],
            "kerneudfordringer": [{"id": Plain(f"{area[:3]}-k{number}"), "tekst": _LINES} for number in range(3)],
            "delaftale": {
                "indledning": Prose(_PROSE),
                "parter": [Plain(ref) for ref in self.parts],
                "ajourført": Plain("2026-01-31"),
                "delmål": [
                    {
                        "id": Plain(f"{area[:3]}-d{number}"), "tekst": _LINES, "mål": [Plain(known.maal[0])],
                        "kerneudfordringer": [Plain(f"{area[:3]}-k{number}")],
                        "indikatorer": [
                            {
                                "navn": self.row(_LINES), "start": Plain("1.234.567"), "mål": Plain("9.876.543"),
                                "dato": Plain("2029-09-30"), "kilde": WORD,
                            }
                            for _ in range(3)
                        ],
                    }
                    for number in range(3)
                ],
                "aktiviteter": [self._activity(f"{area[:3]}-{number}", area) for number in range(4)],
                "samarbejde": Prose(_PROSE),
            },
        }  # fmt: skip

    def _activity(self, ref: str, area: str) -> Data:
        return {
            "id": Plain(ref),
            "navn": f"{LONG} {ref}",
            "formål": Prose(_PROSE),
            "målgruppe": {"beskrivelse": _LINES * 3, "antal": Plain("1.234.567")},
            "indhold": Prose(_PROSE),
            "delmål": [Plain(f"{area[:3]}-d0")],
            "områder": [Plain(name) for name in self.areas],
            "ansvarlig": Plain("bo-1"),
            "roller": [{"part": Plain(part), "opgave": self.row(_LINES)} for part in self.parts],
            "milepæle": [self._milestone(f"{ref}-m{number}", number) for number in range(1)],
            "succeskriterier": [_LINES] * 5,
            "måling": Prose(_PROSE),
            "forankring": {"part": Plain("kommunen"), "tekst": _LINES},
        }

    def _milestone(self, ref: str, number: int) -> Data:
        day = _START + timedelta(days=number * 14)
        return {
            "id": Plain(ref),
            "dato": Plain(day.isoformat()),
            "tekst": self.row(f"{WORD} {LONG}"),
            "ansvarlig": LONG,
            "type": Plain("opfølgning"),
        }

    def _budget(self) -> Data:
        amounts = dict.fromkeys(_YEARS, Plain("123.456.789,50"))
        activities = [f"{area[:3]}-{number}" for area in self.efforts for number in range(4)]
        return {
            "år": [
                {"id": Plain(ref), "fra": Plain(first.isoformat()), "til": Plain(last.isoformat())}
                for ref, (first, last) in _YEARS.items()
            ],
            "kilder": [
                {"id": Plain("lbf"), "type": Plain("lbf"), "form": Plain("kontant")},
                {"id": Plain("egen"), "type": Plain("part"), "part": Plain("bo-1"), "form": Plain("kontant")},
            ],
            "poster": [
                {
                    "id": Plain(f"p{number}"), "art": Plain("aktivitet"), "tekst": self.row(LONG), "beløb": amounts,
                    "aktiviteter": [Plain(activities[number % len(activities)])], "note": LONG,
                }
                for number in range(POSTS)
            ],
            "finansiering": [{"kilde": Plain(source), "beløb": amounts} for source in ("lbf", "egen")],
        }  # fmt: skip


def write(folder: Path) -> Path:
    """Write the agreement into a folder, and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    style = Style(random.Random(5))
    style.comments = False
    (folder / "aftale.yaml").write_text(dump(Stress().made(), style), encoding="utf-8", newline="\n")
    return folder
