"""What we derive from printed values, beside them: canonical ids, amounts in 万元, shares of the budget, families."""
