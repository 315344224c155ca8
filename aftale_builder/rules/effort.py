"""The effort as the rules on its logic see it: its delaftaler, and what several aktiviteter lack, said once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aftale_builder.findings import Hit, Related
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.element import Element
from aftale_builder.model.indsats import Aktivitet, Delaftale, Indsatsomraade
from aftale_builder.model.kinds import Prosa
from aftale_builder.rules.reading import all_read
from aftale_builder.rules.words import listing


def delaftaler(aftale: Aftale) -> Iterator[tuple[Indsatsomraade, Delaftale]]:
    """Yield each indsatsområde that has a delaftale, with it."""
    for indsats in aftale.indsatsomraader:
        if indsats.delaftale is not None:
            yield indsats, indsats.delaftale


def aktiviteter_read(aftale: Aftale, *fields: str) -> bool:
    """Tell whether every aktivitet of every delaftale was read, and these fields of each."""
    return all_read(aftale, "indsatsomraader", "omraade") and all(
        indsats.whole("delaftale") if indsats.delaftale is None else all_read(indsats.delaftale, "aktiviteter", *fields)
        for indsats in aftale.indsatsomraader
    )


def gathered(delaftale: Delaftale, lacking: Sequence[Aktivitet], field: str, lack: str, help: str) -> Iterator[Hit]:
    """Yield one hit for all the aktiviteter of a delaftale that lack the same: at the one, else at their list.

    `lack` is said after the aktivitet's name: «siger ikke, hvad der sker bagefter».
    """
    if len(lacking) == 1:
        (one,) = lacking
        yield Hit(one.at(field), f"Aktiviteten «{one.navn}» {lack}.", help, subject=field)
    elif lacking:
        names = listing(f"«{aktivitet.navn}»" for aktivitet in lacking)
        places = tuple(Related(aktivitet.at("id"), "en af dem") for aktivitet in lacking)
        yield Hit(delaftale.key("aktiviteter"), f"Flere aktiviteter {lack}: {names}.", help, places, subject=field)


def has(text: str, *parts: str) -> bool:
    """Tell whether one of these words or parts of words, in small letters, stands in the text: Danish puts words together."""
    small = text.casefold()
    return any(part in small for part in parts)


def texts(*values: Prosa | str | Element | None) -> str:
    """Return the texts as one: prose and short texts, nothing for what is not written."""
    return "\n".join(value.text if isinstance(value, Prosa) else value for value in values if isinstance(value, (Prosa, str)))
