"""How a question was read, and what is said of items that it names and the minutes do not have."""

from qa.answer import Answer
from qa.question.absent_items import AbsentItem
from qa.swedish_dates import format_date, in_english
from qa.types import Meeting
from service.pages.words import Language, words_in
from service.why_wording import interpretation
from service.wording import dates_of


def understood_text(answer: Answer) -> str:
    """Say in Swedish how a question was read, and which items it names that are not there; or nothing."""
    sentences = (interpretation(answer.understood), *map(absent_item_sentence, answer.absent_items))
    return " ".join(sentence for sentence in sentences if sentence)


def absent_item_sentence(absent: AbsentItem, language: Language = Language.SWEDISH) -> str:
    """Say that an agenda item is not there, in which minutes, and which there are where it is told."""
    sentence = _absence(absent, language)
    return sentence[0].upper() + sentence[1:]


def _absence(absent: AbsentItem, language: Language) -> str:
    words = words_in(language)
    number = absent.number if absent.number.startswith("§") else f"{words['item_point']} {absent.number}"
    if absent.day is not None:
        day = format_date(absent.day)
        minutes = f"{absent.body} {in_english(day) if language is Language.ENGLISH else day}".strip()
        return words["no_minutes_of_day"].format(minutes=minutes, number=number)
    if absent.meeting is not None:
        minutes = f"{absent.meeting.body} {dates_of(absent.meeting, language)}".strip()
        sentence = words["absent_in_one"].format(number=number, minutes=minutes)
        there = _numbers_of(absent.meeting)
        return f"{sentence} {words['numbers_there'].format(numbers=there)}" if there else sentence
    key = "absent_anywhere" if absent.is_anywhere else "absent_in_many"
    return words[key].format(number=number, count=absent.meetings)


def _numbers_of(meeting: Meeting) -> str:
    """Return the first and last number of a meeting as printed: ``§ 54–79``."""
    numbers = [item.number for item in meeting.items if item.number]
    if not numbers:
        return ""
    first, last = numbers[0], numbers[-1]
    return first if first == last else f"{first}–{last.lstrip('§ ')}"
