"""Broken files made from good ones by a seeded mutator: the same seed gives the same file."""

import random
from collections.abc import Callable
from pathlib import Path

Mutation = Callable[[random.Random, bytes], bytes]


def cut(chance: random.Random, data: bytes) -> bytes:
    """End somewhere in the middle."""
    return data[: chance.randrange(1, len(data))]


def flip(chance: random.Random, data: bytes) -> bytes:
    """Change one byte in a hundred."""
    changed = bytearray(data)
    for _ in range(max(1, len(data) // 100)):
        changed[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(changed)


def repeat(chance: random.Random, data: bytes) -> bytes:
    """Write a piece of the file many times."""
    start = chance.randrange(len(data))
    piece = data[start : start + chance.randrange(1, 400)]
    return data[:start] + piece * chance.randrange(2, 200) + data[start:]


def swap(chance: random.Random, data: bytes) -> bytes:
    """Exchange the halves."""
    middle = chance.randrange(len(data))
    return data[middle:] + data[:middle]


def drop(chance: random.Random, data: bytes) -> bytes:
    """Leave a piece out."""
    start = chance.randrange(len(data))
    return data[:start] + data[start + chance.randrange(1, 2000) :]


def spoil_numbers(chance: random.Random, data: bytes) -> bytes:
    """Change digits: lengths, offsets and object numbers of a PDF, attributes of a page."""
    changed = bytearray(data)
    digits = [place for place, byte in enumerate(data) if 48 <= byte <= 57]
    for place in chance.sample(digits, min(len(digits), 40)):
        changed[place] = chance.randrange(48, 58)
    return bytes(changed)


def add_zeros(chance: random.Random, data: bytes) -> bytes:
    """Put NUL bytes inside."""
    start = chance.randrange(len(data))
    return data[:start] + bytes(chance.randrange(1, 5000)) + data[start:]


MUTATIONS: tuple[Mutation, ...] = (cut, flip, repeat, swap, drop, spoil_numbers, add_zeros)


def write_broken_files(samples: list[Path], folder: Path, number: int, seed: int) -> list[Path]:
    """`number` broken files in a folder, each with one or two mutations of a sample."""
    folder.mkdir()
    paths = []
    for index in range(number):
        chance = random.Random(seed * 1_000_003 + index)
        sample = samples[index % len(samples)]
        data = sample.read_bytes()
        names = []
        for mutation in chance.sample(MUTATIONS, chance.randrange(1, 3)):
            data = mutation(chance, data)
            names.append(mutation.__name__)
        path = folder / f"{index:03}-{'-'.join(names)}-{sample.name}"
        path.write_bytes(data)
        paths.append(path)
    return paths
