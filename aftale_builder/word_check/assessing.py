"""The assessment of a finished Word file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from aftale_builder.assessment import Assessment
from aftale_builder.findings import Fault
from aftale_builder.regulation import Skoen
from aftale_builder.rules import findings_of, judge_passages, judge_story, judge_word
from aftale_builder.rules.finished import Finished, Spot
from aftale_builder.rules.lines import Paper
from aftale_builder.rules.registry import OURS, word_rules
from aftale_builder.rules.story import Story
from aftale_builder.word.package import WordFileError
from aftale_builder.word_check.reading import read_finished
from aftale_builder.word_check.telling import annexes, passages, story

_ALONE = "Kun filen er bedømt: bilag, budget, behandling og det øvrige i pakken kan ikke ses af den."


def assess_file(path: Path) -> Assessment:
    """Return the assessment of a Word file; one that can't be read, is none of the papers, or is almost empty, is not judged."""
    try:
        file, names = read_finished(path)
    except WordFileError as error:
        return _unread(path, error.message, error.remedy)
    if not any(paragraph.text.strip() for paragraph in file.paragraphs if paragraph.spot.paragraph):
        return _unread(
            path, "Der er ingen tekst i filen, som kan læses.", "Åbn den i Word, og gem den som Word-dokument (.docx)."
        )
    rules, told = word_rules(), story(file, names)
    found = (*judge_word(file, rules), *judge_story(told, rules), *judge_passages(passages(file), rules))
    judged = file.paper is not None and not file.almost_empty
    return Assessment(
        path.as_posix(),
        file.regulativ.id if file.regulativ is not None else "",
        tuple(sorted(found, key=lambda finding: finding.sort_key)),
        tuple(_judgement(file, told)),
        {},
        judged=judged,
        unseen=" ".join(filter(None, (_ALONE, _without_form(file)))),
    )


def _judgement(file: Finished, told: Story) -> Iterator[Skoen]:
    """Yield what a human must judge: what the generation's agreements ask, and the annexes that the file promises."""
    if file.paper is Paper.SAMARBEJDSAFTALE and file.regulativ is not None:
        yield from file.regulativ.skoen
    for number, (name, line) in enumerate(annexes(told), start=1):
        at = line.at(0, len(line.text)).place()
        where = f"{at.section}, {at.paragraph}. tekstafsnit" if at.section else f"{at.paragraph}. tekstafsnit"
        yield Skoen(f"bilag-{number}", f"Er «{name}» vedlagt? Det siger teksten, at det er ({where}).", OURS)


def _without_form(file: Finished) -> str:
    """Return what was not judged because the form's wording is not known, «» where it is."""
    if file.form is not None or file.paper is None:
        return ""
    of = f" for {file.regulativ.navn}" if file.regulativ is not None and file.paper is Paper.SAMARBEJDSAFTALE else ""
    whose = f"{_ARTICLES[file.paper]} {file.paper}{of}"
    return f"Skabelonen til {whose} kendes ikke ord for ord: om noget mangler i den, er ikke bedømt."


_ARTICLES = {paper: "et" if paper in (Paper.KOMMISSORIUM, Paper.BUDGET, Paper.INDBERETNINGSSKEMA) else "en" for paper in Paper}


def _unread(path: Path, message: str, remedy: str) -> Assessment:
    fault = Fault("KLD001", Spot(path.as_posix()), message, remedy)
    return Assessment(path.as_posix(), "", findings_of((fault,)), (), {}, judged=False)
