"""Files are put in the order in which somebody should look at them."""

from dataclasses import replace

from qa.quality import quality_of, quality_of_unread, worst_first
from qa.reading import Doubt, DoubtKind, PrivacyPolicy, Reading
from qa.types import Meeting
from tests.meetings import sample_meetings


def with_doubts(meeting: Meeting, *kinds: DoubtKind) -> Meeting:
    doubts = tuple(Doubt(kind, f"{kind.value}!") for kind in kinds)
    return replace(meeting, reading=Reading(100, 80, None, doubts, (), PrivacyPolicy.WARN))


def test_a_file_that_could_not_be_read_comes_before_all_others() -> None:
    meeting = with_doubts(sample_meetings()[2], *DoubtKind)
    worst, _ = worst_first([quality_of(meeting), quality_of_unread("b.txt", "Filen är tom.")])
    assert (worst.file, worst.reasons, worst.meeting) == ("b.txt", ("Filen är tom.",), None)


def test_every_doubt_makes_a_file_worse() -> None:
    meeting = sample_meetings()[0]
    for kind in DoubtKind:
        assert quality_of(with_doubts(meeting, kind)).severity > quality_of(meeting).severity


def test_many_faults_of_one_kind_weigh_less_than_a_file_without_items() -> None:
    meeting = sample_meetings()[0]
    listed = with_doubts(meeting, *[DoubtKind.AGENDA] * 30)
    assert quality_of(listed).severity < quality_of(with_doubts(meeting, DoubtKind.NO_ITEMS)).severity


def test_an_unknown_date_is_worse_than_a_warning() -> None:
    known, _, unknown = sample_meetings()
    warned = replace(known, warnings=("Något är osäkert.",))
    assert quality_of(unknown).severity > quality_of(warned).severity > quality_of(known).severity


def test_notes_on_personal_data_are_kept_apart_from_the_reasons() -> None:
    quality = quality_of(with_doubts(sample_meetings()[0], DoubtKind.PERSONAL_DATA, DoubtKind.TITLE))
    assert quality.reasons == ("title!",)
    assert quality.privacy_notes == ("personal_data!",)


def test_what_nobody_judged_is_unknown() -> None:
    quality = quality_of(sample_meetings()[0])
    assert (quality.coverage, quality.listed, quality.reasons) == (None, None, ())


def test_files_alike_come_by_name() -> None:
    files = [quality_of_unread(name, "x") for name in ("b", "a", "c")]
    assert [quality.file for quality in worst_first(files)] == ["a", "b", "c"]
