// Projects side by side, from their twins (`/projects/…/index.json`).

import { group, lineLink, say } from "./compare-table.js";
import { pageAddress } from "./search-files.js";

const SIGNS = { ">=": "≥", "<=": "≤", ">": ">", "<": "<", "=": "=" };
const DATES = ["mar", "jun", "oct", "dec"];
const PER_HEAD = "A05"; // the check that divides a budget by the only population of a table

export async function load(id, readJson) {
  const twin = await readJson(`projects/${id}/index.json`);
  return { name: twin.name, place: twin.township, year: twin.year, url: `/projects/${id}/`, twin };
}

export function makeGroups(items, words) {
  const rows = (list, cell) => list.map(([label, key]) => ({ label, cells: items.map(({ twin }) => cell(twin, key)) }));
  const amounts = [[words.budget, "total"], [words.fiscal, "fiscal"], [words.other, "other"]];
  return [
    {
      title: words.about,
      rows: [
        { label: words.programme, cells: items.map(({ twin }) => programme(twin, words)) },
        { label: words.purpose, cells: items.map(({ twin }) => text(twin, twin.purpose, words)) },
      ],
    },
    {
      title: words.money,
      isDated: true,
      rows: [...rows(amounts, (twin, key) => amount(twin, key, words)), ...perHead(items, words)],
    },
    {
      title: words.plan,
      isDated: true,
      rows: rows(DATES.map((date) => [words.dates[date], date]), (twin, date) => share(twin, date, words)),
    },
    { title: words.targets, isDated: true, ...targets(items, words) },
  ];
}

function programme({ derived }, words) {
  if (!derived.programme) return { why: words.no_programme_of };
  const url = pageAddress(`/programmes/${derived.programme}/`);
  return { values: [{ text: "", links: [{ label: words.programmes[derived.programme], url }] }] };
}

/** Why there is no value: the document has no such cell, or an empty one. */
const lacking = (cell, words) => ({ why: cell === undefined ? words.absent : words.blank });

const source = (twin, words) => [lineLink(twin, twin.line, words)];

function text(twin, cell, words) {
  return cell ? { values: [{ text: cell, isProse: true, links: source(twin, words) }] } : lacking(cell, words);
}

/** In 万元, with what is printed where that is 元. */
function amount(twin, key, words) {
  const cell = twin.budget?.[key];
  if (!cell) return lacking(cell, words);
  const unit = twin.budget.unit ?? twin.money_unit;
  const isConverted = unit !== "万元";
  const inWan = key === "total" ? twin.derived.budget_wan : twin.derived[`${key}_wan`];
  const notes = [isConverted && printedNote(`${cell} ${unit}`, words)];
  if (!twin.budget.unit && twin.money_unit_basis === "inferred") notes.push(words.inferred);
  return {
    values: [{ text: isConverted ? group(inWan) : cell, unit: "万元", notes, links: source(twin, words) }],
  };
}

const printedNote = (cell, words) => say(words.printed, { value: cell });

/** The budget for each person, household or village, where the table prints one population only. */
function perHead(items, words) {
  const found = items.map(({ twin }) => {
    const finding = (twin.findings ?? []).find(({ rule }) => rule === PER_HEAD);
    const [, sign, each, base] = finding?.computation.match(/([=≈]) ([^=≈/]+)\/([^/]+)$/) ?? [];
    return base && { twin, finding, base, text: `${sign} ${each}/${base}` };
  });
  const bases = [...new Set(found.filter(Boolean).map(({ base }) => base))];
  return bases.map((base) => ({
    label: words.each[base] ?? base,
    cells: found.map((each) => {
      if (!each) return { why: words.no_each };
      if (each.base !== base) return { why: words.other_base };
      const lines = new Set(each.finding.facts.map(({ line }) => line));
      const links = [...lines].map((line) => lineLink(each.twin, line, words));
      return { values: [{ text: each.text, notes: [each.finding.computation], links }] };
    }),
  }));
}

function share(twin, date, words) {
  const cell = twin.plan?.[date];
  if (!cell) return lacking(cell, words);
  const percent = twin.derived.plan_pct[date];
  const unit = { wan: "万元", yuan: "元" }[twin.plan_unit];
  if (!percent) return { why: words.no_share, links: source(twin, words) };
  const notes = unit ? [printedNote(`${cell} ${unit}`, words)] : [];
  return { values: [{ text: `${percent}%`, notes, links: source(twin, words) }] };
}

/**
 * Rows of the same family, or with the same printed name, side by side where they have the same measure. Groups of one
 * to four persons are not put side by side across townships.
 */
function targets(items, words) {
  const isAcross = new Set(items.map(({ twin }) => twin.township_id)).size > 1;
  const topics = new Map();
  items.forEach(({ twin }, place) => {
    for (const row of twin.indicators.filter(({ name, target }) => name || target)) {
      const key = row.derived.family ?? squeeze(row.name);
      if (!topics.has(key)) topics.set(key, items.map(() => []));
      topics.get(key)[place].push({ ...row, isHidden: isAcross && row.derived.is_small_group });
    }
  });
  const shared = [...topics.values()].filter((places) => places.filter((rows) => rows.length > 0).length > 1);
  const left = items.map((_, place) => [...topics.values()].filter((each) => !shared.includes(each)).flatMap((each) => each[place]).length);
  return {
    note: shared.length === 0 ? words.nothing_shared : "",
    rows: [...shared.flatMap((places) => measures(places, items, words)), rest(items, left, words)],
  };
}

const squeeze = (name) => name.replace(/\s/g, "");

/** What two values must have in common to stand side by side. */
const measureOf = (row) => row.derived.measure?.family ?? row.reading.kind;

function measureLabel({ derived: { measure }, reading }, words) {
  if (!measure) return words.kinds[reading.kind];
  return measure.family.startsWith("change:") ? say(words.changed, { unit: measure.unit }) : measure.unit;
}

function measures(places, items, words) {
  const first = places.flat()[0];
  const { family } = first.derived;
  const shown = places.map((rows) => rows.filter(({ isHidden }) => !isHidden));
  const kinds = new Map(shown.flat().map((row) => [measureOf(row), measureLabel(row, words)]));
  const label = family ? words.families[family] : first.name;
  return [...(kinds.size > 0 ? kinds : new Map([["", ""]]))].map(([kind, unit]) => ({
    label,
    unit,
    url: family && pageAddress(`/indicators/${family}/`),
    cells: places.map((rows, place) => targetCell(rows, shown[place], kind, items[place].twin, words)),
  }));
}

function targetCell(rows, shown, kind, twin, words) {
  const page = pageAddress(`/projects/${twin.id}/`);
  const wanted = shown.filter((row) => measureOf(row) === kind);
  if (wanted.length > 0) return { values: wanted.map((row) => targetValue(row, twin, words)) };
  if (shown.length > 0) {
    const url = `${page}#row-${shown[0].id.split("-").at(-1)}`;
    return { why: words.other_measure, links: [{ label: measureLabel(shown[0], words), url }] };
  }
  if (rows.length > 0) return { why: words.small, links: [{ label: words.project_page, url: page }] };
  return { why: words.no_family };
}

function targetValue(row, twin, words) {
  const { family, measure } = row.derived;
  const notes = [];
  if (measure) {
    const ends = [measure.value, measure.value_max].filter(Boolean).map(group).join("–");
    const read = `${SIGNS[measure.op]}${ends}${measure.unit}`;
    // A bare number is read as equal; that alone is not worth a note.
    if (squeeze(row.target) !== read.replaceAll(",", "").replace(/^=/, "")) notes.push(say(words.read, { value: read }));
  }
  if (family && row.name !== words.families[family]) notes.push(row.name);
  return { text: row.target ? row.target : words.blank, notes, links: [lineLink(twin, row.line, words)] };
}

function rest(items, left, words) {
  const cells = items.map(({ twin }, place) => {
    const url = pageAddress(`/projects/${twin.id}/`) + "#indicators";
    return { values: [{ text: String(left[place]), links: [{ label: words.project_page, url }] }] };
  });
  return { label: words.rest, isCount: true, cells };
}
