"""Where Swedish sentences end."""

import re

# Abbreviations whose full stop does not end a sentence (Svenska skrivregler, and those of minutes).
_ABBREVIATIONS = frozenset(
    """
    a.a adj ang anm art aug avd avs bil bl bl.a ca d.v.s d.y d.ä dec dir div dnr dr e.d e.g e.kr e.l
    ekon el em enl etc ev exkl exp f.d f.k f.kr f.m f.n feb ff fig fm forts fr fr.o.m fredag följ
    föreg förf förs förvaltn g.m gm h.c hr i.e i.o.m inkl instr inv jan jfr jr jul jun kap kapt kl
    kr kungl l.a lic m.a m.a.o m.fl m.h.t m.m mag mdr milj mkt mots mtrl n.b nr näml o.d o.dyl o.s.v
    obs okt omkr ons osv p p.g.a p.m p.p pers pga pkt prel proc prof prot r.f red ref resp rskr s
    s.a.s s.k sammantr sek sekr sep sept sid sign skr spec st stf stud särsk t.ex t.f t.h t.o.m t.v
    tel teol tf tills tis tom tors tr trol u.a u.p.a uppl urspr utg utr v v.g v.s.b vard vd vice vol
    ä.k äv ö ö.h ö.k övers
    """.split()
)
_END = re.compile(r"""(?P<mark>[.!?…]+)(?P<close>["”’»)\]]*)\s+(?=["”“»(\[–—•*-]*\s*[^\W_])""")
_LAST_WORD = re.compile(r"[^\s(\[”\"»]+$")


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Return the spans (start, end) of the sentences of ``text``, without the white space between.

    A line end always ends a sentence. A full stop ends one when a capital letter or a digit follows
    and the word before it is no abbreviation, no initial and no list number.
    """
    spans = []
    position = 0
    for line in text.split("\n"):
        spans += [(position + start, position + end) for start, end in _spans_of_line(line)]
        position += len(line) + 1
    return spans


def _spans_of_line(line: str) -> list[tuple[int, int]]:
    spans = []
    start = len(line) - len(line.lstrip())
    for match in _END.finditer(line):
        if _ends_sentence(line, start, match):
            spans.append((start, match.end("close")))
            start = match.end()
    end = len(line.rstrip())
    if start < end:
        spans.append((start, end))
    return spans


def _ends_sentence(line: str, start: int, match: re.Match[str]) -> bool:
    following = line[match.end() :].lstrip('"”“»([–—•*- ')[:1]
    if following.islower():
        return False
    if match["mark"] != ".":
        return True
    found = _LAST_WORD.search(line, start, match.start())
    if found is None:
        return True
    word = found.group().lower()
    if word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha()):
        return False
    is_list_number = word.isdigit() and found.start() == start
    return not is_list_number
