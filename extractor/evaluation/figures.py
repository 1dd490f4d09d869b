"""Precision, recall, F1 and the rest, micro-averaged over judged articles."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from extractor.evaluation.gold import ARTICLE_SLOTS
from extractor.evaluation.rules import RULES
from extractor.evaluation.score import ArticleScore
from extractor.records import KINDS, Kind

Share = tuple[int, int]


@dataclass(frozen=True, slots=True)
class KindFigures:
    """One kind: numbers of records, and the figures from 0 to 1. `slots` are shares of the matched pairs."""

    gold: int
    predicted: int
    matched: int
    whole: int
    slots: Mapping[str, Share]

    @property
    def precision(self) -> float:
        """Matched of predicted; 0 where nothing was predicted."""
        return _ratio(self.matched, self.predicted)

    @property
    def recall(self) -> float:
        """Matched of gold; 0 where there is no gold."""
        return _ratio(self.matched, self.gold)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return _ratio(2 * self.matched, self.predicted + self.gold)

    @property
    def record_f1(self) -> float:
        """F1 where only whole records count as matched."""
        return _ratio(2 * self.whole, self.predicted + self.gold)

    @property
    def shown(self) -> tuple[str, str, str, str]:
        """Precision, recall, F1 and whole-record F1 to three digits; `–` of nothing."""
        both = self.predicted + self.gold
        return (
            _shown(self.precision, self.predicted),
            _shown(self.recall, self.gold),
            _shown(self.f1, both),
            _shown(self.record_f1, both),
        )

    def to_json(self) -> dict[str, Any]:
        """All figures, rounded to four digits; a slot that was never judged is None."""
        return {
            "gold": self.gold,
            "predicted": self.predicted,
            "precision": round(self.precision, 4),
            "recall": round(self.recall, 4),
            "f1": round(self.f1, 4),
            "record_f1": round(self.record_f1, 4),
            "slots": {slot: rounded(share) for slot, share in self.slots.items()},
        }


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures over some articles. Each share is right, of; `leaked` counts boilerplate that stayed."""

    articles: int
    extracted: int
    kinds: Mapping[Kind, KindFigures]
    article: Mapping[str, Share]
    leaked: Share
    grounded: Share
    kept: Share

    def to_json(self) -> dict[str, Any]:
        """The figures as one flat object, one key a kind."""
        return {
            "articles": self.articles,
            "predicted": self.extracted,
            **{kind: figures.to_json() for kind, figures in self.kinds.items()},
            "article": {slot: rounded(share) for slot, share in self.article.items()},
            "boilerplate_leaked": fraction(self.leaked),
            "evidence_grounded": fraction(self.grounded),
            "gold_text_kept": fraction(self.kept),
        }


@dataclass(frozen=True, slots=True)
class JudgedCorpus:
    """The judged articles of a corpus, and which of them are held out."""

    name: str
    scores: tuple[ArticleScore, ...]
    held_out: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Split:
    """The figures of all articles, of those that rules were written for, and of the held-out ones."""

    all: Figures
    seen: Figures
    held_out: Figures


def split(corpora: Iterable[JudgedCorpus]) -> Split:
    """The figures over all articles of the corpora, and over the two sides of their splits."""
    judged = [(score, score.article in corpus.held_out) for corpus in corpora for score in corpus.scores]
    return Split(
        all=measure(score for score, _ in judged),
        seen=measure(score for score, held in judged if not held),
        held_out=measure(score for score, held in judged if held),
    )


def measure(scores: Iterable[ArticleScore]) -> Figures:
    """The figures over the judged articles."""
    judged = tuple(scores)
    return Figures(
        articles=len(judged),
        extracted=sum(score.extracted for score in judged),
        kinds={kind: _kind_figures(kind, judged) for kind in KINDS},
        article={slot: _slot_share(slot, judged) for slot in ARTICLE_SLOTS},
        leaked=(sum(len(score.leaked) for score in judged), sum(score.boilerplate for score in judged)),
        grounded=_sum(score.grounded for score in judged),
        kept=_sum(score.kept for score in judged),
    )


def _kind_figures(kind: Kind, judged: tuple[ArticleScore, ...]) -> KindFigures:
    comparisons = [score.comparisons[kind] for score in judged]
    pairs = [pair for comparison in comparisons for pair in comparison.pairs]
    right = Counter(slot for pair in pairs for slot, good in pair.right.items() if good)
    return KindFigures(
        gold=sum(len(comparison.gold) for comparison in comparisons),
        predicted=sum(len(comparison.predicted) for comparison in comparisons),
        matched=len(pairs),
        whole=sum(comparison.whole for comparison in comparisons),
        slots={slot: (right[slot], len(pairs)) for slot in RULES[kind].slots},
    )


def _slot_share(slot: str, judged: tuple[ArticleScore, ...]) -> Share:
    stated = [score.slots[slot] for score in judged if slot in score.slots]
    return sum(stated), len(stated)


def _sum(shares: Iterable[Share]) -> Share:
    parts = list(shares)
    return sum(right for right, _ in parts), sum(of for _, of in parts)


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _shown(figure: float, of: int) -> str:
    return f"{figure:.3f}" if of else "–"


def rounded(share: Share) -> float | None:
    """The share from 0 to 1, rounded to four digits; None where nothing was judged."""
    return round(share[0] / share[1], 4) if share[1] else None


def fraction(share: Share) -> str:
    """`12/16`."""
    return f"{share[0]}/{share[1]}"
