"""Checks on what is published: printed facts held against each other (domain.md §3)."""
