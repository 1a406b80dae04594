"""Writes a packed model as a standard sentence-transformers folder."""

import json
from errno import EIO
from pathlib import Path

import numpy as np

from matcher.embedding.port import Vectors
from matcher.embedding.weights import Network, PackedModel, Pieces
from models.ports.progress import Progress

_LAYER_PARTS = {
    "q.": "attention.self.query.",
    "k.": "attention.self.key.",
    "v.": "attention.self.value.",
    "ao.": "attention.output.dense.",
    "aln.": "attention.output.LayerNorm.",
    "fi.": "intermediate.dense.",
    "fo.": "output.dense.",
    "oln.": "output.LayerNorm.",
}
_EMBEDDINGS = {
    "emb.word": "embeddings.word_embeddings.weight",
    "emb.pos": "embeddings.position_embeddings.weight",
    "emb.type": "embeddings.token_type_embeddings.weight",
    "emb.ln.w": "embeddings.LayerNorm.weight",
    "emb.ln.b": "embeddings.LayerNorm.bias",
}
_DROPPED = r"[\x01-\x08\x0B\x0E-\x1F\x7F\x8F\x9F]"
_SPACES = r"[\t\n\f\r\x{1680}\x{200B}-\x{200F}\x{2028}\x{2029}\x{2581}\x{FEFF}\x{FFFD}]"


def write_folder(packed: PackedModel, folder: Path, progress: Progress) -> None:
    """Write weights, tokenizer and settings into an empty folder.

    Parameters
    ----------
    packed : PackedModel
    folder : Path
    progress : Progress
        Hears `stage_model` with tensors unpacked and tensors in all.
    """
    _write_json(folder / "config.json", _describe_network(packed.network, packed.pieces))
    _write_json(folder / "modules.json", _MODULES)
    _write_json(folder / "sentence_bert_config.json", {"max_seq_length": packed.network.positions})
    _write_json(folder / "config_sentence_transformers.json", {"similarity_fn_name": "cosine"})
    (folder / "1_Pooling").mkdir()
    (folder / "2_Normalize").mkdir()
    _write_json(
        folder / "1_Pooling" / "config.json",
        {"word_embedding_dimension": packed.network.width, "pooling_mode_mean_tokens": True},
    )
    _write_tokenizer(packed.pieces, packed.network, folder)
    _write_weights(packed, folder / "model.safetensors", progress)


def _write_weights(packed: PackedModel, path: Path, progress: Progress) -> None:
    """Write every tensor as float32 under the names that BertModel expects."""
    tensors: dict[str, Vectors] = {}
    for done, name in enumerate(packed.tensors):
        progress.report("stage_model", done, len(packed.tensors))
        tensors[_rename(name)] = packed.read_tensor(name).reshape(_shape(name, packed.network))
    width = packed.network.width
    tensors["pooler.dense.weight"] = np.zeros((width, width), np.float32)  # unused, but expected
    tensors["pooler.dense.bias"] = np.zeros(width, np.float32)
    write_tensors(tensors, path)
    progress.report("stage_model", len(packed.tensors), len(packed.tensors))


def write_tensors(tensors: dict[str, Vectors], path: Path) -> None:
    """Write tensors into one file; what the library says of the disk becomes an `OSError`."""
    from safetensors import SafetensorError
    from safetensors.numpy import save_file

    try:
        save_file(tensors, path, metadata={"format": "pt"})
    except SafetensorError as error:
        raise OSError(EIO, str(error), str(path)) from error


def _rename(name: str) -> str:
    """Give BertModel's name of a tensor, such as `l3.q.w`."""
    if name in _EMBEDDINGS:
        return _EMBEDDINGS[name]
    layer, part = name[1:].split(".", 1)
    ending = {"w": "weight", "b": "bias"}[part[-1]]
    return f"encoder.layer.{layer}.{_LAYER_PARTS[part[:-1]]}{ending}"


def _shape(name: str, network: Network) -> tuple[int, ...]:
    """Give the shape of a tensor; matrices have outputs as rows."""
    if name in ("emb.word", "emb.pos", "emb.type"):
        return -1, network.width
    if name.endswith(".b") or "ln." in name:
        return (-1,)
    return -1, network.inner_width if name.endswith("fo.w") else network.width


def _write_tokenizer(pieces: Pieces, network: Network, folder: Path) -> None:
    """Write the Unigram tokenizer with the normalisation that it was trained with."""
    from tokenizers import AddedToken, Regex, Tokenizer, decoders, normalizers, pre_tokenizers
    from tokenizers.models import Unigram
    from tokenizers.processors import TemplateProcessing

    begin, end, pad, unknown = (
        pieces.scored[i][0] for i in (pieces.begin, pieces.end, pieces.pad, pieces.unknown)
    )
    tokenizer = Tokenizer(Unigram(list(pieces.scored), unk_id=pieces.unknown, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.Replace(Regex(_DROPPED), ""),
            normalizers.Replace(Regex(_SPACES), " "),
            normalizers.NFKC(),
            normalizers.Replace(Regex(" {2,}"), " "),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    tokenizer.decoder = decoders.Metaspace(replacement="▁", prepend_scheme="always")
    tokenizer.post_processor = TemplateProcessing(
        single=f"{begin} $A {end}",
        pair=f"{begin} $A {end} {end} $B {end}",
        special_tokens=[(begin, pieces.begin), (end, pieces.end)],
    )
    tokenizer.add_special_tokens(
        [AddedToken(token, normalized=False) for token in (begin, pad, end, unknown)]
    )
    (folder / "tokenizer.json").write_text(tokenizer.to_str(pretty=False), encoding="utf-8")
    special = {
        "bos_token": begin,
        "eos_token": end,
        "cls_token": begin,
        "sep_token": end,
        "pad_token": pad,
        "unk_token": unknown,
    }
    _write_json(folder / "special_tokens_map.json", special)
    _write_json(
        folder / "tokenizer_config.json",
        {
            **special,
            "tokenizer_class": "PreTrainedTokenizerFast",
            "model_max_length": network.positions,
        },
    )


def _describe_network(network: Network, pieces: Pieces) -> dict[str, object]:
    """Give the network's settings as transformers reads them."""
    return {
        "architectures": ["BertModel"],
        "model_type": "bert",
        "hidden_size": network.width,
        "num_hidden_layers": network.layers,
        "num_attention_heads": network.heads,
        "intermediate_size": network.inner_width,
        "vocab_size": network.vocabulary,
        "max_position_embeddings": network.positions,
        "type_vocab_size": network.token_types,
        "layer_norm_eps": 1e-12,
        "hidden_act": "gelu",
        "pad_token_id": pieces.pad,
        "torch_dtype": "float32",
    }


_MODULES = [
    {"idx": 0, "name": "0", "path": "", "type": "sentence_transformers.models.Transformer"},
    {"idx": 1, "name": "1", "path": "1_Pooling", "type": "sentence_transformers.models.Pooling"},
    {
        "idx": 2,
        "name": "2",
        "path": "2_Normalize",
        "type": "sentence_transformers.models.Normalize",
    },
]


def _write_json(path: Path, content: object) -> None:
    """Write one settings file."""
    path.write_text(json.dumps(content, indent=1, sort_keys=True) + "\n", encoding="utf-8")
