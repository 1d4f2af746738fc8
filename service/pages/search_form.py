"""The search form of the page: what stands in its fields, and what it asks."""

from collections.abc import Mapping
from dataclasses import dataclass

from starlette.datastructures import QueryParams

from qa.answer import MOST_HITS, make_question
from qa.arrangement import Arrangement, Grouping, Order
from qa.errors import FilterError
from qa.types import Filter, Question
from service.api.paging import MOST_SKIPPED, PartOfAnswer, ask_part
from service.live_index import Serving
from service.questions import DEFAULT_LIMIT, read_day, read_grouping, read_name, read_order, read_section

AS_WRITTEN = "false"
"""The value of ``understand``, as the API has it, for a question that is read as it stands."""


@dataclass(frozen=True, slots=True)
class SearchForm:
    """What stands in the fields, as typed. ``q`` is None where nobody has asked anything yet."""

    q: str | None = None
    body: str = ""
    section: str = ""
    date_from: str = ""
    date_to: str = ""
    limit: str = ""
    offset: str = ""
    sort: str = ""
    group: str = ""
    understand: str = ""

    @property
    def is_asked(self) -> bool:
        """Whether the form was sent with something in it; a fresh page may have filters set already."""
        return bool(self.q or (self.q is not None and any(self.filters.values())))

    @property
    def filters(self) -> Mapping[str, str]:
        """The filters by the names of their fields."""
        return {
            "body": self.body,
            "section": self.section,
            "date_from": self.date_from,
            "date_to": self.date_to,
        }

    @property
    def parameters(self) -> Mapping[str, str]:
        """The parameters of an address that asks the same, from the first hit on."""
        return {
            "q": self.q or "",
            **self.filters,
            "limit": self.limit,
            "sort": self.sort,
            "group": self.group,
            "understand": self.understand,
        }

    def parameters_from(self, offset: int) -> Mapping[str, str]:
        """Return the parameters of an address that asks the same, from another hit on."""
        return {**self.parameters, "offset": str(offset or "")}

    @property
    def layouts(self) -> tuple[tuple[str, Mapping[str, str], bool], ...]:
        """Ways to lay out the hits: the key of the words, what asks for it, whether it is the present one."""
        ways = (
            ("sort_relevance", "", ""),
            ("sort_date", Order.DATE, ""),
            ("group_case", "", Grouping.CASE),
            ("group_meeting", "", Grouping.MEETING),
            ("group_case_date", Order.DATE, Grouping.CASE),
        )
        present = (self.sort.replace(Order.RELEVANCE, ""), self.group)
        return tuple(
            (key, {**self.parameters, "sort": sort, "group": group}, present == (sort, group))
            for key, sort, group in ways
        )

    def ask(self, serving: Serving) -> PartOfAnswer:
        """Ask what the form says; the answer holds the hits of the part.

        Raises:
            UsageError: a field cannot be used.
        """
        where = Filter(
            body=read_name(self.body),
            date_from=read_day(self.date_from),
            date_to=read_day(self.date_to),
            section=read_section(self.section),
        )
        limit = _number("limit", self.limit or str(DEFAULT_LIMIT), 1, MOST_HITS)
        offset = _number("offset", self.offset or "0", 0, MOST_SKIPPED)
        wanted = Arrangement(read_order(self.sort), read_grouping(self.group))
        return ask_part(serving.answerer, self._question(where, limit), offset, wanted)

    @property
    def is_read_as_written(self) -> bool:
        """Whether nothing in the question is to be interpreted or corrected."""
        return self.understand == AS_WRITTEN

    def _question(self, where: Filter, limit: int) -> Question:
        return make_question(self.q or "", where, limit, understand=not self.is_read_as_written)


def read_form(parameters: QueryParams) -> SearchForm:
    """Return the form as an address has it; parameters of other names are no matter of the form."""
    names = ("body", "section", "date_from", "date_to", "limit", "offset", "sort", "group", "understand")
    fields = {name: parameters.get(name, "").strip() for name in names}
    q = parameters.get("q")
    return SearchForm(None if q is None else q.strip(), **fields)


def _number(name: str, text: str, least: int, most: int) -> int:
    if text.isascii() and text.isdigit() and least <= int(text[:9]) <= most:
        return int(text)
    raise FilterError(f"”{name}” i adressen är ”{text}”. Skriv ett heltal från {least} till {most}.")
