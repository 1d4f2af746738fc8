"""The words of the pages in Swedish and English, in one table.

The pages for editors (/embed) and the explanations of errors are in Swedish alone: both are for the
Swedish authority that runs the service. The minutes are quoted as they are.
"""

from enum import StrEnum
from functools import cache


class Language(StrEnum):
    """A language of the pages."""

    SWEDISH = "sv"
    ENGLISH = "en"


_TABLE: dict[str, tuple[str, str]] = {
    # frame
    "skip": ("Hoppa till innehållet", "Skip to the content"),
    "site_nav": ("Hela tjänsten", "The whole service"),
    "meetings": ("Sammanträden", "Meetings"),
    "embed": ("Bädda in", "Embed"),
    "api": ("API", "API"),
    "other_language": ("In English", "På svenska"),
    "accessibility": ("Tillgänglighetsredogörelse", "Accessibility statement (in Swedish)"),
    "example_label": ("Påhittade protokoll", "Invented minutes"),
    "example": (
        "Det här är påhittade exempelprotokoll. Personer, orter och beslut i dem finns inte.",
        "These are invented example minutes. The people, places and decisions in them do not exist.",
    ),
    # form
    "tagline": ("Sök svar i protokoll", "Answers from the minutes"),
    "heading": ("Vad står det i protokollen?", "What do the minutes say?"),
    "question": ("Din fråga eller dina sökord", "Your question or keywords"),
    "search": ("Sök", "Search"),
    "narrow": ("Begränsa sökningen", "Narrow the search"),
    "body": ("Organ", "Body"),
    "all_bodies": ("Alla organ", "All bodies"),
    "section": ("Del av ärendet", "Part of the item"),
    "all_sections": ("Alla delar", "All parts"),
    "date_from": ("Från och med", "From"),
    "date_to": ("Till och med", "To"),
    "hint": ("Skriv som du talar, till exempel", "Ask in Swedish, in your own words, for example"),
    "example_question": ("Vad sades om serviceavgiften?", "Vad sades om serviceavgiften?"),
    "hint_source": (
        "Svaren hämtas ordagrant ur {count} protokoll och visas med källa.",
        "Answers are quoted from {count} minutes, which are in Swedish, and shown with their source.",
    ),
    "not_ready": ("Sökningen är inte igång ännu", "The search has not started yet"),
    "retry": ("Försök igen", "Try again"),
    # results
    "answer": ("Svar", "Answer"),
    "possible_answer": ("Möjligt svar", "Possible answer"),
    "hit": ("träff", "hit"),
    "hits": ("träffar", "hits"),
    "no_hits": ("Inga träffar", "No hits"),
    "unsure": ("Inget säkert svar. Det här ligger närmast:", "No certain answer. These come closest:"),
    "item_point": ("punkt", "item"),
    "absent_in_one": (
        "{number} finns inte i protokollet från {minutes}.",
        "{number} is not in the minutes of {minutes}.",
    ),
    "absent_in_many": (
        "{number} finns inte i något av de {count} protokoll som frågan gäller.",
        "{number} is in none of the {count} minutes that the question is about.",
    ),
    "absent_anywhere": (
        "{number} finns inte i något protokoll här.",
        "{number} is in none of the minutes here.",
    ),
    "numbers_there": ("Där finns {numbers}.", "They have {numbers}."),
    "no_minutes_of_day": (
        "Det finns inget protokoll från {minutes}, så {number} går inte att slå upp.",
        "There are no minutes of {minutes}, so {number} cannot be looked up.",
    ),
    "order": ("Visa", "Show"),
    "sort_relevance": ("Bäst först", "Best first"),
    "sort_date": ("Nyast först", "Newest first"),
    "group_case": ("Ärende för ärende", "Case by case"),
    "group_meeting": ("Sammanträde för sammanträde", "Meeting by meeting"),
    "group_case_date": ("Ärenden, nyast först", "Cases, newest first"),
    "count_by_date": (
        "{listed} träffar hör till frågan, det nyaste sammanträdet först. {total} stycken genomsökta.",
        "{listed} hits belong to the question, the newest meeting first. {total} passages searched.",
    ),
    "count_of_groups": (
        "De bästa träffarna i {listed} grupper. {total} stycken genomsökta.",
        "The best hits in {listed} groups. {total} passages searched.",
    ),
    "no_more_hits": ("Det finns inga fler träffar.", "There are no more hits."),
    "count": (
        "Träff {first}–{last}, bäst först, av {total} genomsökta stycken.",
        "Hits {first}–{last}, best first, of {total} passages searched.",
    ),
    "asked": ("Fråga", "Question"),
    "sure": ("Säker träff", "Certain hit"),
    "likely": ("Trolig träff", "Likely hit"),
    "weak": ("Svag träff, handlar kanske om något annat", "Weak hit, perhaps about something else"),
    "matched": ("Ord ur frågan:", "Words of the question:"),
    "as_written": ("Sök på frågan som den står", "Search for the question as written"),
    "is_as_written": ("Frågan lästes som den står.", "The question was read as written."),
    "interpret": ("Låt frågan tolkas", "Let the question be interpreted"),
    "why": ("Varför denna träff?", "Why this hit?"),
    "alike": ("Inga av frågans ord, men liknande innehåll", "None of the words, but similar content"),
    "page": ("Sida", "Page"),
    "whole_meeting": ("Hela sammanträdet", "The whole meeting"),
    "on_the_web": ("Protokollet på webben", "The minutes on the web"),
    "file": ("Fil:", "File:"),
    "pages_of_hits": ("Fler träffar", "More hits"),
    "previous_hits": ("Föregående träffar", "Previous hits"),
    "more_hits": ("Visa fler träffar", "Show more hits"),
    # item and meeting
    "cite_as": ("Källhänvisning:", "Cite as:"),
    "to_mark": ("Till det markerade stycket", "To the marked passage"),
    "neighbours": ("Fler ärenden i samma sammanträde", "More items of the same meeting"),
    "date": ("Dag", "Date"),
    "time": ("Tid", "Time"),
    "place": ("Plats", "Place"),
    "items": ("Ärenden", "Agenda items"),
    "item_one": ("ärende", "item"),
    "item_many": ("ärenden", "items"),
    "present": ("Närvarande", "Present"),
    "absent": ("Frånvarande", "Absent"),
    "uncertain": ("Osäkert när filen lästes", "Uncertain when the file was read"),
    "unknown_date": ("Datum okänt", "Date unknown"),
    # case
    "case_journey": ("Ärendets gång", "The journey of the case"),
    "case_journey_of": ("Ärendets gång:", "The journey of the case:"),
    "case_steps": ("{count} i tidsordning", "{count} in order of time"),
    "related_cases": ("Hör ihop med", "Related cases"),
    "no_outcome": ("Inget utfall gick att läsa ut.", "No outcome could be read."),
    "belongs_hänvisad": ("Ärendet hänvisar hit.", "The case refers to this item."),
    "belongs_hänvisar": ("Hänvisar till ärendet.", "Refers to the case."),
    "tie_bordläggning": ("Bordlagt", "Postponed"),
    "tie_återremiss": ("Återremitterat", "Referred back"),
    "tie_hänvisning": ("Hänvisar till", "Refers to"),
    "reference_missing": ("finns inte bland protokollen här", "is not among the minutes here"),
    # what became of an item
    "in_short": ("I korthet", "In short"),
    "outcomes": ("Utfall", "Outcome"),
    "motions": ("Yrkanden", "Motions"),
    "votes": ("Omröstning", "Vote"),
    "vote_number": ("Omröstning {number}", "Vote {number}"),
    "reservations": ("Reservationer", "Reservations"),
    "proposes": ("Föreslår", "Proposes"),
    "all_outcomes": ("Visa alla {count} punkter", "Show all {count} points"),
    "kind_bifall": ("Bifall", "Approved"),
    "kind_avslag": ("Avslag", "Rejected"),
    "kind_återremiss": ("Återremiss", "Referred back"),
    "kind_bordläggning": ("Bordläggning", "Postponed"),
    "kind_antecknas": ("Antecknas", "Noted"),
    "kind_uppdrag": ("Uppdrag", "Assignment"),
    "kind_besvarad": ("Besvarad", "Answered"),
    "kind_val": ("Val", "Election"),
    "ballot": ("Röst", "Ballot"),
    "ballot_count": ("Antal", "Number"),
    "ballot_meaning": ("Vad rösten gällde", "What it was for"),
    "choice_ja": ("Ja", "Yes (ja)"),
    "choice_nej": ("Nej", "No (nej)"),
    "choice_avstår": ("Avstår", "Abstain"),
    "choice_frånvarande": ("Frånvarande", "Absent"),
    "won_ja": ("Ja-sidan fick sin vilja fram.", "The yes side prevailed."),
    "won_nej": ("Nej-sidan fick sin vilja fram.", "The no side prevailed."),
    "checked_stämmer": (
        "Kontrollerat: siffrorna stämmer med namnlistan.",
        "Checked: the counts agree with the list of names.",
    ),
    "checked_stämmer inte": (
        "Obs! Siffrorna stämmer inte med namnlistan i protokollet.",
        "Note: the counts do not agree with the list of names in the minutes.",
    ),
    "who_voted": ("Så röstade var och en ({count})", "How each member voted ({count})"),
    "asked_ballots": ("De som frågan gäller", "Those the question is about"),
    "by_party": ("Parti för parti", "By party"),
    "party": ("Parti", "Party"),
    "no_party": ("Okänt parti", "Party unknown"),
    # failures
    "request_id": ("Begärans id:", "Id of the request:"),
    "to_search": ("Till sökningen", "To the search"),
    "to_api": ("API-beskrivningen", "The API description"),
    "http_status": ("HTTP-status", "HTTP status"),
    "problem_type": ("Typ", "Type"),
}

_SECTIONS_IN_ENGLISH = {
    "text": "Text",
    "ärende": "The matter",
    "agenda": "Agenda",
    "anteckningar": "Notes",
    "sammanfattning": "Summary",
    "information": "Information",
    "beslut": "Decision",
    "förslag": "Proposal",
    "tidigare behandling": "Previous handling",
    "handlingar": "Documents",
    "yrkande": "Motion",
    "propositionsordning": "Order of proposition",
    "omröstning": "Vote",
    "reservation": "Reservation",
    "protokollsanteckning": "Statement",
    "jäv": "Recusal",
    "expediering": "Distribution",
    "närvaro": "Attendance",
    "bilaga": "Attachment",
}


@cache
def words_in(language: Language) -> dict[str, str]:
    """Return the words of the pages by their keys."""
    column = tuple(Language).index(language)
    return {key: words[column] for key, words in _TABLE.items()}


def section_name(role: str, language: Language) -> str:
    """Return the name of a part of an agenda item, with a capital."""
    return role.capitalize() if language is Language.SWEDISH else _SECTIONS_IN_ENGLISH[role]
