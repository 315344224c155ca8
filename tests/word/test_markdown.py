"""What Markdown cannot set is reported, and nothing else; every letter is printed or reported."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aftale_builder.word.markdown import problems
from aftale_builder.word.unsupported import find
from aftale_builder.word.words import words

NAMES = ("organer", "aktører")

FINE = [
    "Et afsnit med **fed**, *kursiv* og ***begge***.",
    "# Overskrift\n\n## Under\n\nTekst",
    "- a\n- b\n  - c\n\n  mere\n",
    "1. a\n2. b\n3. c",
    "1. a\n1. b\n1. c",
    "3. a\n4. b",
    "Et [link](http://lbf.dk/a?b=c) og <http://lbf.dk>.",
    "Linje\\\nto  \ntre",
    "> citat",
    "a | b\n--|--\n1 | 2\n3",
    "Note[^1].\n\n[^1]: Tekst.",
    r"Se \[^1\] her.",
    r"\[\[organer\]\]",
    r"Ordet \[\[organer\]\] i en linje.",
    "Note[^a] og[^b].\n\n[^a]: Tekst.\n\n[^b]: Mere.\n\n    Og mere.",
    "[[organer]]",
    "før\n[[aktører]]\nefter",
    "Mødet var 1. oktober.",
    "100 * 2 * 3, a_b_c, 5 < 6 & 7 > 2, [x]: y, <b>, &amp;",
    "Tankestreg - midt i. Plus + plus. # ikke her",
    "    indrykket",
    r"Skriv \<b>fed\</b>, `</b>` eller ``<!-- ` -->``, \<!-- sådan -->.",
    r"\~~ikke væk\~~ og `~~`, a ~~ b ~~ c, ca. ~5 og ~6.",
    r"- \[ ] ikke en opgave",
    "- [x]: y",
    "\n".join(f"{'  ' * depth}- {depth}" for depth in range(9)),
    "A & B <b> og a < b, 5 </ 6",
]

BAD = [
    ("---", "En streg"),
    ("Titel\n===", "En streg"),
    ("```\nx\n```", "Kodeblokke"),
    ("~~~\nx\n~~~", "Kodeblokke"),
    ("![kort](kort.png)", "Billeder"),
    ("Før <!-- husk det --> efter", "kommentar i HTML"),
    ("<!--\nover linjer\n-->", "kommentar i HTML"),
    ("Et <b>fedt</b> ord", "HTML kan ikke"),
    ('- <span class="x">**fedt**</span>', "HTML kan ikke"),
    ("a | b\n--|--\n1<br>2 | 3<br/>", "HTML kan ikke"),
    ("Et ~~gennemstreget~~ ord", "Gennemstregning"),
    ("~~over **to**\nlinjer~~", "Gennemstregning"),
    ("- [ ] opgave", "krydse af"),
    ("tekst\n\n1. a\n   - [x] gjort", "krydse af"),
    ("#", "overskrift uden tekst"),
    ("- ", "punkt uden tekst"),
    ("1.", "punkt uden tekst"),
    ("1. \u00a0\n\nmaj", "punkt uden tekst"),
    (">", "citat uden tekst"),
    ("- # x", "overskrift kan ikke stå i en liste"),
    ("[](http://x)", "link uden tekst"),
    ("[a](http://x 'titel')", "titel"),
    ("1. a\n3. b", "nummer 3"),
    ("1. oktober 2021 begynder vi.", "bliver til et punkt"),
    ("a | b\n--|--\n1 | 2 | 3", "3 celler"),
    ("Note[^1].", "findes ikke"),
    ("[^1]: Note.", "Ingen henviser"),
    ("a[^1]\n\n[^1]: x\n\n[^1]: y", "flere gange"),
    ("a[^1] b[^1]\n\n[^1]: x", "to gange"),
    ("a[^1] b[^2]\n\n[^1]: x[^2]\n\n[^2]: y", "kan ikke henvise"),
    ("a[^1]\n\n[^1]: \n", "fodnote uden tekst"),
    ("[[organr]]", "Mente du «[[organer]]»"),
    ("tekst [[organer]] tekst", "linje for sig"),
    ("- a\n- [[organer]]", "linje for sig"),
    ("\n".join(f"{'  ' * depth}- {depth}" for depth in range(10)), "niveau 10"),
    ("\n".join("\t" * depth + "- x" for depth in range(10)), "niveau 10"),
    ("> " * 300 + "dybt", "citat uden tekst"),
    ("[a](http://x.dk/?b&amp;c)", "ikke blive trykt"),
]


@pytest.mark.parametrize("text", FINE)
def test_what_can_be_set_is_not_reported(text: str) -> None:
    assert problems(text, NAMES) == ()


@pytest.mark.parametrize(("text", "said"), BAD)
def test_what_cannot_be_set_is_reported_at_its_place(text: str, said: str) -> None:
    found = problems(text, NAMES)
    assert any(said in f"{problem.message} {problem.help}" for problem in found), found
    assert all(0 <= problem.start <= problem.end <= len(text) for problem in found)


def test_an_insert_where_there_are_none_is_to_be_deleted() -> None:
    (problem,) = problems("[[organer]]", ())
    assert problem.help == "Slet linjen."


def test_html_is_reported_once_with_all_of_the_pair() -> None:
    text = "Linje et\nhar <b>fed</b> og <i>kursiv</i>."
    assert [text[problem.start : problem.end] for problem in problems(text)] == ["<b>fed</b>", "<i>kursiv</i>"]


def test_a_problem_covers_its_line() -> None:
    text = "Fint.\n\n---\n\nFint."
    (problem,) = problems(text)
    assert text[problem.start : problem.end] == "---"


def test_the_same_line_is_reported_once() -> None:
    assert len(problems("- - - - x - -\n- - - -")) == len(set(problems("- - - - x - -\n- - - -")))


BLOCKS = ["# ", "- ", "1. ", "7) ", "> ", "|", "--|--\n", "\n", "\n\n", "    ", "~~~", "---", "===", "[^1]: ", "[[organer]]"]
INLINE = ["ord", "å", "**", "*", "_", "`", "[", "]", "(", ")", "[^1]", "![", "http://x", "<", ">", "\\", "\\|", "&amp;", "!", " "]
RAW = ["<!-- ", "-->", "<b>", "</b>", "<br>", "~~", "~~ord~~", "[ ] ", "- [x] "]
OTHER = ["€", "😀", "'t'", "maj", "\u00a0", "\x85"]
PIECES = st.sampled_from([*BLOCKS, *INLINE, *RAW, *OTHER])
TEXTS = st.lists(PIECES, max_size=14).map("".join)


@given(TEXTS)
@settings(max_examples=600, deadline=None)
def test_the_quick_look_never_trusts_a_text_with_problems(text: str) -> None:
    assert problems(text, NAMES) == find(text, NAMES)


@given(TEXTS)
@settings(max_examples=600, deadline=None)
def test_every_sign_that_markdown_has_no_use_for_is_printed_or_reported(text: str) -> None:
    if any(problem.lost for problem in problems(text, NAMES)):
        return
    found = words(text)
    printed = Counter("".join(word.text for units in (found.units, *found.notes) for word in units))
    for sign in "€😀å":
        assert printed[sign] == text.count(sign)


def test_a_text_without_oddities_is_judged_without_the_parser() -> None:
    text = "Et afsnit.\n\n## Mål\n\n- a\n- b\n\n1. c\n2. d\n\nSe [her](http://x.dk)[^1].\n\na | b\n--|--\n1 | 2\n\n[^1]: Note."
    code = (
        f"import sys; from aftale_builder.word.markdown import problems; assert problems({text!r}) == ();"
        "print('markdown_it' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
