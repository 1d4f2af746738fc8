r"""Whether the answer that is shown holds what was judged to answer.

An answer **holds** when one of its spans holds one of the question's judged quotes. A span holds a quote when

- it stands where the quote does: in its file, named by the path or the end of one (in minutes), or in
  a document that was judged relevant (in a BEIR set); and
- its text has the quote, or one of the quote's two halves, or the title of its agenda item, which is cited
  with it, has the quote.

Texts are compared by ``eval.relevance.squeeze``: case, spaces, hyphens and dashes aside. Halves count where
each has at least ``SHORTEST_HALF`` characters so counted, since an answer may begin or end inside a long
quote. A quote with fewer than that in all ("14,5 mnkr", "Ja") must stand as whole words, or "Ja" would be
held by "januari".
"""

import re
from collections import Counter
from collections.abc import Sequence

from eval.judgements import JudgedAnswer, JudgedQuestion
from eval.relevance import SHORTEST_HALF, halves_of, squeeze
from eval.run import BEIR_SOURCE
from qa.answer import Span
from qa.types import Citation

_WORD = re.compile(r"\w+")


def holds(spans: Sequence[Span], question: JudgedQuestion) -> bool:
    """Tell whether an answer holds a judged quote; no spans hold nothing."""
    return any(
        _stands_with(span.passage.citation, answer, question) and _has(span, answer.quote)
        for span in spans
        for answer in question.answers
    )


def token_f1(shown: str, quotes: Sequence[str]) -> float:
    """Return the overlap in [0, 1] of the words shown with those of the quote nearest to them.

    The harmonic mean of precision and recall over words with their counts, as for SQuAD: Rajpurkar et
    al. (2016), "SQuAD: 100,000+ questions for machine comprehension of text", EMNLP. Words are runs of
    letters and digits without regard to case; none are left out. 0 without words or quotes.
    """
    words = Counter(_words(shown))
    return max((_f1(words, Counter(_words(quote))) for quote in quotes), default=0.0)


def _f1(one: Counter[str], other: Counter[str]) -> float:
    words = one.total() + other.total()
    return 2 * (one & other).total() / words if words else 0.0


def _stands_with(citation: Citation, answer: JudgedAnswer, question: JudgedQuestion) -> bool:
    """Tell whether a span of this citation stands in the file or document that answers."""
    source = citation.source_file
    if answer.file:
        return source == answer.file or source.endswith(f"/{answer.file}")
    return question.documents.get(source.partition(BEIR_SOURCE)[2], 0) > 0


def _has(span: Span, quote: str) -> bool:
    whole = squeeze(quote)
    title = span.passage.citation.item_title
    if len(whole) < SHORTEST_HALF:
        return any(_has_words(text, quote) for text in (span.text, title))
    text = squeeze(span.text)
    return whole in text or whole in squeeze(title) or any(half in text for half in halves_of(whole))


def _has_words(text: str, quote: str) -> bool:
    """Tell whether the words of a quote stand in a text, whole and in their order with no other between."""
    return f" {' '.join(_words(quote))} " in f" {' '.join(_words(text))} "


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
