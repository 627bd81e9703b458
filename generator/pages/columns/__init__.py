"""Columns of comparisons: for each project, township and programme what it shows beside others, as a file.

The browser lays the columns that a visitor chooses side by side (`static/compare-table.js`) and reckons nothing: which
rows belong together and why a value cannot be compared is decided here.
"""
