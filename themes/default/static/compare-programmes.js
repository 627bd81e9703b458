// Programmes side by side, township by township, from their twins (`/programmes/…/index.json`).

import { makeSum } from "./compare-sums.js";
import { group, say } from "./compare-table.js";
import { pageAddress } from "./search-files.js";

const MOST_ROWS = 100;

export async function load(id, readJson, words) {
  const twin = await readJson(`programmes/${id}/index.json`);
  return { name: words.programmes[id] ?? twin.name, place: "", year: "", url: `/programmes/${id}/`, twin };
}

export function makeGroups(items, words) {
  const counts = (label, number) => ({
    label,
    cells: items.map(({ twin, url }) => ({
      values: [{ text: group(String(number(twin))), links: [{ label: words.programme_page, url: pageAddress(url) }] }],
    })),
  });
  return [
    {
      title: words.about,
      rows: [
        counts(words.projects, ({ projects }) => projects.length),
        counts(words.townships, ({ disclosures }) => new Set(disclosures.map((each) => each.township_id)).size),
      ],
    },
    ...years(items, words),
  ];
}

/** A part of the table for each year, so that a row never mixes years; the latest first. */
function years(items, words) {
  const places = new Map(items.flatMap(({ twin }) => twin.disclosures).map((each) => [each.disclosure_id, each]));
  const ordered = [...places.values()].sort(inOrder);
  const shown = ordered.slice(0, MOST_ROWS);
  const left = ordered.length - shown.length;
  return [...new Set(shown.map(({ year }) => year))].map((year) => ({
    title: say(words.budgets_of, { year }),
    note: left > 0 && year === shown.at(-1).year ? say(words.only_first, { count: MOST_ROWS, left }) : "",
    rows: shown.filter((each) => each.year === year).map((each) => placeRow(each, items, words)),
  }));
}

const inOrder = (one, other) => other.year - one.year || (one.disclosure_id < other.disclosure_id ? -1 : 1);

function placeRow({ disclosure_id: id, township_id: township, township: name, year }, items, words) {
  return {
    label: name,
    url: pageAddress(`/townships/${township}/${year}/`),
    cells: items.map(({ twin }) => {
      const sum = twin.disclosures.find((each) => each.disclosure_id === id);
      const own = twin.projects.filter((each) => each.project_id.replace(/-[^-]+$/, "") === id);
      const projects = own.map((each) => ({ id: each.project_id, name: each.name, budget_wan: each.budget_wan }));
      return sum ? makeSum(sum, projects, sum.money_unit_basis === "inferred", words) : { why: words.no_programme };
    }),
  };
}
