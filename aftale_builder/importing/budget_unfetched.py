"""Open cells of our own workbook, other than amounts, that differ from the agreement: told, for none is brought in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from aftale_builder.documents import danish
from aftale_builder.documents.budget_layout import activity_names, area_name, kind_name
from aftale_builder.documents.facts import Facts
from aftale_builder.importing.budget_labels import Column
from aftale_builder.importing.budget_lines import Line
from aftale_builder.importing.budget_matching import Matched
from aftale_builder.model.budget import Kilde, Post

_LABELS = {
    Column.NUMBER: "nummeret",
    Column.ART: "arten",
    Column.AREA: "indsatsområdet",
    Column.ACTIVITIES: "aktiviteterne",
    Column.SOURCE: "kildens navn",
    Column.KIND: "typen",
    Column.FORM: "formen",
    Column.LOCAL: "«Lokal»",
}


def unfetched(matched: Matched, facts: Facts) -> Iterator[str]:
    """Yield a remark for each such cell of the lines that the budget has; a post's new name is told where it is matched."""
    for line, post in matched.posts:
        yield from _told(line, _post(facts, post))
    for line, kilde, _ in matched.funding:
        yield from _told(line, _source(facts, kilde))


def _post(facts: Facts, post: Post) -> dict[Column, str]:
    return {
        Column.NUMBER: str(post.id or ""),
        Column.ART: danish.sentence_case(post.art or ""),
        Column.AREA: area_name(facts, post),
        Column.ACTIVITIES: activity_names(facts, post),
    }


def _source(facts: Facts, kilde: Kilde) -> dict[Column, str]:
    return {
        Column.SOURCE: facts.kilde(str(kilde.id)),
        Column.KIND: kind_name(facts, kilde),
        Column.FORM: danish.sentence_case(kilde.form or ""),
        Column.LOCAL: danish.yes_no(facts.aftale.er_lokal(kilde)),
    }


def _told(line: Line, ours: Mapping[Column, str]) -> Iterator[str]:
    for column, text in ours.items():
        said = line.words.get(column, "")
        if column in line.places and said.split() != text.split():
            yield (
                f"{line.places[column]}: {_LABELS[column]}: {_shown(said)} i arket, {_shown(text)} i aftalen. Kun beløbene er "
                "hentet; ret det i YAML, hvis arket har ret."
            )


def _shown(text: str) -> str:
    return f"«{' '.join(text.split())}»" if text.strip() else "intet"
