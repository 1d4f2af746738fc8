from qa.content_words import content_words


def test_stop_words_and_what_holds_a_digit_are_left_out() -> None:
    assert [word.word for word in content_words("Vad beslutade Nämnden om simhallen 2024, § 12 A4?")] == [
        "beslutade",
        "nämnden",
        "simhallen",
    ]


def test_words_tell_where_they_stand() -> None:
    text = "Höjd taxa, höjd avgift."
    words = content_words(text)
    assert [text[word.start : word.end] for word in words] == ["Höjd", "taxa", "höjd", "avgift"]
    assert [word.word for word in words] == ["höjd", "taxa", "höjd", "avgift"]
    assert words[1].span == (5, 9)


def test_a_text_without_words_has_none() -> None:
    assert content_words("") == content_words("§ 12, 14,5 –") == []
