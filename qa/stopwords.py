"""Swedish words too common to search for.

Closed word classes (pronouns, prepositions, conjunctions, auxiliaries, question words) and
the verbs that questions about minutes are put with ("vad sades om ..."), and the words before a case number.
"""

STOP_WORDS = frozenset(
    """
    all alla allt anser att av bara bl blev bli blir blivit bort både bör de dem den denna dennes
    deras dess dessa det detta diarienummer dig din dina dit ditt dnr dock du där därför då efter
    eftersom efteråt ej eller en enligt er era ert ett finns flera fram från få får fått för före
    förr genom gör göra ha had hade haft han hans har hen henne hennes hens hon honom hos hur här i
    in innan inom inte ja jag ju kan kom kommer kring kunde kunna lite man med mellan men mer mera
    mig min mina mitt mot mycket må många måste ned nej ni nog nu när någon något några och också
    olika om oss på sa sade sades sagts sedan sen sig sin sina sitt ska skall skulle som så sådan
    sådana sådant tas till tog togs under upp ur ut utan vad var vara varför varit varje vars vart
    vem vems vid vidare vilka vilkas vilken vilket vill ville vår våra vårt än ändå ännu är
    ärendenummer även åt över
    """.split()
)
