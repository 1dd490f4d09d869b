"""Which labels of pages the paths of a run lead to."""

from pathlib import Path

import pytest

from extractor.intake.labels import tried


@pytest.mark.parametrize(
    ("path", "label"),
    [
        (".", "a.txt"),
        ("./", "tin/a.txt"),
        ("./tin", "tin/a.txt"),
        ("tin//", "tin/rows.jsonl:12"),
        ("tin/../tin", "tin/a.txt"),
        ("/w/tin", "tin/a.txt"),
        ("tin", "/w/tin/a.txt"),
        ("..", "a.txt"),
        ("/", "a.txt"),
        ("a.txt", "a.txt"),
        ("rows.jsonl", "rows.jsonl:3-90"),
        ("rows", "rows:12"),
        ("a.zip", "a.zip!tin/b.zip!c.txt"),
        ("*.txt", "a.txt"),
        ("*.txt", "Nóng!.txt"),
        ("*.jsonl", "rows.jsonl:12"),
        ("*.warc.gz", "crawl.warc.gz:https://bao.example/a.txt"),
        ("ti?", "tin/2024/a.txt"),
        ("**/*.txt", "tin/2024/a.txt"),
        ("**/*.txt", "a.txt"),
        ("tin/**", "tin/2024/a.txt"),
        ("tin/[ab].txt", "tin/a.txt"),
    ],
)
def test_a_path_leads_to_what_it_reads(path: str, label: str) -> None:
    assert tried([path], "/w")(label, "/w")


@pytest.mark.parametrize(
    ("path", "label"),
    [
        ("tin", "tin2/a.txt"),
        ("a.txt", "a.txt.gz"),
        ("*.txt", "tin/a.txt"),
        ("*.txt", "a.zip!b.txt"),
        ("*.txt", "rows.jsonl:12"),
        ("**/*.txt", ".hidden/a.txt"),
        ("*", ".a.txt"),
        (".", "/v/a.txt"),
        (".", "-"),
        (".", "-:3"),
        ("-", "a.txt"),
    ],
)
def test_a_path_does_not_lead_elsewhere(path: str, label: str) -> None:
    assert not tried([path], "/w")(label, "/w")


def test_the_folder_that_a_label_began_at_counts() -> None:
    assert tried(["."], "/w/tin")("tin/a.txt", "/w")
    assert not tried(["."], "/w/tin")("a.txt", "/w")
    assert not tried(["."], "/w")("a.txt", None)


def test_a_name_that_looks_like_a_pattern_is_a_name(tmp_path: Path) -> None:
    for name in ("tin[1]", "tin1"):
        (tmp_path / name).mkdir()
    leads = tried([str(tmp_path / "tin[1]")], str(tmp_path))
    assert leads("tin[1]/a.txt", str(tmp_path)) and not leads("tin1/a.txt", str(tmp_path))
    assert tried(["*.txt"], str(tmp_path / "tin[1]"))("a.txt", str(tmp_path / "tin[1]"))
