"""The downloads of `/data/`: one declaration per column drives the files, the dictionary and the data page.

`tables.py` says what the tables hold, `files.py` how they are written: rows of one disclosure become chunks of
bytes (map), which are strung together in the order of the disclosures (reduce).
"""
