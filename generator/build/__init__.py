"""The build: content → site.

Map: each disclosure by itself, in as many processes as wished, gives its pages, its dataset rows and a small summary.
Reduce: the summaries give the pages across townships, the datasets are strung together, the search index is made.
Nothing holds all pages in memory: an output is written as it is made, into a new folder that replaces the old one.
"""

from generator.build.checking import ContentProblems
from generator.build.reviewing import Review, validate_content
from generator.build.site import BuildOptions, build_site

__all__ = ["BuildOptions", "ContentProblems", "Review", "build_site", "validate_content"]
