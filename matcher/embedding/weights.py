"""Reads the packed model file E5S1: a tokenizer and 4-bit weights in one binary layout.

Little-endian throughout: magic, version, nine numbers of the network, the pieces of the
Unigram tokenizer with their scores, a table of normalised characters, and a directory of
tensors. Matrices are Q4_0: blocks of 32 weights, each an fp16 scale and 16 bytes whose
low nibbles are the first half of the block and whose high nibbles are the second.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from mmap import ACCESS_READ, mmap
from pathlib import Path
from struct import Struct

import numpy as np
from numpy.typing import NDArray

from matcher.embedding.port import Vectors

BLOCK = 32
_MAGIC = b"E5S1"
_BLOCK_LAYOUT = np.dtype([("scale", "<f2"), ("nibbles", "u1", BLOCK // 2)])
_NETWORK = Struct("<4sI7ifi")
_TOKENIZER = Struct("<5iQ")
_Q4_0 = 1


@dataclass(frozen=True)
class Network:
    """The shape of the encoder."""

    width: int
    layers: int
    heads: int
    inner_width: int
    vocabulary: int
    positions: int
    token_types: int
    epsilon: float


@dataclass(frozen=True)
class Pieces:
    """The Unigram tokenizer: pieces with log probabilities, and its special tokens."""

    scored: tuple[tuple[str, float], ...]
    begin: int
    end: int
    pad: int
    unknown: int


@dataclass(frozen=True)
class PackedModel:
    """A packed file, mapped into memory and unpacked tensor by tensor."""

    network: Network
    pieces: Pieces
    _data: memoryview
    _directory: dict[str, tuple[int, int, int]]

    def read_tensor(self, name: str) -> Vectors:
        """Give a tensor as a flat float32 array."""
        dtype, count, offset = self._directory[name]
        if dtype != _Q4_0:
            return np.frombuffer(self._data, "<f4", count, offset).astype(np.float32)
        blocks = np.frombuffer(self._data, _BLOCK_LAYOUT, count // BLOCK, offset)
        return unpack_blocks(blocks["scale"], blocks["nibbles"])

    @property
    def tensors(self) -> tuple[str, ...]:
        """Names of the tensors."""
        return tuple(self._directory)


def unpack_blocks(scales: NDArray[np.float16], nibbles: NDArray[np.uint8]) -> Vectors:
    """Unpack n blocks of 4-bit weights.

    Parameters
    ----------
    scales : (n,) float16 array
    nibbles : (n, 16) uint8 array

    Returns
    -------
    (32 n,) float32 array
        Scale times the nibble less 8.

    Examples
    --------
    >>> import numpy as np
    >>> packed = np.full((1, 16), 0x9A, np.uint8)
    >>> unpack_blocks(np.array([0.5], np.float16), packed)[[0, 16]].tolist()
    [1.0, 0.5]
    """
    halves = np.concatenate([nibbles & 0x0F, nibbles >> 4], axis=1)
    weights = halves.astype(np.float32) - np.float32(8)
    weights *= scales.astype(np.float32)[:, None]
    return weights.reshape(-1)


def open_packed(path: Path) -> PackedModel:
    """Read the header, the tokenizer and the directory of a packed file.

    Raises
    ------
    ValueError
        If the file is not of this layout.
    """
    with path.open("rb") as file:
        data = memoryview(mmap(file.fileno(), 0, access=ACCESS_READ))
    if bytes(data[:4]) != _MAGIC:
        raise ValueError(f"{path.name} is not a packed model")
    _, _, width, layers, heads, inner, vocabulary, positions, types, epsilon, block = (
        _NETWORK.unpack_from(data)
    )
    if block != BLOCK:
        raise ValueError(f"{path.name} has blocks of {block} weights, not {BLOCK}")
    network = Network(width, layers, heads, inner, vocabulary, positions, types, epsilon)
    pieces, end = _read_pieces(data, _NETWORK.size)
    return PackedModel(network, pieces, data, dict(_read_directory(data, _skip_table(data, end))))


def _read_pieces(data: memoryview, start: int) -> tuple[Pieces, int]:
    """Read the pieces; also give where they end."""
    count, begin, end, pad, unknown, length = _TOKENIZER.unpack_from(data, start)
    at = start + _TOKENIZER.size
    offsets = np.frombuffer(data, "<u4", count + 1, at).tolist()
    at += 4 * (count + 1)
    scores = np.frombuffer(data, "<f4", count, at).tolist()
    at += 4 * count
    letters = bytes(data[at : at + length])
    scored = tuple((letters[offsets[i] : offsets[i + 1]].decode(), scores[i]) for i in range(count))
    return Pieces(scored, begin, end, pad, unknown), at + length


def _skip_table(data: memoryview, start: int) -> int:
    """Pass over the table of normalised characters, which NFKC makes superfluous."""
    _, length = Struct("<iI").unpack_from(data, start)
    return start + 8 + int(length)


def _read_directory(data: memoryview, start: int) -> Iterator[tuple[str, tuple[int, int, int]]]:
    """Give each tensor's name with its type, count of numbers and offset."""
    (count,) = Struct("<i").unpack_from(data, start)
    at = start + 4
    entry = Struct("<BIQQ")
    for _ in range(count):
        (length,) = Struct("<H").unpack_from(data, at)
        name = bytes(data[at + 2 : at + 2 + length]).decode()
        at += 2 + length
        dtype, numbers, offset, _ = entry.unpack_from(data, at)
        at += entry.size
        yield name, (dtype, numbers, offset)
