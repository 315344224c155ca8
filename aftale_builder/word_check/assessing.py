"""The assessment of a finished Word file."""

from __future__ import annotations

from pathlib import Path

from aftale_builder.assessment import Assessment
from aftale_builder.findings import Fault
from aftale_builder.rules import findings_of, judge_passages, judge_story, judge_word
from aftale_builder.rules.finished import Spot
from aftale_builder.rules.lines import Paper
from aftale_builder.rules.registry import word_rules
from aftale_builder.word.package import WordFileError
from aftale_builder.word_check.reading import read_finished
from aftale_builder.word_check.telling import passages, story


def assess_file(path: Path) -> Assessment:
    """Return the assessment of a Word file; one that can't be read, or is none of the papers, is not judged."""
    try:
        file, names = read_finished(path)
    except WordFileError as error:
        return _unread(path, error.message, error.remedy)
    if not any(paragraph.text.strip() for paragraph in file.paragraphs if paragraph.spot.paragraph):
        return _unread(
            path, "Der er ingen tekst i filen, som kan læses.", "Åbn den i Word, og gem den som Word-dokument (.docx)."
        )
    rules = word_rules()
    found = (
        *judge_word(file, rules),
        *judge_story(story(file, names), rules),
        *judge_passages(passages(file), rules),
    )
    known = file.regulativ if file.paper is Paper.SAMARBEJDSAFTALE else None
    return Assessment(
        path.as_posix(),
        file.regulativ.id if file.regulativ is not None else "",
        tuple(sorted(found, key=lambda finding: finding.sort_key)),
        known.skoen if known is not None else (),
        {},
        judged=file.paper is not None,
    )


def _unread(path: Path, message: str, remedy: str) -> Assessment:
    fault = Fault("KLD001", Spot(path.as_posix()), message, remedy)
    return Assessment(path.as_posix(), "", findings_of((fault,)), (), {}, judged=False)
