"""Tiny models of words, made on the spot."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

WIDTH = 64


def make_table(
    folder: Path, topics: Sequence[Sequence[str]], prompts: Mapping[str, str] | None = None
) -> Path:
    """Make a model that adds up one vector for each word, which points at its topics.

    The more topics a word belongs to, the less it says. A prompt's words say something
    that belongs to no topic.
    """
    import numpy as np
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding

    asked = dict(prompts or {})
    words = make_words([*(text for topic in topics for text in topic), *asked.values()])
    weights = np.zeros((len(words), WIDTH), dtype=np.float32)
    for number, topic in enumerate(topics):
        own = {*make_words(topic)[2:]}
        weights[[word in own for word in words], number] = 1.0
    weights /= np.maximum(1.0, weights.sum(axis=1, keepdims=True) ** 2)
    for place, prompt in enumerate(asked.values(), start=1):
        weights[words.index(make_words([prompt])[2]), -place] = 0.5
    table = StaticEmbedding(make_tokenizer(words), embedding_weights=weights)
    SentenceTransformer(modules=[table], device="cpu", prompts=asked).save(str(folder))
    return folder


def make_bert(folder: Path, texts: Sequence[str], longest: int) -> Path:
    """Make a small BertModel with drawn weights that reads `longest` tokens of a text."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

    words = make_words(texts)
    torch.manual_seed(1)
    network = BertConfig(
        vocab_size=len(words),
        hidden_size=WIDTH,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=WIDTH,
        max_position_embeddings=longest,
    )
    raw = folder / "raw"
    BertModel(network).save_pretrained(raw)
    PreTrainedTokenizerFast(
        tokenizer_object=make_tokenizer(words),
        pad_token="[PAD]",
        unk_token="[UNK]",
        model_max_length=longest,
    ).save_pretrained(raw)
    encoder = Transformer(str(raw), max_seq_length=longest)
    model = SentenceTransformer(modules=[encoder, Pooling(WIDTH)], device="cpu")
    model.save(str(folder / "whole"))
    return folder / "whole"


def make_words(texts: Iterable[str]) -> list[str]:
    """Give the words of texts, after those that every tokenizer needs."""
    found = sorted({word for text in texts for word in re.findall(r"\w+", text.lower())})
    return ["[UNK]", "[PAD]", *found]


def make_tokenizer(words: list[str]):
    """Make a tokenizer that knows whole words."""
    from tokenizers import Tokenizer
    from tokenizers.models import WordLevel
    from tokenizers.normalizers import Lowercase
    from tokenizers.pre_tokenizers import Whitespace

    numbers = {word: number for number, word in enumerate(words)}
    tokenizer = Tokenizer(WordLevel(numbers, unk_token="[UNK]"))
    tokenizer.normalizer = Lowercase()
    tokenizer.pre_tokenizer = Whitespace()
    return tokenizer


def rewrite(path: Path, **settings: object) -> None:
    """Change some settings of a model."""
    content = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps(content | settings), "utf-8")
