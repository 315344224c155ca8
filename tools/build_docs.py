"""Build the generated pages of `docs/`: `python -m tools.build_docs`, or with `--check` to see that they are up to date.

`docs/sproget.md` tells every key of the language, from `schemas/`. `docs/rules/` holds a page for each rule, from the rules.
"""

from __future__ import annotations

import sys
from pathlib import Path

from aftale_builder.resources import resource
from tools.docs import language, rules

DOCS = Path(__file__).parent.parent / "docs"


def pages() -> dict[str, str]:
    """Return every generated page by its path in `docs/`."""
    return {"sproget.md": language.page(resource("schemas")), **rules.pages()}


def stale() -> list[str]:
    """Return the pages that are not what they would be built as, and those that nothing builds any more."""
    built = pages()
    differ = [name for name, text in built.items() if not (DOCS / name).is_file() or (DOCS / name).read_text("utf-8") != text]
    left = [f"rules/{path.name}" for path in (DOCS / "rules").glob("*.md") if f"rules/{path.name}" not in built]
    return differ + left


def main() -> int:
    """Write the pages, or tell which are stale; return the exit code."""
    old = stale()
    if "--check" in sys.argv[1:]:
        if old:
            print(f"Stale: {', '.join(old)}. Run: python -m tools.build_docs", file=sys.stderr)
        return bool(old)
    built = pages()
    for name in old:
        path = DOCS / name
        if name in built:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(built[name], encoding="utf-8", newline="\n")
        else:
            path.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main())
