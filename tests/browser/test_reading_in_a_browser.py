"""Plots, map and print in Chromium: drawn under the strict policy, clickable, told in tables without scripts."""

import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from conftest import Reviewer
from stored import write_database
from towns import town

from extractor.store.database import open_database
from extractor.store.upkeep import tidy

PLACE = "/place/Quảng Nam/Hội An"
PAGES = (
    "/",
    "/search?q=hoi+an",
    PLACE,
    "/indicator/tổ tự quản",
    "/person/Lý Mẫu",
    "/articles/town1",
    "/conflicts",
    "/sums",
)
PROFILES = {
    "wide": {},
    "phone": {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True},
    "dark": {"color_scheme": "dark"},
}


@pytest.fixture
def db(tmp_path: Path) -> Path:
    told = [town(number, value) for number, value in enumerate((12, 15, 15, 90), 1)]
    file = write_database(tmp_path / "facts.db", tuple(told))
    with open_database(file, write=True) as opened:
        tidy(opened)
    return file


@pytest.mark.parametrize("profile", PROFILES)
def test_pages_are_drawn_without_a_complaint(reviewer: Reviewer, profile: str) -> None:
    page = reviewer("/", **PROFILES[profile])
    width = page.viewport_size["width"]
    for path in PAGES:
        page.goto(path)
        page.wait_for_load_state("networkidle")
        plots = page.query_selector_all("[data-plot]")
        assert all(plot.query_selector("canvas") and plot.bounding_box()["height"] > 100 for plot in plots), path
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_a_point_leads_to_its_words(reviewer: Reviewer) -> None:
    page = reviewer(PLACE)
    plot = page.wait_for_selector(".plot.drawn")
    x, y = page.evaluate(
        """() => {
          const chart = echarts.getInstanceByDom(document.querySelector(".plot"));
          return chart.convertToPixel({ seriesIndex: 1 }, chart.getOption().series[1].data[0].value);
        }"""
    )
    plot.click(position={"x": x, "y": y})
    page.wait_for_url(re.compile("/articles/town4"))
    assert page.inner_text("a.mark.current") == "90 tổ tự quản"


def test_a_bubble_leads_to_its_province(reviewer: Reviewer) -> None:
    page = reviewer("/")
    page.click("svg.country circle")
    page.wait_for_url(re.compile("/place/"))
    assert unquote(page.url).endswith("/place/Đà Nẵng")


def test_without_scripts_the_tables_say_the_same(reviewer: Reviewer) -> None:
    page = reviewer(PLACE, java_script_enabled=False)
    assert page.is_visible("table.points >> text=90 tổ tự quản")
    assert not page.is_visible(".plot")


def test_a_place_is_printed_dark_on_white(reviewer: Reviewer) -> None:
    page = reviewer(PLACE, color_scheme="dark")
    page.emulate_media(media="print")
    assert not page.is_visible("header.top")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.is_visible("h1 >> text=Hội An")
