"""What the shape of a file cannot say: whether its values agree with each other and with the shared vocabulary.

A check takes loaded values and returns problems. Those that need all disclosures at once stand with the build.
"""
