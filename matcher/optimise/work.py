"""What each effort may spend, counted and not timed, so that it is the same on every machine."""

from dataclasses import dataclass, replace

from models.seasons import Effort

SMALL = 100
"""Up to so many columns all secants are added before the integer programs begin."""
LONGER = 10
"""Where a gap is left, an annealing has so many times as many sweeps at most."""


@dataclass(frozen=True)
class Work:
    """What an effort may spend: counted, not timed.

    Attributes
    ----------
    sweeps : int
        Times that every seat looks for a partner, in each descent and each annealing.
    looks : int
        Partners looked at by each annealing, which shortens it where there are many.
    cheap : int
        The same for a longer one, which follows where a gap is left.
    runs : int
        Annealings at once.
    rounds : int
        Linear programs of the bound.
    tries : int
        Integer programs.
    nodes : int
        Branch-and-bound nodes of each.
    columns : int
        Columns beyond which no integer program is tried.
    levels : int
        The same for those that raise the second-worst coalition and the next, at balance 1.
    listed : int
        Members of all coalitions that there can be, beyond which these are not listed.
    chosen : int
        Listed coalitions in the integer program that chooses among them.
    """

    sweeps: int
    looks: int
    cheap: int
    runs: int
    rounds: int
    tries: int
    nodes: int
    columns: int
    levels: int
    listed: int
    chosen: int

    def first(self, looks: int) -> int:
        """Give how many sweeps an annealing lasts, of so many looks each."""
        return max(1, min(self.sweeps, self.looks // max(1, looks)))

    def last(self, looks: int) -> int:
        """Give the same for one that begins where a gap is left; 0 where it would be no longer."""
        longer = min(LONGER * self.sweeps, self.cheap // max(1, looks))
        return longer if longer > self.first(looks) else 0


WORK = {
    Effort.QUICK: Work(
        100,
        10_000_000,
        cheap=5_000_000,
        runs=1,
        rounds=15,
        tries=0,
        nodes=0,
        columns=0,
        levels=0,
        listed=15_000_000,
        chosen=2_000,
    ),
    Effort.NORMAL: Work(
        500,
        400_000_000,
        cheap=50_000_000,
        runs=2,
        rounds=30,
        tries=6,
        nodes=60,
        columns=2_500,
        levels=500,
        listed=20_000_000,
        chosen=5_000,
    ),
    Effort.THOROUGH: Work(
        5_000,
        4_000_000_000,
        cheap=500_000_000,
        runs=4,
        rounds=100,
        tries=40,
        nodes=5_000,
        columns=20_000,
        levels=5_000,
        listed=60_000_000,
        chosen=20_000,
    ),
}
SEARCHED = {
    effort: replace(
        WORK[min(effort, Effort.NORMAL, key=list(WORK).index)], cheap=0, columns=SMALL, levels=0
    )
    for effort in WORK
}
"""For answers in seconds: the search as for normal effort at most, and small integer programs."""
