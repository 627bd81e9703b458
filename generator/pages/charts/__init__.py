"""Charts as views: where each mark stands, reckoned at build time; the template only writes them down.

Places along a chart are per cent of its width and heights are pixels, so that a chart fits any screen while its text
keeps its size. Colours stand in the marks for the file that can be downloaded; the style sheet has its own.
"""
