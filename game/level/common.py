"""Words and units shared by all parts of a level file.

Every part is frozen, strict and refuses unknown keys, so that a misspelt key is a mistake and never a
silent default. The `unit` beside a field is shown by forms, the JSON Schema and the authors' manual.
"""

import datetime
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field


class Part(BaseModel):
    """A table of a level file: frozen, strict, unknown keys refused."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")


class OpenPart(Part):
    """A table whose further keys belong to a registered kind (demand pattern, disruption)."""

    model_config = ConfigDict(frozen=True, strict=True, extra="allow")

    @property
    def extras(self) -> dict[str, Any]:
        """The keys that the registered kind will check, as written, lists as tuples."""
        return {key: _frozen(value) for key, value in (self.__pydantic_extra__ or {}).items()}


def _frozen(value: Any) -> Any:
    return tuple(_frozen(entry) for entry in value) if isinstance(value, list) else value


def _unit(name: str) -> Any:
    return Field(json_schema_extra={"unit": name})


Id = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]*$", max_length=40)]
Date = Annotated[datetime.date, Field(ge=datetime.date(1900, 1, 1), le=datetime.date(2199, 12, 31))]
Days = Annotated[float, Field(ge=0, le=3650), _unit("days")]
Minutes = Annotated[float, Field(ge=0, le=1_000_000), _unit("minutes")]
Money = Annotated[float, Field(ge=0, le=1e9), _unit("currency")]
Units = Annotated[int, Field(ge=0, le=1_000_000), _unit("units")]
PositiveUnits = Annotated[int, Field(ge=1, le=1_000_000), _unit("units")]
Percent = Annotated[float, Field(ge=0, le=1000), _unit("percent a year")]
Share = Annotated[float, Field(ge=0, le=1), _unit("share, 0 to 1")]
