"""The house rules that no linter knows: sizes, names, rooms of words, examples that show their word."""

import ast
import re
import tomllib
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MODULES = sorted((ROOT / "extractor").rglob("*.py"))
TABLES = sorted((ROOT / "extractor" / "vietnamese").rglob("*.toml"))
LONGEST_MODULE = 400
LONGEST_FUNCTION = 40
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "manager", "common", "misc", "base"}
# Words of grammar, which code may hold; words of content live in the tables.
GRAMMAR = """và về của do ở tại được bị đến vào lên khác hoặc cùng với hay các những là có không một này đó từ trong
ngoài trên dưới cho để theo như bởi vì mà thì cũng đã đang sẽ còn lại nửa hơn gần quá khoảng mỗi mọi cả riêng gồm
năm tháng ngày phần đồng tới trước sau giữa đầu cuối nữa nhưng thuộc chỉ vừa hết nhiều ít vài mấy số thứ lần mới nào
bên rồi từng đều vẫn nên phải bằng nhất hôm đây ấy"""
# The judge's yardstick must not change with the lexicon; letters and encodings are the subject of their modules.
WORDS_BELONG_HERE = {"evaluation/likeness.py"}
VIETNAMESE_WORD = re.compile(r"[^\W\d_]{2,}")
VIETNAMESE_LETTER = re.compile(r"[ăâđêôơưĂÂĐÊÔƠƯ\u00c0-\u00ff\u1ea0-\u1ef9]")
SHINGLE = 10
# Long names and stock phrases that any paper writes.
SET_PHRASE = re.compile(
    r"(ban chỉ đạo )?(phong trào )?toàn dân bảo vệ an ninh tổ quốc"
    r"|ban chỉ huy phòng chống thiên tai và tìm kiếm cứu nạn"
    r"|sẽ được biên tập trước khi đăng|vui lòng gõ tiếng việt có dấu"
)


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", [*MODULES, *sorted((ROOT / "tests").glob("*.py"))], ids=name_of)
def test_a_module_is_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_functions_are_short(path: Path) -> None:
    functions = [n for n in ast.walk(tree_of(path)) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    assert [f.name for f in functions if body_length(f) > LONGEST_FUNCTION] == []


def body_length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return body[-1].end_lineno - body[0].lineno + 1 if body and body[-1].end_lineno else 0


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_names_are_the_fields_terms(path: Path) -> None:
    assert VAGUE_NAMES.isdisjoint(path.stem.split("_"))


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_function_rebinds_a_global(path: Path) -> None:
    assert [n.lineno for n in ast.walk(tree_of(path)) if isinstance(n, ast.Global)] == []


def test_the_rooms_of_counts_import_one_way() -> None:
    """Nouns know no lists of them; `counts/binding.py` stands above both."""
    counts = ROOT / "extractor" / "facts" / "counts"
    above = {"nouns": ("lists", "measured"), "lists": ("measured",)}
    found = [
        f"{name_of(path)}: {node.module}"
        for room, others in above.items()
        for path in sorted((counts / room).rglob("*.py"))
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ImportFrom)
        and (node.module or "").startswith(tuple(f"extractor.facts.counts.{name}" for name in others))
    ]
    assert found == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_words_of_content_live_in_tables(path: Path) -> None:
    room = path.relative_to(ROOT / "extractor").as_posix()
    if room.startswith("vietnamese/") or room in WORDS_BELONG_HERE:
        pytest.skip("words are this module's subject")
    found = sorted({word for literal in literals(path) for word in content_words(literal)})
    assert found == []


def literals(path: Path) -> Iterator[str]:
    """String constants that are no docstring."""
    tree = tree_of(path)
    documentation = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation:
            yield node.value


def content_words(literal: str) -> set[str]:
    without_classes = re.sub(r"\\.|\[[^\]]*\]", " ", literal)
    words = VIETNAMESE_WORD.findall(unicodedata.normalize("NFC", without_classes))
    lower = {word.lower() for word in words if VIETNAMESE_LETTER.search(word) and not word.isupper()}
    return lower - set(GRAMMAR.split())


@pytest.mark.parametrize("path", TABLES, ids=name_of)
def test_a_row_comes_with_its_sentence(path: Path) -> None:
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    rows = [row for table in tables.values() if isinstance(table, list) for row in table]
    assert [row["word"] for row in rows if not shown(row)] == []


def shown(row: dict[str, object]) -> bool:
    """Whether the example holds the word or one of its variants, next to no other letter: `5kg`, `P.3`."""
    also = row.get("also", ())
    forms = [str(row["word"]), *(str(form) for form in (also if isinstance(also, list) else ()))]
    example = letters(str(row["example"]))
    return any(re.search(rf"(?<![^\W\d]){re.escape(letters(form))}(?![^\W\d])", example) for form in forms)


def letters(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).lower().split())


@cache
def measuring_texts() -> frozenset[str]:
    """Runs of ten words of the articles that are for measuring only."""
    shared = ROOT.parent / "shared"
    files = [*(shared / "seeds").glob("*.txt"), shared / "dev" / "real" / "articles.jsonl"]
    own = chain.from_iterable(shingles(p) for p in (ROOT / "corpora" / "authored" / "texts").iterdir())
    return frozenset(chain.from_iterable(shingles(p) for p in files)) - frozenset(own)


def shingles(path: Path) -> Iterator[str]:
    text = letters(path.read_text(encoding="utf-8", errors="replace").replace("\\n", "\n"))
    words = re.findall(r"\w+", SET_PHRASE.sub(" ", text))
    return (" ".join(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1))


def shipped_texts() -> list[Path]:
    kinds = {".py", ".toml", ".md", ".txt", ".html", ".json", ".jsonl"}
    folders = [ROOT / "extractor", ROOT / "tests", ROOT / "corpora"]
    files = [p for folder in folders for p in folder.rglob("*") if p.suffix in kinds]
    return sorted([*files, ROOT / "README.md"])


@pytest.mark.skipif(not (ROOT.parent / "shared" / "seeds").exists(), reason="needs ../shared/seeds")
@pytest.mark.parametrize("path", shipped_texts(), ids=name_of)
def test_no_sentence_of_the_measuring_articles_is_shipped(path: Path) -> None:
    assert measuring_texts().intersection(shingles(path)) == frozenset()
