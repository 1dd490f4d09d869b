"""Articles told otherwise: what is changed, what survives, and files that cannot be read."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from extractor.cli.reword import reword
from extractor.evaluation.gold import SHIPPED, load_gold
from extractor.evaluation.rewording import Rewording, RewordingError, Sample, load_rewordings, survivals
from extractor.intake.article import to_article
from extractor.intake.rawpage import RawPage
from extractor.intake.sources import read_sources
from extractor.interchange import to_json
from extractor.pipeline import extract

TABLE = SHIPPED / "rewordings"
AUTHORED = SHIPPED / "authored"
LONG = (
    "Xã lập 3 tổ tự quản trong năm 2023 ở các thôn ven sông, ven biển và ở hai chợ. Các tổ có 27 người. "
    "Hội viên góp 12 triệu đồng mua kẻng, mua đèn cho các tổ tuần tra ban đêm ở những nơi vắng."
)


def rewording(name: str) -> Rewording:
    return next(row for row in load_rewordings(TABLE) if row.name == name)


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("no-break blanks", "có 96 tổ, 12%", "có 96\u00a0tổ, 12%"),
        ("hiện có, đang có", "Hiện có 5 tổ; xã hiện có 9.", "Đang có 5 tổ; xã đang có 9."),
        ("huyện, H.", "huyện Hạ, huyện ta", "H.Hạ, huyện ta"),
        ("toàn huyện, cả huyện", "Toàn huyện, toàn xã", "Cả huyện, cả xã"),
        ("thousands without a point", "1.250 hộ, 2,5 tỷ", "1250 hộ, 2,5 tỷ"),
        ("tháng 5/2024, tháng 5 năm 2024", "Tháng 5/2024", "Tháng 5 năm 2024"),
    ],
)
def test_a_rewording_changes_the_words_alone(name: str, text: str, expected: str) -> None:
    assert rewording(name).rewrite(text) == expected


def test_layouts_move_only_line_breaks_and_neutral_sentences() -> None:
    changes = {row.name: row.rewrite for row in load_rewordings(TABLE) if row.group == "layout"}
    apart, pairs = changes["a paragraph for each sentence"], changes["two sentences a paragraph"]
    joined, commented = changes["running text in one paragraph"], changes["a neutral sentence in each paragraph"]
    assert apart(LONG).count("\n\n") == 2
    assert pairs(LONG).count("\n\n") == 1
    assert apart(LONG).replace("\n\n", " ") == LONG
    assert joined(f"{LONG}\n\n{LONG}") == f"{LONG} {LONG}"
    assert commented(LONG).count(".") == LONG.count(".") + 1
    assert all(change("Tổ tự quản\nẢnh: P.V") == "Tổ tự quản\nẢnh: P.V" for change in changes.values())


def articles(most: int) -> list[Sample]:
    gold = load_gold(AUTHORED / "gold")
    pages = [page for page in read_sources([str(AUTHORED / "texts")]) if isinstance(page, RawPage)]
    return [Sample(page.id, page.text or "", gold[page.id]) for page in pages[:most]]


def extracted(text: str) -> dict[str, object]:
    return to_json(extract(to_article(RawPage(id="news", source="news", text=text))))


def test_records_survive_other_blanks_marks_numbers_and_words_for_now() -> None:
    kept = [row for row in load_rewordings(TABLE) if row.group in ("blanks", "marks", "numbers", "now")]
    found = list(survivals(kept, articles(3), extracted, most=1))
    assert sum(one.before for one in found) > 400
    assert sum(one.after for one in found) >= 0.99 * sum(one.before for one in found)


def test_what_is_no_longer_said_does_not_survive() -> None:
    silent = Rewording("words", "no numbers", lambda text: "".join("x" if c.isdigit() else c for c in text))
    (found,) = survivals([silent], articles(1), extracted, most=1)
    assert found.after < found.before / 2


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("a\tb\n", "header"),
        ("group\tname\tfrom\tto\nwords\tone\n", "table.tsv:2"),
        ("group\tname\tfrom\tto\nwords\tone\t(\tx\n", "table.tsv:2"),
        ("group\tname\tfrom\tto\nlayout\tone\t@fold\t\n", "table.tsv:2"),
    ],
)
def test_a_broken_table_is_told_with_its_line(tmp_path: Path, content: str, message: str) -> None:
    (tmp_path / "table.tsv").write_text(content, encoding="utf-8")
    with pytest.raises(RewordingError, match=message):
        load_rewordings(tmp_path)


def test_the_command_tells_the_share_that_survives(tmp_path: Path) -> None:
    row = next(line for line in (TABLE / "rewordings.tsv").read_text("utf-8").splitlines() if "no-break" in line)
    (tmp_path / "one.tsv").write_text(f"group\tname\tfrom\tto\n{row}\n", encoding="utf-8")
    result = CliRunner().invoke(reword, [str(tmp_path), "--corpora", str(AUTHORED), "--most", "1"])
    assert result.exit_code == 0, result.output
    assert "no-break blanks" in result.output
    assert "100.0%" in result.output
