from hypothesis import given
from hypothesis import strategies as st

from qa.index.word_places import EXAMPLES, FirstWords, numbers_of

TEXTS = {0: "Avgiften höjs. Avgiften gäller alla.", 2: "Simhallen öppnar.", 3: "Avgiften sänks."}


def test_each_passage_counts_a_word_once() -> None:
    places = FirstWords.of_texts(TEXTS).places()
    assert places.vocabulary == ("avgiften", "gäller", "höjs", "simhallen", "sänks", "öppnar")
    assert places.rows.tolist() == [0, 0, 0, 2, 2, 3, 3]
    assert [places.vocabulary[word] for word in places.words] == [
        "avgiften",
        "gäller",
        "höjs",
        "simhallen",
        "öppnar",
        "avgiften",
        "sänks",
    ]


def test_an_example_is_where_the_word_first_stands() -> None:
    examples = FirstWords.of_texts(TEXTS).examples({0: b"b", 2: b"c", 3: b"a"})
    of_fee = [(example.row, example.word.span) for example in examples if example.word.word == "avgiften"]
    assert of_fee == [(3, (0, 8)), (0, (0, 8))]


def test_a_common_word_has_its_examples_in_the_passages_of_the_least_digest() -> None:
    texts = dict.fromkeys(range(20), "simhall")
    digests = {row: bytes([99 - row]) for row in texts}
    examples = FirstWords.of_texts(texts).examples(digests)
    assert [example.row for example in examples] == list(range(19, 19 - EXAMPLES, -1))


def test_of_equal_passages_only_the_first_is_an_example() -> None:
    examples = FirstWords.of_texts({4: "simhall", 7: "simhall"}).examples({4: b"same", 7: b"same"})
    assert [example.row for example in examples] == [4]


def test_no_texts_have_no_words() -> None:
    none = FirstWords.of_texts({})
    assert none.places().vocabulary == ()
    assert none.places().rows.shape == none.places().words.shape == (0,)
    assert none.examples({}) == []


def test_words_are_numbered_by_their_place() -> None:
    assert numbers_of(["b", "a", "b"], ("a", "b")).tolist() == [1, 0, 1]
    assert numbers_of([], ()).shape == (0,)


@given(st.dictionaries(st.integers(0, 30), st.text("ab c", max_size=9), max_size=12), st.randoms())
def test_examples_do_not_depend_on_the_order_of_the_passages(texts: dict[int, str], random) -> None:
    digests = {row: text.encode() for row, text in texts.items()}
    rows = list(texts)
    random.shuffle(rows)
    shuffled = FirstWords.of_texts({row: texts[row] for row in rows})
    assert shuffled.examples(digests) == FirstWords.of_texts(texts).examples(digests)
