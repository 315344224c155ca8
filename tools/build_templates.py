"""Build the templates of `templates/lbf/lbf-2019-26/`: `python -m tools.build_templates`."""

from __future__ import annotations

from pathlib import Path

from aftale_builder.regulation import regulativ
from aftale_builder.resources import resource
from tools.lbf_templates import beredskabsplan, delaftale, indberetningsskema, kommissorium, milepaelsplan, strategisk
from tools.lbf_templates.package import build

GENERATION = "lbf-2019-26"


def files() -> dict[str, bytes]:
    """Return every file of the folder by name: each template, and the page that tells where its wording comes from."""
    generation = regulativ(GENERATION)
    if generation is None:
        raise LookupError(GENERATION)
    made: dict[str, bytes] = {}
    for template in (
        strategisk.template(generation),
        delaftale.template(),
        kommissorium.template(),
        beredskabsplan.template(),
        milepaelsplan.template(),
        indberetningsskema.template(),
    ):
        made[f"{template.name}.docx"] = build(template)
        made[f"{template.name}.md"] = template.source.encode()
    return made


def main() -> None:
    """Write the files into the project's folder of templates."""
    folder = Path(resource(f"templates/lbf/{GENERATION}"))
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files().items():
        (folder / name).write_bytes(data)


if __name__ == "__main__":
    main()
