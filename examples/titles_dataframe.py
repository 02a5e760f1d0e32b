"""Romanize a table of titles and find its terms, in pandas and in polars.

python examples/titles_dataframe.py [FILE]
"""

import sys
from pathlib import Path

import pandas as pd
import polars as pl

import juche_toolkit as jt

source = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).with_name("titles.csv")

frame = pd.read_csv(source)
frame["latin"] = frame["title"].map(lambda title: jt.romanize(title, "mr", kind="title"))
frame["terms"] = frame["title"].map(jt.search_terms)
print(frame[["id", "latin"]].to_string(index=False))
print(frame.explode("terms")["terms"].value_counts().head(2))

lazy = pl.scan_csv(source).with_columns(
    pl.col("title").map_elements(jt.search_key, return_dtype=pl.String).alias("key"),
    pl.col("author").map_elements(lambda name: jt.romanize(name, "38north", kind="name"), return_dtype=pl.String),
)
print(lazy.select("id", "author", "key").head(3).collect())
