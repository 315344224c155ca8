"""Et underskriftsfelt hører ikke til en part, eller en part har intet.

## Hvorfor
Aftalen forpligter dem, der skriver under. Et felt uden navn kan enhver skrive i, og en part uden felt bliver ikke bundet.

## Forkert
```word
== Underskrifter:
Bakkens Boligforening
|  |  |
| Dato | Navn |
Bakke Kommune
|  |  |
| Dato | Navn |

|  |  |
| Dato | Navn |
```

## Rigtigt
```word
== Underskrifter:
Bakkens Boligforening
|  |  |
| Dato | Navn |
Bakke Kommune
|  |  |
| Dato | Navn |
```

## Kilde
`lbf-skabelon-2019`: skabelonen har et felt til hver part. Et femte felt uden part står i en virkelig aftale
(`slagelse-aftale-2021`).

## Forbehold
Reglen tier, når der ikke står nogen parter: så er skabelonen ikke udfyldt. Et felt uden navn over sig hører til parten før,
når der står, hvem der skal skrive i det. Et felt med «Boligorganisation A» siger DOK402.
"""

from collections.abc import Iterator, Sequence

from aftale_builder.findings import Hit, Related, Severity
from aftale_builder.regulation import Art, Regulativ
from aftale_builder.rules.finished import Block, Finished, Form
from aftale_builder.rules.registry import Over, rule
from aftale_builder.rules.story import Name


@rule(
    "DOK411",
    "underskriftsfelt-uden-part",
    Severity.ADVARSEL,
    sources=("lbf-skabelon-2019#underskrifter", "slagelse-aftale-2021"),
    over=Over.WORD,
    needs=lambda data: data.fast_tekst,
)
def check(file: Finished) -> Iterator[Hit]:
    """Yield a hit for each block without a part and each part without a block; where there is one of each, one for both."""
    form = file.form
    if form is None or file.regulativ is None or not form.parties or not form.blocks:
        return
    nobodys = [block for block in form.blocks if _is_nobodys(block, file.regulativ)]
    signing = {block.part for block in form.blocks}
    without = [name for ref, name in form.parties if ref not in signing]
    for number in range(max(len(nobodys), len(without))):
        yield _hit(nobodys[number : number + 1], without[number : number + 1], form)


def _is_nobodys(block: Block, regulativ: Regulativ) -> bool:
    if block.part or (block.told and not block.label):
        return False
    stand_in = regulativ.kendt_tekst(block.label) if block.label else None
    return stand_in is None or stand_in.art is not Art.PLADSHOLDER


def _hit(block: Sequence[Block], part: Sequence[Name], form: Form) -> Hit:
    if not block:
        return Hit(
            part[0].at,
            f"Parten «{part[0].navn}» har intet underskriftsfelt.",
            "Sæt et felt ind til parten, eller slet den under «Aftalens parter», hvis den ikke er part.",
            subject=part[0].navn,
        )
    whose = f"«{block[0].label}» er ikke blandt aftalens parter." if block[0].label else "Feltet hører ikke til nogen part."
    number = str(form.blocks.index(block[0]) + 1)
    if not part:
        return Hit(
            block[0].at,
            f"Underskriftsfelt {number}: {whose}",
            "Slet feltet, eller skriv over det, hvem det er til.",
            subject=number,
        )
    return Hit(
        block[0].at,
        f"Underskriftsfelt {number}: {whose} Parten «{part[0].navn}» har intet felt.",
        f"Skriv «{part[0].navn}» over feltet, hvis det er til den; ellers slet feltet, og giv parten sit eget.",
        (Related(part[0].at, "parten, som intet felt har"),),
        subject=number,
    )
