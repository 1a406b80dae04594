"""New partners for an actor, with reasons."""

from matcher.suggest.matchmaker import Matchmaker as Matchmaker
from matcher.suggest.matchmaker import suggest_partners as suggest_partners
