"""Make the bridge between Swedish and English of the bundled model.

    python -m benchmarks.quality.bridge --data FOLDER [--size K] [--noise SHARE]

FOLDER holds `swecris_kth`, of whose projects only the part `tune` is read: their titles in
both languages. Writes `matcher/embedding/bridge_e5_small.npy`.
"""

import argparse
from pathlib import Path

import numpy as np
from scipy.linalg import eigh

from api.bootstrap import Installation
from api.settings import InstallationSettings
from benchmarks.json_lines import read_lines
from benchmarks.quality.task import Floats, part_of
from matcher.embedding.bridge import BRIDGES
from matcher.embedding.bundled import BUNDLED_MODEL
from matcher.embedding.languages import language_of
from matcher.embedding.port import TextKind
from models.ports.progress import Silence


def read_pairs(data: Path, field: str, part: str) -> list[tuple[str, str]]:
    """Give the titles or abstracts of a part that are in Swedish and in English."""
    pairs = []
    for project in read_lines(data / "swecris_kth" / "dev.projects.jsonl.gz"):
        texts = [str(project.get(f"{field}_{language}") or "") for language in ("sv", "en")]
        is_pair = all(texts) and [language_of(text) for text in texts] == ["sv", "en"]
        if is_pair and part_of(project["id"]) == part:
            pairs.append((texts[0], texts[1]))
    return pairs


def fit_bridge(swedish: Floats, english: Floats, size: int, noise: float) -> Floats:
    """Fit the map on the (n, d) vectors of n texts in two languages.

    Parameters
    ----------
    size : int
        Directions to keep.
    noise : float
        What is added to the variance within texts, in shares of its mean.

    Returns
    -------
    (d, size) float array
    """
    one, other = swedish - swedish.mean(axis=0), english - english.mean(axis=0)
    between, within = np.cov((one + other).T / 2), np.cov((one - other).T / 2)
    within += noise * np.trace(within) / len(within) * np.eye(len(within))
    content, directions = eigh(between, within)
    bridge = directions[:, -size:] * np.sqrt(content[-size:] / (1 + content[-size:]))
    scaled: Floats = bridge / np.abs(bridge).max()
    return scaled


def main() -> None:
    """Read the arguments, fit and write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--size", type=int, default=256)
    parser.add_argument("--noise", type=float, default=1.0)
    given = parser.parse_args()
    embedder = Installation(InstallationSettings(embedding_model=None)).open_embedder()
    pairs = read_pairs(given.data, "title", "tune")
    swedish, english = (
        np.float64(embedder.embed(side, TextKind.PASSAGE, Silence()))
        for side in zip(*pairs, strict=True)
    )
    bridge = fit_bridge(swedish, english, given.size, given.noise)
    target = Path("matcher/embedding") / BRIDGES[BUNDLED_MODEL]
    np.save(target, bridge.astype(np.float16))
    print(f"{target}: {len(pairs)} pairs, {bridge.shape}, {target.stat().st_size} bytes")


if __name__ == "__main__":
    main()
