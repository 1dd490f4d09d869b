"""`extractor evaluate` as a user calls it."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from extractor.cli import main
from extractor.evaluation.gold import SHIPPED, load_gold

GOLD = SHIPPED / "authored" / "gold"


def evaluate(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["evaluate", *map(str, arguments)])


@pytest.fixture(scope="module")
def export(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An export that is perfect but for the roles of a01 and one wrong aspect."""
    articles: dict[str, dict[str, Any]] = {name: dict(article) for name, article in load_gold(GOLD).items()}
    articles["a01"] |= {"roles": [], "text": "Tin."}
    first = articles["a01"]["counts"][0]
    articles["a01"]["counts"] = [{**first, "aspect": "rate", "confidence": 0.9}, *articles["a01"]["counts"][1:]]
    file = tmp_path_factory.mktemp("export") / "facts.jsonl"
    file.write_text("\n".join(json.dumps(article) for article in articles.values()), encoding="utf-8")
    return file


def test_figures_of_an_export(export: Path) -> None:
    result = evaluate(GOLD, "--predicted", export)
    assert result.exit_code == 0
    assert "16 of 16 articles" in result.stdout and "boilerplate leaked 0/171" in result.stdout


def test_what_there_is_none_of_has_no_figure(export: Path, tmp_path: Path) -> None:
    gold = json.loads((GOLD / "a01.json").read_text(encoding="utf-8"))
    (tmp_path / "a01.json").write_text(json.dumps({**gold, "events": [], "awards": []}), encoding="utf-8")
    article = {
        "article": "a01",
        "text": "Tin.",
        **{kind: gold[kind] for kind in ("counts", "models", "localities")},
    }
    article["awards"] = load_gold(GOLD)["a02"]["awards"]
    file = tmp_path / "export.jsonl"
    file.write_text(json.dumps(article), encoding="utf-8")
    lines = [line.split() for line in evaluate(tmp_path, "--predicted", file).stdout.splitlines()]
    rows = {line[0]: line[3:] for line in reversed(lines) if len(line) == 7}
    assert rows["events"] == ["–", "–", "–", "–"]
    assert rows["awards"] == ["0.000", "–", "0.000", "0.000"]
    assert rows["roles"] == ["–", "0.000", "0.000", "0.000"]
    assert rows["counts"] == ["1.000"] * 4


def test_misses_of_one_kind(export: Path) -> None:
    lines = evaluate(GOLD, "--predicted", export, "--kind", "counts").stdout.splitlines()
    assert lines[0].startswith("a01 counts slot aspect: got 'rate', gold ")
    assert lines[1].endswith("in: (not in the stored text)")


def test_json_holds_figures_misses_and_calibration(export: Path) -> None:
    found = json.loads(evaluate(GOLD, "--predicted", export, "--misses", "--json").stdout)
    assert found["awards"]["record_f1"] == 1.0
    assert {(miss["kind"], miss["verdict"]) for miss in found["misses"]} == {
        ("counts", "slot"),
        ("roles", "missed"),
    }
    assert found["calibration"]["bins"] == [
        {"low": 0.9, "high": 1.0, "records": 1, "confidence": 0.9, "right": 0.0}
    ]


def corpus_of(folder: Path, *names: str) -> Path:
    """A corpus with articles of the authored one."""
    for name in names:
        for kind, suffix in (("texts", "txt"), ("gold", "json")):
            file = folder / kind / f"{name}.{suffix}"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes((SHIPPED / "authored" / kind / file.name).read_bytes())
    return folder


def test_a_corpus_is_extracted_and_its_held_out_articles_shown_apart(tmp_path: Path) -> None:
    corpus_of(tmp_path, "a01", "a03")
    (tmp_path / "split.json").write_text('{"held_out": ["a03"]}', encoding="utf-8")
    shown = evaluate(tmp_path, "--held-out").stdout
    assert "1 held-out articles beside 1 others" in shown and "corpus" not in shown
    assert "1 of 1 articles" in evaluate(tmp_path, "--seen").stdout


def test_the_counts_of_each_of_several_corpora_are_shown(tmp_path: Path) -> None:
    corpus_of(tmp_path / "first", "a01")
    corpus_of(tmp_path / "second", "a01", "a02")
    lines = [line.split() for line in evaluate(tmp_path).stdout.splitlines()]
    assert [line[:2] for line in lines if line[:1] in (["first"], ["second"])] == [["first", "1"], ["second", "2"]]
    corpora = json.loads(evaluate(tmp_path, "--json").stdout)["corpora"]
    assert {name: figures["articles"] for name, figures in corpora.items()} == {"first": 1, "second": 2}


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--articles", str(SHIPPED)], "name the folder of the gold files"),
        (
            [str(GOLD)],
            f"no corpus (gold/ beside texts/ or articles.jsonl); these are gold files: name {GOLD.parent} or",
        ),
        ([str(SHIPPED / "authored" / "texts"), "--articles", str(SHIPPED)], "no gold files"),
    ],
)
def test_what_does_not_fit_is_one_clear_line(arguments: list[str], complaint: str) -> None:
    result = evaluate(*arguments)
    assert result.exit_code == 1
    assert complaint in result.stderr and len(result.stderr.splitlines()) == 1
