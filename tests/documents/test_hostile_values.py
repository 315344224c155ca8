"""Values that break templates, Word files, spreadsheets or file names: each comes out whole, or is refused with its place."""

from __future__ import annotations

import unicodedata
from datetime import date
from pathlib import Path

import pytest

from aftale_builder.assessment import assess_loaded
from aftale_builder.documents.facts import Facts
from aftale_builder.documents.rendering import Rendered, render_all
from aftale_builder.findings import Fault
from aftale_builder.model import Loaded, load
from aftale_builder.model.element import own_fields, walk
from aftale_builder.model.kinds import Prosa
from aftale_builder.source.emit import quoted
from aftale_builder.source.node import Node, Scalar, Sequence, SourceFile
from aftale_builder.source.splice import Edit, splice
from aftale_builder.word import package
from aftale_builder.word.faults import ValuesError
from tests.documents.making import Maker, copy_of_sample, generation, said, sample_facts

COMES_OUT = {
    "markup": "A & B <b>",
    "beregning": "{{ 7*7 }}",
    "tag": "{% raw",
    "mærke": "{_{ x }_}",
    "emoji": "😀👩‍👩‍👧",
    "opløst å": "a\u030abenra\u030a",
    "blød bindestreg": "bolig\u00adsocial",
    "langt": "ord " * 500 + "slut",
    "tusinder": "1.250",
    "nul først": "0123",
    "nej": "NEJ",
    "formel": "=1+1",
    "anførsel": "\"'«»",
    "usynlig": "nul\u200bbredde",
    "privat": "\ue0000\ue001",
}
IS_REFUSED = {"ikke et tegn": "\ufffe", "lodret fane": "\u000b", "halvt par": "\ud800"}
NOT_PROSE = {"regulativ", "fil", "diagram_fil", "regel", "sti"}
"""Fields whose text names something that must exist."""


@pytest.mark.parametrize("hostile", COMES_OUT.values(), ids=COMES_OUT)
def test_a_hostile_value_in_every_field_of_the_language_comes_out_whole(hostile: str) -> None:
    maker = Maker(lambda number: _text(number, hostile))
    everything = same("\n".join(map(said, render_all(Facts(maker.aftale(), generation())))))
    lost = {path for path, text in maker.texts.items() if same(text) not in everything}
    if hostile == COMES_OUT["mærke"]:
        lost -= maker.prose  # «_{ x }_» is emphasis in Markdown
    assert {path.rpartition(".")[2] for path in lost} <= NOT_PROSE | {"begrundelse"}  # undtagelser stand in the checklist


@pytest.mark.parametrize("hostile", IS_REFUSED.values(), ids=IS_REFUSED)
def test_a_sign_that_no_file_can_hold_is_refused_in_every_field(hostile: str) -> None:
    aftale = Maker(lambda number: _text(number, hostile)).aftale()
    with pytest.raises(ValuesError) as refused:
        render_all(Facts(aftale, generation()))
    assert {fault.code for fault in refused.value.faults} == {"KLD010"}


def same(text: str) -> str:
    """Return text as the reader of a document sees it: NFC, white space as one space."""
    return " ".join(unicodedata.normalize("NFC", text).split())


@pytest.mark.langsom
@pytest.mark.parametrize("hostile", [*COMES_OUT.values(), "x" * 20_000, IS_REFUSED["ikke et tegn"], IS_REFUSED["lodret fane"]])
def test_a_hostile_value_in_every_string_of_the_sample_at_once(tmp_path: Path, hostile: str) -> None:
    folder = copy_of_sample(tmp_path / "aftale")
    count = _poison(folder, hostile)
    assert count > 700
    loaded = load(folder)
    faults = loaded.faults
    rendered: tuple[Rendered, ...] = ()
    if not faults:
        assert assess_loaded(loaded, folder, date(2026, 1, 1)).judged
        faults, rendered = _rendered(loaded)
    if faults:  # refused: each with its place, and only for what a file cannot hold
        assert {fault.code for fault in faults} <= {"KLD010", "KLD011"}
        assert all(fault.at.place().line for fault in faults)
        assert hostile not in COMES_OUT.values()
        return
    everything = same("\n".join(map(said, rendered)))
    lost = [number for number in range(count) if same(_text(number, hostile)) not in everything]
    assert lost == [] or hostile == COMES_OUT["mærke"]


def _rendered(loaded: Loaded) -> tuple[tuple[Fault, ...], tuple[Rendered, ...]]:
    assert loaded.aftale is not None
    try:
        return (), render_all(Facts(loaded.aftale, generation()))
    except ValuesError as error:
        return error.faults, ()


def _text(number: int, hostile: str) -> str:
    return f"q{number}q {hostile} q{number}q"


def _poison(folder: Path, hostile: str) -> int:
    """Put the value into every text of the agreement that is free to be anything; return how many there were."""
    loaded = load(folder)
    assert loaded.aftale is not None
    edits: dict[str, list[Edit]] = {}
    files: dict[str, SourceFile] = {}
    count = 0
    for scalar in _texts(loaded.aftale):
        text = _text(count, hostile)
        written = scalar.span.text
        end = written[len(written.rstrip()) :]  # a block scalar goes on to the beginning of the next line
        edit = Edit(scalar.span, text if scalar.style == "file" else quoted(text) + end)
        edits.setdefault(scalar.span.file.name, []).append(edit)
        files[scalar.span.file.name] = scalar.span.file
        count += 1
    for name, changes in edits.items():
        Path(name).write_bytes(splice(files[name], changes))
    return count


def _texts(aftale: object) -> list[Scalar]:
    found: dict[int, Scalar] = {}
    for element in walk(aftale):  # type: ignore[arg-type]
        for item in own_fields(type(element)):
            value = getattr(element, item.name)
            free = isinstance(value, Prosa) or (item.type in (str, "str", tuple[str, ...], "tuple[str, ...]") and value)
            if free and item.name not in NOT_PROSE:
                for scalar in _scalars(element.value(item.name)):
                    found[id(scalar)] = scalar
    return list(found.values())


def _scalars(node: Node | None) -> list[Scalar]:
    if isinstance(node, Scalar):
        return [node]
    return [item for item in node.items if isinstance(item, Scalar)] if isinstance(node, Sequence) else []


def test_a_document_too_large_to_be_read_again_is_refused_and_not_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_TAGS", 12_000)
    with pytest.raises(ValuesError) as caught:
        render_all(sample_facts())
    assert {fault.code for fault in caught.value.faults} == {"KLD011"}
    assert any("Milepælsplan.docx" in fault.message for fault in caught.value.faults)
