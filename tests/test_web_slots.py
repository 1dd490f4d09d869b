"""A fact as a form and back: the untouched is unchanged; numbers, dates and places are written people's way."""

from decimal import Decimal

import pytest
from examples import EXTRACTIONS, HOA, count
from hypothesis import given
from hypothesis import strategies as st

from extractor.records import KINDS, CountFact, Record
from extractor.web.slots import changes, fields, iso, number_plain, number_text, slots, turned
from extractor.web.strings import LANGUAGES, catalogue

RECORDS = [record for extraction in EXTRACTIONS for record in extraction.records]


def form_of(record: Record, language: str = "vi") -> dict[str, str]:
    """The form as a browser sends it back untouched."""
    shown = fields(record.kind, record, language)
    return {name: text for field in shown for name, text in zip(field.inputs, field.texts, strict=True)}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("record", RECORDS, ids=lambda record: f"{record.kind} {record.quote}")
def test_an_untouched_form_changes_nothing(record: Record, language: str) -> None:
    form = form_of(record, language)
    assert changes(record, {name: text.replace("\n", "\r\n") + " " for name, text in form.items()}, language) == {}
    evidence = {slot: getattr(record, slot) for slot in ("article_id", "start", "end", "quote", "rule", "reasons")}
    again = type(record).model_validate({**evidence, **slots(record.kind, form, language)})
    unasked = {"candidates": (), "valid_from": None} if record.kind == "localities" else {}
    assert again == record.model_copy(update=unasked)


@pytest.mark.parametrize(
    ("slot", "text", "told"),
    [("value", "1.250", "1250"), ("value", "98,5", "98.5"), ("value", "98.5", "98.5"), ("value", "", None),
     ("value", "nhiều", "nhiều"), ("locality", "Hội An, Quảng Nam", ["Quảng Nam", "Hội An"]),
     ("locality", "", None), ("what", " tổ  tự quản ", "tổ tự quản"), ("aspect", "target", "target"),
     ("part_of", "", None)],
)  # fmt: skip
def test_what_people_write_is_read(slot: str, text: str, told: object) -> None:
    fact = count(HOA, "duy trì 12 mô hình", 12, "mô hình", locality=("X",), part_of="abc")
    assert changes(fact, {**form_of(fact), slot: text}, "vi") == {slot: told}


def test_a_period_is_two_dates() -> None:
    fact = count(HOA, "duy trì 12 mô hình", 12, "mô hình", period=("2024", "2024-09-06"))
    form = form_of(fact)
    assert (form["period.start"], form["period.end"]) == ("2024", "06/09/2024")
    assert changes(fact, {**form, "period.start": "9/2024"}, "vi") == {"period": ["2024-09", "2024-09-06"]}
    assert changes(fact, {**form, "period.start": ""}, "vi") == {"period": [None, "2024-09-06"]}
    assert changes(fact, {**form, "period.start": "", "period.end": ""}, "vi") == {"period": None}


def test_a_quote_is_moved() -> None:
    fact = count(HOA, "duy trì 12 mô hình", 12, "mô hình")
    same = {"start": str(fact.start), "end": str(fact.end)}
    assert changes(fact, {**form_of(fact), **same}, "vi") == {}
    assert changes(fact, {**form_of(fact), **same, "end": "9"}, "vi") == {"start": fact.start, "end": 9}
    assert slots("counts", {"1.what": "hộ", "1.start": "3", "1.end": "5"}, "vi", "1.") == {
        "what": "hộ",
        "start": 3,
        "end": 5,
    }


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3), st.sampled_from(LANGUAGES))
def test_a_number_is_read_as_it_is_written(value: Decimal, language: str) -> None:
    assert Decimal(number_plain(number_text(value, language), language)) == value


@given(st.dates().map(str), st.sampled_from((4, 7, 10)))
def test_a_date_is_read_as_it_is_written(date: str, precision: int) -> None:
    assert iso(turned(date[:precision])) == date[:precision]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_slot_and_choice_has_a_name(language: str) -> None:
    strings = catalogue(language)
    for kind in KINDS:
        for field in fields(kind, None, language):
            assert f"slots.{field.name}" in strings
            assert [one for one in field.choices if one and f"slots.choice.{one}" not in strings] == []


def test_an_empty_form_has_the_defaults() -> None:
    shown = {field.name: field for field in fields("counts", None, "vi")}
    assert shown["aspect"].texts == (CountFact.model_fields["aspect"].default,)
    assert [name for name, field in shown.items() if field.required] == ["what"]
