"""What all bodies of the API have in common."""

from pydantic import BaseModel, ConfigDict


class Reply(BaseModel):
    """A body or a part of one; nothing changes it once made.

    ``model_validate`` takes the words of the house that have fields of the same names.
    """

    model_config = ConfigDict(
        frozen=True, from_attributes=True, validate_by_name=True, validate_by_alias=True
    )
