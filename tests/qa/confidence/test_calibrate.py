from pathlib import Path

from qa.confidence.calibrate import FEWEST_PROBES, calibrate
from qa.confidence.other_fields import OTHER_FIELDS
from qa.confidence.probes import make_probes, rows_about
from qa.index.build import Steps, build_index
from qa.index.generation import open_index
from qa.progress import SILENT
from qa.types import Meeting
from tests.fakes import FakeEncoder
from tests.indexes import sample_index, sources_of
from tests.meetings import make_item, make_meeting

MATTERS = """
    badhuset biblioteket parkeringen skolskjutsen detaljplanen hamnavgiften friskolan äldreboendet
    snöröjningen cykelvägen återbruket simskolan musikskolan belysningen bygglovet vattentaxan
""".split()


def many_meetings() -> list[Meeting]:
    return [
        make_meeting(
            f"namnd/{number}",
            [
                make_item(
                    f"namnd/{number}",
                    f"§ {number}",
                    f"Frågan {matter}",
                    f"Nämnden samtalade länge kring {matter} samt förvaltningens utredning av "
                    f"{matter[::-1]} inför sommarens{number * 'x'} arbete tillsammans med föreningarna.",
                )
            ],
        )
        for number, matter in enumerate(MATTERS)
    ]


def test_probes_are_made_from_the_corpus_and_always_the_same(tmp_path: Path) -> None:
    index = sample_index(tmp_path, many_meetings())
    probes = make_probes(index)
    assert probes == make_probes(index)
    assert len({probe.item_id for probe in probes}) == len(probes) == len(MATTERS)


def test_what_is_taken_out_with_an_item_shares_its_title_or_case_number(tmp_path: Path) -> None:
    twin = make_item("namnd/a", "§ 1", "Simhallen", "Något om badet.", case="SN-1")
    other = make_item("namnd/b", "§ 1", "Badet", "Något helt annat.", case="SN-1")
    third = make_item("namnd/c", "§ 1", "SIMHALLEN", "Ett tredje.")
    unlike = make_item("namnd/d", "§ 1", "Vägen", "Ett fjärde.")
    meetings = [make_meeting(item.id.rpartition("/")[0], [item]) for item in (twin, other, third, unlike)]
    index = sample_index(tmp_path, meetings)
    about = {index.passages[row].citation.item_title for row in rows_about(index, twin.id)}
    assert about == {"Simhallen", "Badet", "SIMHALLEN"}


def test_a_build_stores_the_calibration_with_its_check(tmp_path: Path) -> None:
    build_index(tmp_path, sources_of(many_meetings()), FakeEncoder(), steps=Steps(calibrate=calibrate))
    stored = open_index(tmp_path).manifest.calibration
    assert stored is not None
    assert stored.check is not None
    assert stored.check.auroc > 0.8
    assert 0 <= stored.check.calibration_error <= 1


def test_an_index_that_was_never_probed_is_probed_at_the_next_build(tmp_path: Path) -> None:
    build_index(tmp_path, sources_of(many_meetings()), FakeEncoder())
    assert open_index(tmp_path).manifest.calibration is None
    report = build_index(
        tmp_path, sources_of(many_meetings()), FakeEncoder(), steps=Steps(calibrate=calibrate)
    )
    assert open_index(tmp_path).manifest.calibration is not None
    assert len(report.unchanged) == len(MATTERS)


def test_a_corpus_too_small_to_probe_knows_only_its_level_of_noise(tmp_path: Path) -> None:
    calibration = calibrate(sample_index(tmp_path), FakeEncoder(), SILENT)
    assert len(make_probes(sample_index(tmp_path / "again"))) < FEWEST_PROBES
    assert (calibration.check, calibration.offset, calibration.slope) == (None, 0.0, 1.0)
    assert calibration.noise > 0


def test_questions_of_other_fields_are_asked_once_each() -> None:
    assert len(set(OTHER_FIELDS)) == len(OTHER_FIELDS) >= 50
