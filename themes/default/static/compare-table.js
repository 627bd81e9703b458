// Columns side by side. Each is a table of its own (generator/pages/columns); its rows say which of them belong together.

import { makeElement } from "./elements.js";

export function readTable(text) {
  const table = makeElement("table", {});
  table.innerHTML = text;
  return table;
}

/** The cells that name a column: the head, the same for narrow screens, the same for the list of what is chosen. */
export const namesOf = (table) => table.tHead.rows[0].cells;

/** `columns`: `{url, year?, township?, lack?, table}`; `lack` says of one that is cut off why rows are missing. */
export function fillTable(table, columns, words) {
  const differ = (key) => new Set(columns.map((column) => column[key])).size > 1;
  const unwanted = (differ("township") ? ".within" : ".across") + (differ("year") ? "" : ",.year");
  const tables = columns.map((column) => readTable(column.table));
  for (const element of tables.flatMap((each) => [...each.querySelectorAll(unwanted)])) element.remove();
  const whos = tables.map((each) => namesOf(each)[1].firstChild);
  const around = { columns, words, whos };
  const parts = align(tables.map(({ tBodies }) => [...tBodies]), "part").map((bodies) => makePart(bodies, around));
  const heads = makeElement("tr", {}, makeElement("td", {}), ...tables.map((each) => namesOf(each)[0]));
  table.replaceChildren(table.caption, makeElement("thead", {}, heads), ...parts);
}

/** What has the same `data-…` in several columns: for each value the items of every column, in their order. */
function align(lists, key) {
  const found = new Map();
  lists.forEach((list, place) => {
    for (const item of list) {
      const value = item.dataset[key];
      if (!found.has(value)) found.set(value, lists.map(() => []));
      found.get(value)[place].push(item);
    }
  });
  const order = (places) => places.flat()[0].dataset.order ?? "";
  return [...found.values()].sort((one, other) => order(one).localeCompare(order(other)));
}

function makePart(bodies, around) {
  const [first] = bodies.flat();
  const [head] = first.rows;
  const topics = align(bodies.map((body) => body.flatMap(({ rows }) => [...rows].slice(1))), "topic");
  const shown = "shared" in first.dataset ? keepShared(topics, head) : topics;
  head.cells[0].colSpan = around.columns.length + 1;
  return makeElement("tbody", {}, head, ...shown.flatMap((places) => makeTopic(places, around)));
}

/** The topics of more than one column; the last row of each column, which all have, says how many values are left. */
function keepShared(topics, head) {
  const shared = topics.filter((places) => places.filter(({ length }) => length > 0).length > 1);
  shared.at(-1).forEach(([rest], place) => {
    const left = topics.filter((each) => !shared.includes(each)).flatMap((each) => each[place]);
    rest.querySelector("b").textContent = left.reduce((sum, { dataset }) => sum + Number(dataset.count), 0);
  });
  if (shared.length > 1) head.querySelector(".note").remove();
  return shared;
}

/** Rows without a key are not to be compared; they are shown where there are no others. */
function makeTopic(places, around) {
  const lines = align(places, "key");
  const compared = lines.filter((line) => line.flat()[0].dataset.key);
  return (compared.length > 0 ? compared : lines).map((line) => makeRow(line, places, around));
}

function makeRow(line, places, { columns, whos, words }) {
  const [first] = line.flat();
  const cells = columns.map((column, place) => {
    const cell = line[place][0]?.cells[1] ?? explain(first, places[place], column, words);
    cell.prepend(whos[place].cloneNode(true));
    return cell;
  });
  return makeElement("tr", {}, first.cells[0].cloneNode(true), ...cells);
}

/** Why a column has nothing in this line; `own` are its rows of the same topic. */
function explain({ dataset }, own, { url, lack = dataset.lack }, words) {
  const other = own.find((row) => row.dataset.key);
  if (own.length > 0 && !other) return own[0].cells[1].cloneNode(true);
  const reason = makeElement("div", { class: "quiet" }, words[other ? dataset.instead : lack]);
  if (other?.dataset.anchor) {
    const unit = other.querySelector("th small").cloneNode(true);
    reason.append(" ", makeElement("a", { href: `${url}#${other.dataset.anchor}`, class: "compare-from" }, ...unit.childNodes));
  }
  return makeElement("td", {}, reason);
}
