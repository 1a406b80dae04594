"""Train a static table that reads like the bundled model, thousands of texts a second.

    python -m benchmarks.quality.static_table --data FOLDER --out MODEL_FOLDER

FOLDER holds `almedalen_sv` (CC0), `cordis` (CC BY 4.0) and `swecris_kth` (open data of the
Swedish Research Council); of each only what the part `held` does not ask. The texts are
read by the bundled model (hours on two cores, cached), centred by language and taken over
the bridge; the table learns to give the same directions from the sum of a text's tokens.
It starts from the model's own token embeddings, weighted by rarity (Arora et al. 2017) and
mapped linearly. The result is a folder of sentence-transformers' StaticEmbedding:

    KOALITION_EMBEDDING_MODEL=MODEL_FOLDER python -m benchmarks.quality --data FOLDER
"""

import argparse
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np

from api.bootstrap import Installation
from api.settings import InstallationSettings
from benchmarks.json_lines import read_lines
from benchmarks.quality.bridge import read_pairs
from benchmarks.quality.recovery import ASKED, without_names
from benchmarks.quality.task import Floats, Ints, part_of
from benchmarks.real_season import PROJECT_WORDS
from matcher.embedding.bridge import cross
from matcher.embedding.bundled import unpack_bundled
from matcher.embedding.languages import language_of, unit
from matcher.embedding.passages import split_passages
from matcher.embedding.port import TextKind, Vectors
from models.ports.progress import Silence

TOKENS, WORDS = 48_000, 1_500
RARITY = 1e-3
"""A token that makes up this share of all tokens has half the weight of a rare one."""
RIDGE, RATE, ROUNDS, BATCH, PULL = 3.0, 3e-3, 5, 256, 2e-3
ALIKE = 3.0
"""Weight of texts' likeness to each other beside their own directions."""
_LATIN = re.compile(r"^▁?[a-zA-ZåäöÅÄÖéüøæØÆÉÜ0-9\-']*$")


def read_texts(data: Path) -> list[str]:
    """Give the texts to learn from: whole ones and their passages, each once."""
    whole = [
        without_names(event)
        for event in read_lines(data / "almedalen_sv" / "dev.events.jsonl.gz")
        if event["year"] < ASKED
    ]
    for project in read_lines(data / "cordis" / "dev.projects.jsonl.gz"):
        if part_of(project["id"]) == "tune":
            whole.append(" ".join(str(project[key]) for key in PROJECT_WORDS if project.get(key)))
    for field in ("title", "abstract"):
        whole += [text for pair in read_pairs(data, field, "tune") for text in pair]
    texts = [" ".join(own) for text in whole for own in split_passages(text[:WORDS])]
    return [text for text in dict.fromkeys(texts) if text]


def restrict(tokenizer: dict[str, Any], counts: Counter[int]) -> tuple[dict[str, Any], Ints]:
    """Keep the commonest pieces of a tokenizer, then the first of Latin letters.

    Returns
    -------
    dict
        The tokenizer's document with fewer pieces.
    (T,) int array
        The old number of each piece.
    """
    pieces = tokenizer["model"]["vocab"]
    unknown = int(tokenizer["model"]["unk_id"])
    latin = [i for i, (piece, _) in enumerate(pieces) if _LATIN.match(piece)]
    wanted = [unknown, *(i for i, _ in counts.most_common()), *latin]
    kept = np.array(list(dict.fromkeys(wanted))[:TOKENS], dtype=np.int64)
    model = tokenizer["model"] | {"vocab": [pieces[i] for i in kept.tolist()], "unk_id": 0}
    smaller = tokenizer | {"model": model, "added_tokens": [], "post_processor": None}
    return smaller, kept


def train(bags: list[Ints], targets: Vectors, start: Floats) -> Vectors:
    """Learn the table (T, k) whose sums over bags of tokens point as the targets (n, k) do."""
    import torch

    torch.manual_seed(1)
    random = np.random.default_rng(1)
    counts = np.bincount(np.concatenate(bags), minlength=len(start)) + 1.0
    rarity = RARITY / (RARITY + counts / counts.sum())
    weighted = (start - np.average(start, axis=0, weights=counts)) * rarity[:, None]
    sums = unit(np.stack([weighted[bag].sum(axis=0) for bag in bags]).astype(np.float32))
    square = sums.T @ sums + RIDGE * np.eye(sums.shape[1])
    first = weighted @ np.linalg.solve(square, sums.T @ targets)
    first /= np.sqrt((first**2).sum(axis=1).mean())
    table = torch.nn.Parameter(torch.tensor(first, dtype=torch.float32))
    origin = table.detach().clone()
    optimiser = torch.optim.Adam([table], lr=RATE)
    aims = torch.tensor(targets)
    for number in range(ROUNDS):
        order = random.permutation(len(bags))
        for begin in range(0, len(order), BATCH):
            chosen = order[begin : begin + BATCH].tolist()
            flat = torch.tensor(np.concatenate([bags[i] for i in chosen]))
            ends = np.cumsum([0, *(len(bags[i]) for i in chosen)])[:-1]
            summed = torch.nn.functional.embedding_bag(flat, table, torch.tensor(ends), mode="sum")
            found = torch.nn.functional.normalize(summed, dim=1)
            aim = aims[chosen]
            apart = ((found @ found.T - aim @ aim.T) ** 2).mean()
            loss = 1 - (found * aim).sum(dim=1).mean() + ALIKE * apart
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            with torch.no_grad():
                table.add_(origin - table, alpha=PULL)
        print(f"round {number + 1}: loss {loss.item():.3f}")
    learnt: Vectors = table.detach().numpy()
    return learnt


def main() -> None:
    """Read, restrict, train and write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    from safetensors.numpy import load_file
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Normalize, StaticEmbedding
    from tokenizers import Tokenizer

    settings = InstallationSettings()
    embedder = Installation(InstallationSettings(embedding_model=None)).open_embedder()
    folder = unpack_bundled(settings.cache_dir, Silence())
    texts = read_texts(given.data)
    vectors = embedder.embed(texts, TextKind.PASSAGE, Silence())
    languages = np.array([language_of(text) for text in texts])
    for language in sorted(set(languages.tolist())):
        rows = languages == language
        vectors[rows] -= vectors[rows].mean(axis=0)
    targets = cross(embedder, unit(vectors))
    document = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))
    whole = Tokenizer.from_str(json.dumps(document | {"truncation": None, "padding": None}))
    counts = Counter(
        i for own in whole.encode_batch(texts, add_special_tokens=False) for i in own.ids
    )
    smaller, kept = restrict(document | {"truncation": None, "padding": None}, counts)
    tokenizer = Tokenizer.from_str(json.dumps(smaller))
    bags = [np.array(own.ids) for own in tokenizer.encode_batch(texts, add_special_tokens=False)]
    told = [i for i, bag in enumerate(bags) if len(bag)]
    weights = load_file(folder / "model.safetensors")
    name = next(name for name in weights if name.endswith("word_embeddings.weight"))
    start = weights[name][kept].astype(np.float64)
    table = train([bags[i] for i in told], targets[told], start)
    module = StaticEmbedding(tokenizer, embedding_weights=table)
    SentenceTransformer(modules=[module, Normalize()], device="cpu").save(str(given.out))
    size = sum(path.stat().st_size for path in given.out.rglob("*") if path.is_file())
    print(f"{given.out}: {len(texts)} texts, {table.shape}, {size / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
