"""Names of bodies (organ): when a text that names one means another spelling of it."""

_DEFINITE_ENDINGS = frozenset({"n", "en", "t", "et"})


def names_body(wanted: str, body: str) -> bool:
    """Say whether every word of ``wanted`` is a word of ``body``, in its definite form or not.

    "kommunstyrelsen" names "Kommunstyrelsen i Sundköping" but not "Kommunstyrelsens arbetsutskott".
    """
    words = body.casefold().split()
    return all(any(_is_same_noun(one, other) for other in words) for one in wanted.casefold().split())


def _is_same_noun(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return longer == shorter or (len(shorter) > 3 and longer.removeprefix(shorter) in _DEFINITE_ENDINGS)
