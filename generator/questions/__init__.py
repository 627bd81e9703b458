"""The questions that citizens ask of many budgets at once, and what each disclosure answers.

A question is one small named thing: its rows for one disclosure (map), its words in `texts.yaml`. What needs several
disclosures is reckoned from their summaries: sums by theme, and what changed since last year.
"""
