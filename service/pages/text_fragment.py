"""Text fragments: links that lead to words on a page (https://wicg.github.io/scroll-to-text-fragment/)."""

from urllib.parse import quote

_WORDS_AT_EACH_END = 5


def text_fragment(text: str) -> str:
    """Return a text directive for a passage: its first and last words, escaped.

    Browsers look for either end inside one paragraph, so a line end also ends the first words and
    begins the last. To be put after an ordinary fragment, which older browsers follow.
    """
    lines = [line.split() for line in text.splitlines() if line.strip()]
    if not lines:
        return ""
    first, last = lines[0][:_WORDS_AT_EACH_END], lines[-1][-_WORDS_AT_EACH_END:]
    is_short = len(lines) == 1 and len(lines[0]) <= 2 * _WORDS_AT_EACH_END
    ends = [lines[0]] if is_short else [first, last]
    return ":~:text=" + ",".join(_escaped(" ".join(words)) for words in ends)


def _escaped(words: str) -> str:
    """Escape words; a hyphen too, since it parts what stands around the words from the words."""
    return quote(words, safe="").replace("-", "%2D")
