"""What all questions have in common, as a vector.

Some passages resemble any question at all (a question time, general talk), and dense retrieval puts
them first for every question in everyday words: they are hubs (Radovanović et al., Hubs in Space,
2010). The mean vector of questions that ask for nothing in particular says how; half of it is taken
away from each question (docs/retrieval.md). Any random half of these frames does as well; questions
with a topic do worse.
"""

import numpy as np
from numpy.typing import NDArray

from qa.content_words import content_words
from qa.encoder import Encoder

FRAMES = (
    "Vad beslutades om det?",
    "Vad sades om frågan?",
    "Vem är ansvarig för det?",
    "När ska det vara klart?",
    "Hur mycket kostar det?",
    "Varför sa man nej?",
    "Vilka var emot förslaget?",
    "Hur gick det för motionen?",
    "Vad tycker politikerna?",
    "Får man göra så?",
    "Ska det byggas något nytt?",
    "Hur många är det?",
    "Vem får bestämma?",
    "Vad händer nu?",
    "Kan kommunen hjälpa till?",
    "Vad svarade nämnden på remissen?",
    "När togs beslutet?",
    "Vem valdes till ordförande?",
    "Vad är skillnaden mot förut?",
    "Hur ska pengarna användas?",
    "Finns det några problem?",
    "Vilket datum gäller det?",
    "Vad gör man åt saken?",
    "Är det någon som har klagat?",
    "Vad är det för något?",
    "Hur påverkas de som bor här?",
    "Varför sköts ärendet upp?",
    "Vilka företag fick uppdraget?",
    "Måste man ansöka om tillstånd?",
    "Var ligger det?",
    "Blir det dyrare nästa år?",
    "Vem betalar?",
    "Vad ska göras för barnen?",
    "Vad händer med skolan?",
    "Kommer bussen att gå oftare?",
    "Hur ska de äldre få hjälp?",
    "Vad gör man för miljön?",
    "Blir det fler bostäder?",
    "Hur är läget med ekonomin?",
    "Vilka vägar ska lagas?",
    "Ska personalen få högre lön?",
    "Vad säger lagen?",
    "Hur långt har man kommit?",
    "Vilka mål har man satt upp?",
    "What was decided?",
    "Who is responsible?",
    "How much does it cost?",
    "When will it be finished?",
)


def common_question(encoder: Encoder) -> NDArray[np.float32]:
    """Return the mean of the frames' vectors, float32 of shape [dimension], not of unit length."""
    mean: NDArray[np.float32] = encoder.encode_queries(FRAMES).mean(axis=0, dtype=np.float32)
    return mean


def common_word(encoder: Encoder) -> NDArray[np.float32]:
    """Return the mean of the vectors of the frames' content words, float32 of shape [dimension]."""
    spans = [[word.span for word in content_words(frame)] for frame in FRAMES]
    words = encoder.encode_queries_with_words(FRAMES, spans).words
    mean: NDArray[np.float32] = words.mean(axis=0, dtype=np.float32)
    return mean
