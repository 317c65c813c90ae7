"""The kinds of this library, for tests that need its fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from kennisbank.config.configuration import configuration_of
from kennisbank.fields.kinds import field_of
from kennisbank.fields.types import FindingsType, GroupType, InvestmentType
from running import REPOSITORY

if TYPE_CHECKING:
    from kennisbank.fields import compounds

OURS, WRONG = configuration_of(REPOSITORY)
assert not WRONG
KINDS = OURS.kinds
Outcome = OURS.choices["outcome"]
Effort = OURS.choices["effort"]
_BY_ID = {kind.kind: kind for kind in KINDS}
Mechanism = _BY_ID["mechanism"]
Method = _BY_ID["method"]
TargetGroup = _BY_ID["target-group"]
Practice = _BY_ID["practice"]
Statistic = _BY_ID["statistic"]
Term = _BY_ID["term"]


def _group_of(type_: type[GroupType]) -> object:
    spec = field_of(Method, type_)
    return spec.group if spec else None


# A finding on one of our own outcomes, and the costs of a method.
Finding = cast("type[compounds.Finding]", _group_of(FindingsType))
Investment = cast("type[compounds.Investment]", _group_of(InvestmentType))
