"""What all bodies of the API have in common."""

from pydantic import BaseModel, ConfigDict


class Reply(BaseModel):
    """A body or a part of one; nothing changes it once made."""

    model_config = ConfigDict(frozen=True)
