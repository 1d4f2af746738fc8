"""What every retriever keeps. Subclass it and say how the retriever is made."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from qa.errors import FilterError, QuestionError
from qa.index.generation import Index
from qa.retrieval.base import NO_FILTER, Ranking, Retriever
from qa.types import Filter, Meeting
from tests.indexes import sample_index
from tests.meetings import make_item, make_meeting

QUESTIONS = ("serviceavgiften", "när plogas cykelbanorna?", "simhall 14,5 mnkr", "SN-2024-00012")
MATTERS = ("avgiften", "simhallen", "cykelbanan", "bredband", "skolan", "bussen")


def many_meetings() -> list[Meeting]:
    """Twelve meetings of two bodies; every fourth has no known date, and texts recur word for word."""
    meetings = []
    for number in range(12):
        name = f"organ{number % 2}/{number:02}"
        items = [
            make_item(name, f"§ {place}", matter, f"Nämnden talade om {matter}.", case=f"AB-2024-{place:05}")
            for place, matter in enumerate(MATTERS[: 2 + number % 5], start=1)
        ]
        day = None if number % 4 == 3 else date(2024, 1, 10) + timedelta(days=20 * number)
        meeting = make_meeting(name, items, day, body=f"Organ {number % 2}")
        meetings.append(
            replace(meeting, end_date=day + timedelta(days=1)) if day and number % 3 == 0 else meeting
        )
    return meetings


FILTERS = (
    Filter(body="Organ 1"),
    Filter(body="organ"),
    Filter(date_from=date(2024, 3, 1)),
    Filter(date_to=date(2024, 3, 1)),
    Filter(date_from=date(2024, 1, 11), date_to=date(2024, 1, 11)),
    Filter(case_number="ab 2024 00003"),
    Filter(file="organ0/04.txt"),
    Filter(body="Organ 0", date_from=date(2024, 2, 1), case_number="AB-2024-00001"),
)


def lets_through(where: Filter, ranking: Ranking) -> list[tuple[str, float]]:
    """An unfiltered ranking, restricted afterwards by the plain meaning of the filter."""
    kept = []
    for hit in ranking.hits:
        citation = hit.passage.citation
        last = citation.meeting_end_date or citation.meeting_date
        if where.body and where.body.lower() not in citation.body.lower():
            continue
        if where.file and where.file != citation.source_file:
            continue
        if where.case_number and where.case_number.replace(" ", "-").upper() not in citation.case_numbers:
            continue
        if where.date_from and (last is None or last < where.date_from):
            continue
        if where.date_to and (citation.meeting_date is None or citation.meeting_date > where.date_to):
            continue
        kept.append((hit.passage.id, hit.score))
    return kept


class RetrieverContract:
    @pytest.fixture(scope="class")
    @classmethod
    def index(cls, tmp_path_factory: pytest.TempPathFactory) -> Index:
        return sample_index(tmp_path_factory.mktemp("index"), many_meetings())

    def made_over(self, index: Index) -> Retriever:
        raise NotImplementedError("say how the retriever is made")

    @pytest.fixture
    def retriever(self, index: Index) -> Retriever:
        return self.made_over(index)

    @pytest.mark.parametrize("question", QUESTIONS)
    def test_hits_come_by_falling_score_and_ties_by_passage_id(
        self, retriever: Retriever, question: str
    ) -> None:
        hits = retriever.search(question, 100).hits
        assert [(-hit.score, hit.passage.id) for hit in hits] == sorted(
            (-hit.score, hit.passage.id) for hit in hits
        )

    def test_ranks_count_from_one(self, retriever: Retriever) -> None:
        hits = retriever.search("avgiften", 5).hits
        assert [hit.rank for hit in hits] == [1, 2, 3, 4, 5]

    def test_a_limit_above_the_corpus_gives_all_that_are_ranked(self, retriever: Retriever) -> None:
        ranking = retriever.search("avgiften", 10_000)
        assert len(ranking.hits) == ranking.total

    @pytest.mark.parametrize("limit", [1, 2, 3, 7])
    def test_a_smaller_limit_gives_the_head_of_a_larger_one(self, retriever: Retriever, limit: int) -> None:
        whole = retriever.search("nämnden talade om bussen", 100).hits
        assert retriever.search("nämnden talade om bussen", limit).hits == whole[:limit]

    @pytest.mark.parametrize("question", QUESTIONS)
    @pytest.mark.parametrize("where", FILTERS)
    def test_a_filtered_search_is_the_unfiltered_one_restricted_afterwards(
        self, retriever: Retriever, question: str, where: Filter
    ) -> None:
        expected = lets_through(where, retriever.search(question, 10_000))
        filtered = retriever.search(question, 10_000, where)
        assert [(hit.passage.id, hit.score) for hit in filtered.hits] == expected
        assert filtered.total == len(expected)
        few = retriever.search(question, 2, where)
        assert [(hit.passage.id, hit.score) for hit in few.hits] == expected[:2]

    def test_a_filter_that_matches_nothing_gives_nothing(self, retriever: Retriever) -> None:
        assert retriever.search("avgiften", 10, Filter(body="Ingen")) == Ranking((), 0)

    @pytest.mark.parametrize("question", ["", "  \n"])
    def test_an_empty_question_is_refused(self, retriever: Retriever, question: str) -> None:
        with pytest.raises(QuestionError, match="Frågan är tom"):
            retriever.search(question, 10)

    def test_a_period_that_ends_before_it_begins_is_refused(self, retriever: Retriever) -> None:
        with pytest.raises(FilterError, match="2024-02-01 ligger efter"):
            retriever.search("avgiften", 10, Filter(date_from=date(2024, 2, 1), date_to=date(2024, 1, 1)))

    def test_a_question_of_stop_words_or_signs_does_no_harm(self, retriever: Retriever) -> None:
        for question in ("vad sades om det", "???", "§", "1"):
            assert retriever.search(question, 3, NO_FILTER).total >= 0

    def test_searching_an_index_of_one_passage_works(self, tmp_path: Path) -> None:
        index = sample_index(tmp_path, [make_meeting("m", [make_item("m", "1", "Avgift", "Avgiften höjs.")])])
        assert [hit.passage.id for hit in self.made_over(index).search("avgiften", 10).hits] == ["m/1/1"]
