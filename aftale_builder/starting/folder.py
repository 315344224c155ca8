"""The folder of a new agreement: its files, its schemas for the editor, and what helps Git and Word along."""

from __future__ import annotations

import json
from pathlib import Path

from aftale_builder.resources import resource
from aftale_builder.starting.files import SCHEMAS, Start, text_files, yaml_files

_SETTINGS = {
    "yaml.customTags": ["!fil scalar"],
    "yaml.schemaStore.enable": False,
    "yaml.schemas": {f"{SCHEMAS}/delaftale.schema.json": "delaftaler/*.yaml"},
    "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2, "editor.wordWrap": "on"},
    "[markdown]": {"editor.wordWrap": "on", "files.trimTrailingWhitespace": False},
}

_README = """\
# {title}

Mappen er aftalen: den strategiske samarbejdsaftale og alt, hvad der hører til. Hvert navn, hvert tal og hver tekst står ét sted.

| fil | hvad |
|---|---|
| `aftale.yaml` | begynd her: navn, periode, parter, boligområder, organisering, baseline, indsatsområder |
| `tekster/` | teksterne til aftalens afsnit; de bliver trykt, som de står |
| `delaftaler/` | en delaftale for hvert valgt indsatsområde |
| `kommissorium.yaml`, `budget.yaml`, `beredskabsplan.yaml`, `milepaele.yaml` | bilagene |
| `.aftale/`, `.vscode/` | det, editoren bruger for at foreslå og forklare nøglerne |

- `aftale check` siger, hvad der endnu mangler, i den rækkefølge det står i mappen.
{render}

I Visual Studio Code: åbn mappen, og sig ja til den udvidelse, der foreslås (YAML). Så kommer hjælpen frem, mens I skriver.

En linje som `[[organer]]` i en tekst betyder, at det, der står under `organer:`, bliver sat ind dér. De andre er
`[[organisationsdiagram]]`, `[[boligområder]]` og `[[aktører]]`, og figurerne `[[tidslinje]]`, `[[indsatslogik]]`, `[[budget]]`
og `[[baseline]]`. Slet linjen, hvis I hellere vil skrive det selv.
"""

_RENDER = "- `aftale render --draft` laver pakken i Word og Excel, mærket UDKAST. Uden `--draft` kræver den, at intet mangler."
_NO_RENDER = "- `aftale render` kan ikke bruges endnu: der er ingen skabeloner til {navn}."

_OTHERS = {
    ".vscode/settings.json": json.dumps(_SETTINGS, ensure_ascii=False, indent=2) + "\n",
    ".vscode/extensions.json": json.dumps({"recommendations": ["redhat.vscode-yaml"]}, indent=2) + "\n",
    ".gitattributes": "* text=auto eol=lf\n*.docx binary\n*.xlsx binary\n*.pdf binary\n*.png binary\n",
    ".gitignore": "# Words og Excels egne filer, mens et dokument er åbent\n~$*\n.~lock.*\n.DS_Store\nThumbs.db\n",
}

NOT_OF_THE_LANGUAGE = frozenset({"report.schema.json", "rules.schema.json"})
"""What programs read of ours, and nobody writes."""


def contents(start: Start) -> dict[str, str]:
    """Return the text of every file by its path in the folder; `aftale.yaml` comes last."""
    return {
        **_OTHERS,
        **_schemas(),
        "LAESMIG.md": _readme(start),
        **text_files(start),
        **yaml_files(start),
    }


def _readme(start: Start) -> str:
    render = _RENDER if start.has_templates else _NO_RENDER.format(navn=start.regulativ.navn)
    return _README.format(title=start.navn or "Strategisk samarbejdsaftale", render=render)


def write(folder: Path, files: dict[str, str]) -> None:
    """Write the files, in their order; the root file last, so that a folder half written is no agreement."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def _schemas() -> dict[str, str]:
    """Return the schemas of the language, so that an editor needs no network."""
    found = sorted(resource("schemas").glob("*.schema.json"))
    return {f"{SCHEMAS}/{file.name}": file.read_text("utf-8") for file in found if file.name not in NOT_OF_THE_LANGUAGE}
