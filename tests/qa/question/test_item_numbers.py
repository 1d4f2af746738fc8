import pytest

from qa.question.item_numbers import item_numbers_in


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("vad står i § 96?", ["§ 96"]),
        ("§96 och §§ 97", ["§ 96", "§ 97"]),
        ("paragraf 12", ["§ 12"]),
        ("Punkt 3 och ärende nr 4", ["3", "4"]),
        ("dagordningspunkten 7", ["7"]),
        ("ärende 2021/00233", []),
        ("ärende 12:3 och punkt 14,5", []),
        ("punkt 2024", []),
        ("5 kap. 9 § kommunallagen", []),
    ],
)
def test_numbers_of_items_are_found(question: str, numbers: list[str]) -> None:
    assert list(item_numbers_in(question)) == numbers
