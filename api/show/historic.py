"""The yardstick: figures of the first coalition, autumn 2020.

Its 18 actors are in `data/samples/historic`; they fix the two scores that need no words.
What its members had written is not known, so the other criteria have no figure.
"""

SCORES = {"sector_diversity": 0.950, "geographic_spread": 0.716}
"""By criterion."""

OUTCOMES = {"widened": 1.0, "collaborate": 0.9}
"""Shares of members who widened their network and who will collaborate, as the founders told."""
