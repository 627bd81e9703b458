// Townships side by side, each in one year, from the twins of their pages (`/townships/…/index.json`).

import { countNote, makeSum } from "./compare-sums.js";
import { group, say } from "./compare-table.js";
import { pageAddress } from "./search-files.js";

/** `id`: a township in its latest year, or with the year: `130324-shuangwang-2024`. */
export async function load(id, readJson) {
  const [, named, asked] = id.match(/^(.+)-((?:19|20)\d\d)$/) ?? [];
  const township = named ?? id;
  const about = await readJson(`townships/${township}/index.json`);
  const years = about.disclosures.map(({ year }) => year);
  const year = asked ?? years.at(-1);
  const twin = await readJson(`townships/${township}/${year}/index.json`);
  const summary = about.disclosures.find((each) => each.year === year);
  const url = `/townships/${township}/${year}/`;
  return { name: about.name, place: about.county, year, years, township, url, about, summary, twin };
}

export function makeGroups(items, words) {
  const row = (label, cell) => ({ label, cells: items.map(cell) });
  return [
    {
      title: words.about,
      rows: [
        row(words.villages, (item) => villages(item, words)),
        row(words.projects, (item) => count(item, item.summary.projects, words)),
        row(words.indicators, (item) => count(item, item.summary.indicators, words)),
      ],
    },
    { title: words.money, isDated: true, rows: [row(words.budget_sum, (item) => total(item, words))] },
    { title: words.by_programme, isDated: true, rows: [...programmes(items, words), others(items, words)] },
  ];
}

const isInferred = ({ twin }) => twin.money_unit_basis === "inferred";

function villages({ about, township }, words) {
  if (!about.villages) return { why: words.absent };
  return { values: [{ text: about.villages, links: [pageLink(`/townships/${township}/`, words.township_page)] }] };
}

const count = (item, number, words) => ({ values: [{ text: group(String(number)), links: [yearLink(item, words)] }] });

const yearLink = ({ url, year }, words) => pageLink(url, say(words.year, { year }));

const pageLink = (url, label) => ({ url: pageAddress(url), label });

function total(item, words) {
  const { summary } = item;
  if (summary.budget_count === 0) return { why: words.no_budget, links: [yearLink(item, words)] };
  const notes = [countNote(summary, words), isInferred(item) && words.inferred];
  const links = [pageLink(`${item.url}#projects`, words.projects)];
  return { values: [{ text: group(summary.budget_wan), unit: "万元", notes, links }] };
}

/** A row for each programme that one of them has, in the order of the vocabulary. */
function programmes(items, words) {
  const has = (id) => items.some(({ twin }) => twin.programmes.some(({ programme }) => programme === id));
  return Object.keys(words.programmes).filter(has).map((id) => ({
    label: words.programmes[id],
    url: pageAddress(`/programmes/${id}/`),
    cells: items.map((item) => {
      const sum = item.twin.programmes.find(({ programme }) => programme === id);
      const projects = item.twin.projects.filter(({ programme }) => programme === id);
      return sum ? makeSum(sum, projects, isInferred(item), words) : { why: words.no_programme };
    }),
  }));
}

function others(items, words) {
  const cells = items.map((item) => count(item, item.twin.projects.filter(({ programme }) => !programme).length, words));
  return { label: words.other_projects, isCount: true, cells };
}
