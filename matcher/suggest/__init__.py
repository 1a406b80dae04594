"""New partners for an actor, with reasons."""

from matcher.suggest.matchmaker import Matchmaker as Matchmaker
