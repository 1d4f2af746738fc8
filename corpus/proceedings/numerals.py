"""Numbers as minutes print them in running text: in digits, or in words up to ninety-nine."""

_UNITS = {
    **{
        "noll": 0,
        "ingen": 0,
        "inga": 0,
        "en": 1,
        "ett": 1,
        "två": 2,
        "tre": 3,
        "fyra": 4,
        "fem": 5,
        "sex": 6,
    },
    **{"sju": 7, "åtta": 8, "nio": 9, "tio": 10, "elva": 11, "tolv": 12, "tretton": 13, "fjorton": 14},
    **{"femton": 15, "sexton": 16, "sjutton": 17, "arton": 18, "nitton": 19},
}
_TENS = {
    **{"tjugo": 20, "trettio": 30, "fyrtio": 40, "femtio": 50},
    **{"sextio": 60, "sjuttio": 70, "åttio": 80, "nittio": 90},
}
_NINE = 9
_VALUES = {
    **_UNITS,
    **_TENS,
    **{
        f"{ten}{unit}": value + count
        for ten, value in _TENS.items()
        for unit, count in _UNITS.items()
        if 0 < count <= _NINE
    },
}
NUMBER = rf"(?:\d{{1,3}}|{'|'.join(sorted(_VALUES, key=len, reverse=True))})"
"""Pattern of a number, for use with ``re.IGNORECASE``; it has no groups and wants a word boundary before."""


def value_of(number: str) -> int:
    """Return what a match of ``NUMBER`` counts."""
    return int(number) if number.isdecimal() else _VALUES[number.lower()]
