"""What is wrong with a stated rule, before it meets a pool."""

from models.frozen import Frozen
from models.text import Text


class RuleProblem(Frozen):
    """A rule that this version can't honour: the offending key, a code and what mends it."""

    key: str
    code: str
    mend: Text
