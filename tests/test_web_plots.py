"""Where values are drawn, and where the map lies."""

from itertools import combinations

import pytest
from examples import HOA, count

from extractor.records import Span
from extractor.store.answers.coverage import Covered, Month
from extractor.store.answers.facts import Answer
from extractor.store.answers.indicators import Point, Series
from extractor.store.search.passages import Passage
from extractor.web import map as country
from extractor.web import plots


def plotted(period: Span | None, aspect: str = "flow", day: str = "2024-09-06") -> dict[str, object]:
    fact = count(HOA, "12 mô hình", 12, "mô hình", aspect=aspect, period=period)
    answer = Answer(1, fact, "hoa", None, None, day, None, Passage(HOA.text, ((fact.start, fact.end),)))
    series = Series("mô hình", None, None, None, aspect, None, None, (Point(fact, day, (answer,), 1),))
    (point,) = plots.timeline(series, ())["points"]  # type: ignore[misc]
    return dict(point)


@pytest.mark.parametrize(
    ("period", "aspect", "day", "at", "when"),
    [
        (("2023-01-01", "2023-12-31"), "flow", "2023-12-31", "2023-07-02", "01/01/2023 – 31/12/2023"),
        (("2023", "2023"), "stock", "2023", "2023-07-02", "2023"),
        (("2024-09-06", "2024-09-06"), "stock", "2024-09-06", "2024-09-06", "06/09/2024"),
        ((None, "2025"), "target", "2025", "2025-07-01", " – 2025"),
        (None, "flow", "2024-09", "2024-09-15", "09/2024"),
    ],
)
def test_a_value_is_drawn_in_the_middle_of_its_period(
    period: Span | None, aspect: str, day: str, at: str, when: str
) -> None:
    point = plotted(period, aspect, day)
    assert (point["at"], point["when"]) == (at, when)


def test_months_without_articles_are_drawn_and_too_many_become_years() -> None:
    def drawn(*months: str) -> list[tuple[object, object]]:
        points = plots.months([Month(month, 2) for month in months])["points"]
        return [(point["when"], point["value"]) for point in points]  # type: ignore[attr-defined]

    assert drawn() == []
    assert drawn("2023-11", "2024-01") == [("11/2023", 2), ("12/2023", 0), ("01/2024", 2)]
    assert drawn("2001-01", "2023-11", "2023-12")[-2:] == [("2022", 0), ("2023", 4)]


def test_labels_of_the_map_do_not_overlap() -> None:
    places = {one.name: one for one in country.islands()}
    assert len(places) == 2
    covered = [Covered(str(at), (20 + at / 50, 105.5), 30, 1, 0) for at in range(30)]
    drawn = country.bubbles(
        [*covered, Covered("nowhere", None, 9, 9, 9), Covered("silent", (10.0, 105.0), 0, 0, 0)]
    )
    assert [bubble.covered.province for bubble in drawn] == [str(at) for at in range(30)]
    labels = [bubble.label for bubble in drawn if bubble.label]
    assert 1 < len(labels) < 30
    for one, other in combinations(labels, 2):
        assert one.anchor != other.anchor or abs(one.y - other.y) >= country.LINE


def test_the_whole_country_is_on_the_map() -> None:
    dots = [tuple(map(int, dot.split("h")[0].split())) for dot in country.ground().split("M")[1:]]
    assert len(dots) > 2000
    assert all(0 <= x <= country.WIDTH and 0 <= y <= country.HEIGHT for x, y in dots)
