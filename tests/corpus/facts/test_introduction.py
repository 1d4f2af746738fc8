"""Text before the first item."""

from corpus.facts.introduction import introduction_lines
from tests.corpus.sheets import lines_of

PROSE = (
    "Rådet samlades vid havet för att tala om framtiden, och alla fick berätta vad de hoppades på inför\n"
    "de kommande åren. Det blev en lång dag med många goda samtal om vården, skolan och vägarna.\n"
)


def test_running_text_after_the_facts_is_an_introduction():
    lines = introduction_lines(lines_of(f"Rådet\n\nPlats: Havshotellet\n\n{PROSE}"))
    assert " ".join(line.text for line in lines).startswith("Rådet samlades")


def test_facts_and_formalities_are_not():
    formal = (
        "Protokollet justeras den 3 maj. Ledamöterna kallades genom anslag på kommunens anslagstavla i tid.\n"
    )
    assert (
        introduction_lines(lines_of(f"Nämnden\n\nNärvarande\nEva Ros (S)\nBo Ek (M)\n\n{formal * 4}")) == ()
    )
