"""Case numbers in headings."""

import pytest

from corpus.headings.case_numbers import case_numbers_alone, split_case_numbers


@pytest.mark.parametrize(
    ("text", "title", "numbers"),
    [
        ("Ärendenummer SLK-2023-01129", "", ("SLK-2023-01129",)),
        ("Ärendenummer SLK-2023-00025:26", "", ("SLK-2023-00025:26",)),
        ("Ärendenummer SLK-2023-00001:-1", "", ("SLK-2023-00001:-1",)),
        ("Ärendenummer SLK:16342", "", ("SLK:16342",)),
        ("Ärendenummer", "", ()),
        ("0901/22", "", ("0901/22",)),
        ("Dnr 2024/00123", "", ("2024/00123",)),
        ("Dnr KS/2024:123", "", ("KS/2024:123",)),
        ("Diarienummer: KTN 2022-00031", "", ("KTN 2022-00031",)),
        ("RS181313", "", ("RS181313",)),
        ("Val av justerare   Dnr KS 2024/00123", "Val av justerare", ("KS 2024/00123",)),
        ("Val av justerare Dnr KS 2024/00123", "Val av justerare", ("KS 2024/00123",)),
        ("Budget\tKS 2024/13", "Budget", ("KS 2024/13",)),
        ("Budget (KS/2024:9)", "Budget", ("KS/2024:9",)),
        ("BUN/2024:13 och BUN/2024:14", "", ("BUN/2024:13", "BUN/2024:14")),
        ("Dnr 12/2023, 13/2023", "", ("12/2023", "13/2023")),
        ("VON 2023/12  Lokaler", "Lokaler", ("VON 2023/12",)),
        ("Ärendenummer: BUN.2022.45", "", ("BUN.2022.45",)),
        ("Bidrag till föreningen (KN 2019.34)", "Bidrag till föreningen", ("KN 2019.34",)),
        ("Budget (Dnr D 2023/33)", "Budget", ("D 2023/33",)),
        ("Ärende: SN 2024/00045-1.2.1", "", ("SN 2024/00045-1.2.1",)),
        ("Ärende: Föreningen söker bidrag", "Ärende: Föreningen söker bidrag", ()),
        ("HSN 22/00123", "", ("HSN 22/00123",)),
        ("Dnr 2023-000123 042", "", ("2023-000123",)),
        ("2023-000123 042", "", ("2023-000123",)),
        ("Fjärrvärme\tDnr 2023.51 TU", "Fjärrvärme", ("2023.51",)),
        (". Val av justerare", "Val av justerare", ()),
        ("– Budget 2025", "Budget 2025", ()),
        (
            "Remiss av betänkandet (SOU 2023:97) om tillsyn",
            "Remiss av betänkandet (SOU 2023:97) om tillsyn",
            (),
        ),
        ("Uppföljning januari-mars 2023/24 i skolan", "Uppföljning januari-mars 2023/24 i skolan", ()),
        ("Serviceavgiften 2024", "Serviceavgiften 2024", ()),
    ],
)
def test_title_and_case_numbers_are_parted(text, title, numbers):
    assert split_case_numbers(text) == (title, numbers)


@pytest.mark.parametrize(
    "text", ["2023 nr 71.", "Bordlagt den 8 maj 2024, § 382.", "2024-05-29", "1 000", ""]
)
def test_other_lines_are_no_case_numbers(text):
    assert case_numbers_alone(text) == ()


@pytest.mark.parametrize("report", ["SOU 2023:56", "Ds 2024:10", "SFS 2017:725", "COM 2022:197"])
def test_numbers_of_inquiries_and_laws_are_no_case_numbers(report):
    title = f"Remiss om beredskap ({report})"
    assert split_case_numbers(title) == (title, ())
