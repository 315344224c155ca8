"""The files of a new agreement: which there are, and what stands in each from the start."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from aftale_builder.regulation import Indikator, Indsatsomraade, Regulativ
from aftale_builder.resources import resource
from aftale_builder.source.emit import scalar
from aftale_builder.starting.explained import Filled, comment, element, item, one, skeleton

SCHEMAS = ".aftale/skema"

_HEAD = (
    "Jeres aftale. Hvad Landsbyggefonden vil have, står over hver nøgle.\n"
    "\n"
    "Skriv værdien efter kolon og et mellemrum. Linjer med # foran bliver ikke læst. Nogle af dem forklarer; andre er skeletter: "
    "slet «# » foran dem, udfyld dem, og gentag dem for hvert punkt på listen. Det, I lader stå tomt, regnes for ikke skrevet.\n"
    "\n"
    "Lange tekster har deres egne filer, som !fil og stien henter ind. I kan også skrive | efter kolon og teksten på linjerne "
    "under, rykket ind.\n"
    "\n"
    "Hvad der endnu mangler, siger kommandoen: aftale check"
)

_OLDER = (
    "\n\nForklaringerne følger skabelonen for 2019-26-midlerne. Hvad der blev krævet under {navn}, kendes kun i hovedtræk, og "
    "aftale check dømmer kun efter det, der kendes."
)

_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
_BETTER = {"op": "et højere tal er bedre", "ned": "et lavere tal er bedre"}


@dataclass(frozen=True, slots=True)
class Start:
    """What is known when a folder is begun: the generation, the effort's name («» when not), and the chosen indsatsområder."""

    regulativ: Regulativ
    navn: str
    indsatsomraader: tuple[Indsatsomraade, ...]

    @property
    def has_templates(self) -> bool:
        """Tell whether there are templates to render the generation's documents with."""
        return resource(f"templates/lbf/{self.regulativ.id}").is_dir()


@dataclass(frozen=True, slots=True)
class Page:
    """A YAML file: its schema, what is said at its top, and its lines."""

    schema: str
    head: str
    lines: Iterable[str]

    def text(self, path: str) -> str:
        """Return the file's text, its first line telling an editor where the schema is."""
        up = "../" * path.count("/")
        modeline = f"# yaml-language-server: $schema={up}{SCHEMAS}/{self.schema}.schema.json"
        return "\n".join([modeline, "#", *comment(self.head), *self.lines, ""])


def yaml_files(start: Start) -> dict[str, str]:
    """Return the text of each YAML file by its path; `aftale.yaml`, without which there is no agreement, comes last."""
    pages = {
        **{
            delaftale_file(area.id): Page("delaftale", _delaftale_head(area), _keys("Delaftale"))
            for area in start.indsatsomraader
        },
        "kommissorium.yaml": Page("kommissorium", "Kommissorium for bestyrelsen.", _keys("Kommissorium")),
        "budget.yaml": Page("budget", "Budget for hele perioden.", _keys("Budget")),
        "beredskabsplan.yaml": Page("beredskabsplan", "Beredskabsplan.", _keys("Beredskabsplan")),
        "milepaele.yaml": Page("milepaele", "Milepælsplan for hele perioden.", ["", *skeleton("Milepael")]),
        "aftale.yaml": Page("aftale", _head(start.regulativ), _keys("Aftale", _aftale(start))),
    }
    return {path: page.text(path) for path, page in pages.items()}


def text_files(start: Start) -> dict[str, str]:
    """Return the text of each Markdown file by its path. They are printed as they stand, so there is no guidance in them."""
    return {
        "tekster/1-boligomraadet.md": "[[boligområder]]\n",
        "tekster/2-vision.md": "",
        "tekster/3-organisering.md": "[[organer]]\n\n[[organisationsdiagram]]\n",
        "tekster/4-samspil.md": "[[aktører]]\n",
        **{_problemkompleks(area): "" for area in start.indsatsomraader},
        "tekster/7-lokal-evaluering.md": "",
    }


def _keys(owner: str, filled: Filled | None = None) -> Iterator[str]:
    return element(owner, filled, spaced=True)


def _head(regulativ: Regulativ) -> str:
    return _HEAD if regulativ.fast_tekst else _HEAD + _OLDER.format(navn=regulativ.navn)


def ready(start: Start, name: str) -> tuple[str, ...]:
    """Return the lines of one key of `aftale.yaml` with what it asks for, laid ready to be written."""
    return tuple(one("Aftale", name, _aftale(start)))


def _aftale(start: Start) -> Filled:
    return {
        "regulativ": start.regulativ.id,
        "navn": scalar(start.navn) if start.navn else "",
        "beskrivelse": "!fil tekster/1-boligomraadet.md",
        "vision": "!fil tekster/2-vision.md",
        "organisation": list(element("Organisation", {"tekst": "!fil tekster/3-organisering.md", "diagram": "ja"})),
        "samspil": list(element("Samspil", {"tekst": "!fil tekster/4-samspil.md"})),
        "baseline": list(_baseline(start.regulativ)),
        "indsatsområder": list(_areas(start)),
        "lokal_evaluering": "!fil tekster/7-lokal-evaluering.md",
        "budget": "!fil budget.yaml",
        "kommissorium": "!fil kommissorium.yaml",
        "beredskabsplan": "!fil beredskabsplan.yaml",
        "milepæle": "!fil milepaele.yaml",
    }


def _areas(start: Start) -> Iterator[str]:
    """Yield the indsatsområder: the first one explained, the others with the same keys."""
    if len(start.indsatsomraader) == len(start.regulativ.indsatsomraader):
        yield from comment(
            "Her står alle rammens indsatsområder. Slet dem, I ikke vælger, og deres filer i tekster/ og delaftaler/."
        )
    for number, area in enumerate(start.indsatsomraader):
        own = {
            "område": area.id,
            "problemkompleks": f"!fil {_problemkompleks(area)}",
            "data": "",
            "kerneudfordringer": "",
            "delaftale": f"!fil {delaftale_file(area.id)}",
        }
        yield from item(_bare(own) if number else element("Indsatsomraade", {key: value for key, value in own.items() if value}))


def _baseline(regulativ: Regulativ) -> Iterator[str]:
    """Yield the fixed indicators: the first one explained, the others with the same keys. A skeleton where none are known."""
    if not regulativ.indikatorer:
        yield from skeleton("Baseline")
    for number, indikator in enumerate(regulativ.indikatorer):
        yield from comment(_told(regulativ, indikator))
        other = "ikke_opgjort" if indikator.kun_boligomraade else "kommune"
        bare = _bare({"indikator": indikator.id, "område": "", other: "", "år": ""})
        yield from item(bare if number else element("Baseline", {"indikator": indikator.id}))


def _told(regulativ: Regulativ, indikator: Indikator) -> str:
    unit = regulativ.enhed(indikator.enhed)
    told = f"{indikator.navn.rstrip('.')} (i {unit.navn if unit else indikator.enhed}; {_BETTER[indikator.retning]})."
    told += f" Datakilde: {indikator.datakilde}."
    if indikator.kun_boligomraade:
        told += " Undersøgelsen dækker boligområder; findes der intet tal for kommunen, så skriv hvorfor."
    return told


def _bare(entries: dict[str, str]) -> Iterator[str]:
    return (f"{key}: {value}".rstrip() for key, value in entries.items())


def delaftale_file(area: str) -> str:
    """Return the path of the file that the delaftale of an indsatsområde, given by its id, is written in."""
    return f"delaftaler/{area.translate(_LETTERS)}.yaml"


def _delaftale_head(area: Indsatsomraade) -> str:
    return f"Delaftale for indsatsområdet «{area.navn}»."


def _problemkompleks(area: Indsatsomraade) -> str:
    return f"tekster/6-{area.id.translate(_LETTERS)}.md"
