import re
from pathlib import Path

import pytest

import service
from qa.cases.journey import Belonging
from qa.cases.mentions import Tie
from qa.proceedings import Agreement, Choice, OutcomeKind
from qa.types import Role
from service.pages.search_form import SearchForm
from service.pages.words import Language, section_name, words_in

TEMPLATES = Path(service.__file__).parent / "templates"
USED_BY_CODE = (
    {"sure", "likely", "weak"}
    | {
        "item_point",
        "absent_in_one",
        "absent_in_many",
        "absent_anywhere",
        "numbers_there",
        "no_minutes_of_day",
    }
    | {key for key, _, _ in SearchForm().layouts}
    | {f"kind_{kind}" for kind in OutcomeKind}
    | {f"choice_{choice}" for choice in Choice}
    | {f"won_{choice}" for choice in (Choice.YES, Choice.NO)}
    | {f"checked_{agreement}" for agreement in set(Agreement) - {Agreement.UNKNOWN}}
    | {f"tie_{tie}" for tie in Tie}
    | {f"belongs_{belonging}" for belonging in set(Belonging) - {Belonging.HAS_NUMBER}}
)


def test_every_word_of_the_templates_is_in_the_table_and_none_lies_there_unused() -> None:
    sources = "".join(path.read_text(encoding="utf-8") for path in TEMPLATES.glob("*.html"))
    used = set(re.findall(r"\bt\.([a-z_]+)", sources)) | USED_BY_CODE
    assert used == set(words_in(Language.SWEDISH))


@pytest.mark.parametrize("language", list(Language))
def test_no_word_is_empty_and_both_languages_fill_in_the_same(language: Language) -> None:
    fields = re.compile(r"\{\w+\}")
    for key, word in words_in(language).items():
        assert word.strip()
        assert fields.findall(word) == fields.findall(words_in(Language.SWEDISH)[key])


@pytest.mark.parametrize("role", list(Role))
def test_every_part_of_an_item_has_a_name(role: Role) -> None:
    assert section_name(role, Language.SWEDISH) == role.value.capitalize()
    assert section_name(role, Language.ENGLISH)[0].isupper()
