"""How large a season's files may be: ample for people's, and bounded for anybody else's."""

MOST_BYTES = 20_000_000
"""Of a table's file as it lies in the folder."""

MOST_SETTINGS_BYTES = 256_000
"""Of `season.toml`."""

MOST_KEY_PARTS = 20
"""Of a key of `season.toml`, between dots."""

MOST_UNPACKED_BYTES = 32_000_000
"""Of a workbook's parts once they are decompressed."""

MOST_PARTS = 1_000
"""Files inside a workbook, and sheets."""

MOST_ROWS = 50_000
MOST_COLUMNS = 500
MOST_CELLS = 500_000
"""Rows times columns: what a table takes up, filled or not."""

MOST_MERGED = 10_000
"""Merged ranges of a sheet."""

LAST_ROW = 1_048_576
"""The last row that a spreadsheet has; blank lines count towards it."""

LONGEST_CELL = 32_767
"""Characters of one cell: as many as a spreadsheet's cell holds."""

LONGEST_RECORD = 1_000_000
"""Characters of one row of a text file, before its cells are told apart."""

MOST_FAULTS = 2_000
"""After so many faults the rest is not looked for."""

MOST_WARNINGS = 10_000
"""After so many warnings the rest is not told."""

LONGEST_QUOTE = 300
"""Characters of a cell that a fault quotes."""
