"""From derived values to pages: views, the theme that renders them, and their machine-readable twins.

`disclosure.py` makes the pages of one disclosure (map), `across.py` those across townships (reduce).
"""
