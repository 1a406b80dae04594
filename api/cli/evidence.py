"""Evidence in a sentence."""

from models.evidence import Evidence
from models.messages import say
from models.text import Text


def tell_evidence(evidence: Evidence, indent: str = "") -> Text:
    """Quote the passage, and name the words that it shares with the question."""
    if not evidence.words:
        told = say("evidence_meaning", passage=evidence.passage)
    else:
        told = say("evidence_words", passage=evidence.passage, words=", ".join(evidence.words))
    return Text(sv=indent + told.sv, en=indent + told.en)
