"""That model, tokenizer and libraries together give the vectors they should."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from qa.errors import ModelError
from qa.model_location import ModelLocation

if TYPE_CHECKING:
    from qa.encoder import Encoder

# The first five numbers of the embedded model's vectors of a question and a passage, in float32, plain and
# adapted, and what bfloat16 may add to them.
_TEXT = "Nämnden beslutar att höja avgiften för förskolan."
_PLAIN = ((0.0470, 0.0139, -0.0397, -0.0663, 0.0590), (0.0699, 0.0088, -0.0403, -0.0766, 0.0635))
_ADAPTED = ((0.0588, 0.0223, -0.0204, -0.0753, 0.0524), (0.0761, 0.0143, -0.0295, -0.0787, 0.0602))
_TOLERANCE = 0.004


def check_known_vectors(encoder: Encoder, location: ModelLocation) -> None:
    """See that the embedded model gives the vectors it is known for.

    Raises:
        ModelError: it does not.
    """
    found = (encoder.encode_queries([_TEXT])[0], encoder.encode_passages([_TEXT])[0])
    for vector, known in zip(found, _ADAPTED if location.adaptation else _PLAIN, strict=True):
        if np.abs(vector[: len(known)] - known).max() > _TOLERANCE:
            raise ModelError(
                f"Modellen {location.name} i {location.folder} ger fel vektorer: "
                f"{vector[: len(known)].round(4).tolist()}, väntat {list(known)}. Ta bort mappen, så görs "
                f"den om; hjälper inte det, installera om programmets paket."
            )
