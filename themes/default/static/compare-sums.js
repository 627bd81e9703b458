// Sums of budgets that a disclosure prints, reckoned when the site was made.

import { group, say } from "./compare-table.js";
import { pageAddress } from "./search-files.js";

/**
 * A cell: what the projects of one disclosure print together. `sum`: `{projects, budget_count, budget_wan}`; `projects`:
 * those it is made of, each `{id, name, budget_wan}`, which the cell leads to.
 */
export function makeSum(sum, projects, isInferred, words) {
  const links = projects.map(({ id, name, budget_wan: budget }) => ({
    label: projects.length > 1 && budget ? `${name} ${budget}` : name,
    url: pageAddress(`/projects/${id}/`),
  }));
  if (sum.budget_count === 0) return { why: words.no_budget, links };
  const notes = [countNote(sum, words), isInferred && words.inferred];
  return { values: [{ text: group(sum.budget_wan), unit: "万元", notes, links }] };
}

/** How many of several projects print a budget. */
export function countNote({ projects, budget_count: count }, words) {
  return projects > 1 && say(words.sum, { count, all: projects });
}
