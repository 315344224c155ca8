"""The register of sources."""

from aftale_builder.regulation import kilder, regulativ, regulativer, same_words

REGISTER = {
    "almenboliglov-91a": "S",
    "almenboliglov-61a": "S",
    "almenboliglov-168a": "S",
    "lbf-regulativ-2019": "F",
    "lbf-regulativ-2015": "F",
    "lbf-regulativ-2011": "F",
    "lbf-skabelon-2019": "F",
    "lbf-skabelon-2015": "F",
    "lbf-delaftale-2015": "F",
    "lbf-organisation": "F",
    "lbf-indsatser": "F",
    "lbf-effekt": "F",
    "lbf-orienterer-2020": "F",
    "lbf-ansoegning-2015": "F",
    "lbf-ansoegning-2011": "F",
    "lbf-indberetning-2011": "F",
    "lbf-reguleringskonto": "F",
    "slagelse-aftale-2021": "D",
    "slagelse-kommissorium": "D",
    "slagelse-dagsorden-2021": "D",
    "svendborg-praekval": "D",
    "vive-2021": "E",
    "cfbu-2015": "E",
    "sfi-2013": "E",
    "kk-2011": "E",
    "build-2021": "E",
    "vores": "V",
}


def test_the_register_is_whole() -> None:
    assert {source.id: source.sikkerhed for source in kilder().values()} == REGISTER
    assert all(source.titel for source in kilder().values())


def test_nothing_is_quoted_from_a_text_that_was_not_seen() -> None:
    unseen = [source for source in kilder().values() if not source.set]
    assert [source.id for source in unseen] == ["lbf-regulativ-2019", "lbf-regulativ-2015", "lbf-regulativ-2011"]
    assert not [source.id for source in unseen if source.citater]


def test_what_is_quoted_from_the_form_stands_in_the_form() -> None:
    form = regulativ("lbf-2019-26")
    assert form is not None
    words = [same_words(tekst.ren) for tekst in form.fast_tekst]
    quotes = kilder()["lbf-skabelon-2019"].citater
    assert len(quotes) > 25
    assert not [quote.tekst for quote in quotes if not any(same_words(quote.tekst) in stands for stands in words)]


def test_quotes_are_found_by_id_the_first_without() -> None:
    source = kilder()["lbf-organisation"]
    first, named = source.citat(), source.citat("bestyrelse")
    assert first is not None
    assert named is not None
    assert first.tekst.startswith("Der er krav om minimum 25 %")
    assert named.tekst.startswith("lokale bestyrelser")
    assert source.citat("ukendt") is None
    assert kilder()["build-2021"].citat() is None


def test_generations_point_at_sources_of_the_register() -> None:
    for ref in regulativer():
        found = regulativ(ref)
        assert found is not None
        assert {found.kilde, found.skabelon} - {""} <= set(kilder())


def test_evaluations_carry_their_caveat() -> None:
    assert all(kilder()[ref].forbehold for ref in ("vive-2021", "cfbu-2015", "sfi-2013", "vores"))
