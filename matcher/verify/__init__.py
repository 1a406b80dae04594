"""The independent checker: recomputes a proposal with formulas of its own.

It reads the season, the document and, where they are at hand, the fits of the words as plain
numbers, and shares nothing with what makes proposals: no criterion, no rule, no problem, no
solver. One file holds one criterion (`criteria`) or one rule (`rules`), straight from the
contract.
"""
