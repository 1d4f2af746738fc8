"""All personal data in a text."""

from dataclasses import replace

from corpus.privacy.addresses import find_addresses, find_protected
from corpus.privacy.contacts import find_emails, find_phones
from corpus.privacy.finding import Finding
from corpus.privacy.numbers import find_personal_numbers


def find_personal_data(text: str) -> tuple[Finding, ...]:
    """Return the personal data in a text in the order of their places.

    None overlap: where two kinds share characters, these belong to the first.
    """
    addresses = tuple(find_addresses(text))
    found = [
        *find_personal_numbers(text),
        *find_emails(text),
        *find_phones(text, addresses),
        *addresses,
        *find_protected(text),
    ]
    chosen: list[Finding] = []
    for finding in sorted(found, key=lambda finding: (finding.start, -finding.end)):
        start = max(finding.start, chosen[-1].end) if chosen else finding.start
        if start < finding.end:
            chosen.append(replace(finding, start=start))
    return tuple(chosen)
