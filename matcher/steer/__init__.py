"""Steering: keep, swap, repair, alternatives, trade-offs, prices, recruits and reserves."""
