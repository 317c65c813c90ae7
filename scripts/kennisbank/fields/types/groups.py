"""The types of fields that hold fields: a relation, findings, an investment, a tool."""

from __future__ import annotations

from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema

from kennisbank.fields.types.field_type import Choice, FieldGroup, FieldType, Renderer, Schema
from kennisbank.messages import N_


class GroupType(FieldType):
    """Fields that belong together."""

    name, label = "part", N_("group of fields")
    shows_example = False

    def __init__(self, group: type[FieldGroup]) -> None:
        super().__init__()
        self.group = group

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        # A group holds fields that keep their own constraints.
        return handler(source)

    def group_schema(self) -> Schema:
        """Return what a JSON Schema says of the group beside its fields."""
        return {}

    def html(self, value: Any, renderer: Renderer) -> Any:
        """Return the fields of the group for a template."""
        return renderer.group(value)


class RelationType(GroupType):
    """A link to an entry of one kind, with fields that tell of the relation between the two."""

    def __init__(self, group: type[FieldGroup], kind: str) -> None:
        super().__init__(group)
        self.kind = kind

    def html(self, value: Any, renderer: Renderer) -> Any:
        """Return the fields for a template, which shows the link as what they are about."""
        return {**renderer.group(value), "is_relation": True}


class FindingsType(GroupType):
    """What studies found, of which a rating is computed; `outcomes` is the list that they name."""

    look = "findings"

    def __init__(self, group: type[FieldGroup], outcomes: type[Choice]) -> None:
        super().__init__(group)
        self.outcomes = outcomes


class InvestmentType(GroupType):
    """Hours and money that something asks of each party."""

    look = "investment"


class FiguresType(GroupType):
    """Values with their names, drawn as a chart with a table and a file."""

    look = "figures"


class TasksType(GroupType):
    """Who does what; `roles` is the list of those who do."""

    look = "tasks"

    def __init__(self, group: type[FieldGroup], roles: type[Choice]) -> None:
        super().__init__(group)
        self.roles = roles


class ToolType(GroupType):
    """Something that people do together on the page."""

    name, look = "tool", "tool"
    is_deep = True

    def __init__(self, group: type[FieldGroup], sorts: tuple[str, ...]) -> None:
        super().__init__(group)
        self.sorts = sorts

    def group_schema(self) -> Schema:
        """Return that exactly one of the sorts is there."""
        return {"oneOf": [{"required": [name]} for name in self.sorts]}

    def html(self, value: Any, renderer: Renderer) -> Any:  # noqa: ARG002 - as above
        """Return the tool itself: its page is made where all that it needs is known."""
        return value
