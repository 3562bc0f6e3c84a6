"""A block is kept with all of its fields.

Seen red: with the last field left out.
"""

from __future__ import annotations

from dataclasses import asdict

from samklang.documents.extraction.text import Block, BlockKind


def test_a_block_is_kept_with_all_of_its_fields() -> None:
    block = Block(BlockKind.TABLE_ROW, "a\tb", 4, page=2, level=1, cells=("a", "b"))

    assert block.to_keep() == asdict(block)
    assert Block(**block.to_keep()) == block
