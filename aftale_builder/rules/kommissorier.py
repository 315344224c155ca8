"""The bestyrelse's kommissorium, as the rules on it ask."""

from __future__ import annotations

from collections.abc import Iterator

from aftale_builder.model.aftale import Aftale
from aftale_builder.model.element import own_fields
from aftale_builder.model.kinds import OrganType, Prosa
from aftale_builder.model.organisation import Kommissorium
from aftale_builder.rules.reading import all_read, empty


def of_the_bestyrelse(aftale: Aftale) -> tuple[Kommissorium, ...]:
    """Return the kommissorier with content that are the bestyrelse's, or of an unknown (KON106 says so) or unread organ."""
    return tuple(item for item in aftale.kommissorium if _may_be_the_boards(aftale, item) and not empty(item, "organ"))


def fully_read(aftale: Aftale) -> tuple[Kommissorium, ...]:
    """Return the bestyrelse's kommissorier; none where one could not be read, or may be of another organ."""
    found = of_the_bestyrelse(aftale)
    if not all_read(aftale, "kommissorium", "organ") or any(item.organ and not _is_the_boards(aftale, item) for item in found):
        return ()
    return found if all(item.whole() for item in found) else ()


def the_kommissorium(aftale: Aftale) -> Kommissorium | None:
    """Return the bestyrelse's one kommissorium, where it was read to its end."""
    found = fully_read(aftale)
    return found[0] if len(found) == 1 else None


def words_of(item: Kommissorium) -> str:
    """Return all that the kommissorium says, in small letters."""
    return "\n".join(_texts(item)).casefold()


def _texts(item: Kommissorium) -> Iterator[str]:
    for field in own_fields(Kommissorium):
        value = getattr(item, field.name)
        if isinstance(value, Prosa):
            yield value.text
        elif isinstance(value, tuple):
            yield from value
        elif value and field.name != "organ":
            yield value


def _may_be_the_boards(aftale: Aftale, item: Kommissorium) -> bool:
    return item.organ is None or _organ_type(aftale, item.organ) in (OrganType.BESTYRELSE, None)


def _is_the_boards(aftale: Aftale, item: Kommissorium) -> bool:
    return _organ_type(aftale, item.organ) is OrganType.BESTYRELSE


def _organ_type(aftale: Aftale, ref: str | None) -> OrganType | None:
    """Return what the organ with this id is; None where it is unknown or unread."""
    organer = aftale.organisation.organer if aftale.organisation is not None else ()
    return next((organ.type for organ in organer if str(organ.id) == ref), None)
