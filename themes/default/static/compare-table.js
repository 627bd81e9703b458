// The table of the page that compares, and the texts in it.

import { makeElement } from "./elements.js";
import { pageAddress } from "./search-files.js";

const IN_CHINESE = document.documentElement.lang.startsWith("zh");

// As in generator/pages/printed.py: from the figure before one Chinese sign to the last one before a Latin word.
const HAN = "[\\u2e80-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef\\u{20000}-\\u{3ffff}]";
const CHINESE = new RegExp(`([0-9.,%=≥≤+-]*${HAN}(?:[^A-Za-z]*${HAN})*)`, "u");

/** An element with a text, in which Chinese is marked on pages of another language. */
export function makeText(name, attributes, text) {
  const runs = IN_CHINESE ? [text] : text.split(CHINESE).map((run, at) => (at % 2 ? makeElement("span", { lang: "zh-CN" }, run) : run));
  return makeElement(name, attributes, ...runs);
}

/** A string of the interface with its `{…}` filled in. */
export const say = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

/** A derived number with thousands commas; its digits stay. */
export const group = (number) => number.replace(/^\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ","));

/** The line of the source, as a link. */
export function lineLink({ township_id, year }, line, words) {
  const page = pageAddress(`/townships/${township_id}/${year}/source/`);
  return { label: `${words.line}\u00a0${line}`, url: `${page}#L${line}`, isLine: true };
}

/**
 * `groups`: `{title, note?, isDated?, rows: [{label, unit?, url?, isCount?, cells}]}`, a cell for each item: `{values}` or
 * `{why, links?}`, each value `{text, unit?, isProse?, notes?, links?}`. `isMixed`: the items are of different years, and
 * dated values say which.
 */
export function makeTable(items, groups, { words, isMixed }) {
  const head = makeElement("tr", {}, makeElement("td", {}), ...items.map((item) => makeHead(item, words)));
  const bodies = groups.map(({ title, note, isDated, rows }) => {
    const heading = makeElement("th", { scope: "rowgroup", colspan: items.length + 1 }, title);
    if (note) heading.append(makeText("span", { class: "note" }, note));
    const own = rows.map((row) => makeRow(row, items, isMixed && isDated && !row.isCount ? words.year : "", words));
    return makeElement("tbody", {}, makeElement("tr", { class: "group" }, heading), ...own);
  });
  const caption = makeElement("caption", { class: "visually-hidden" }, words.caption);
  return makeElement("table", { class: "compare" }, caption, makeElement("thead", {}, head), ...bodies);
}

function makeHead(item, words) {
  const link = makeText("a", { href: pageAddress(item.url) }, item.name);
  return makeElement("th", { scope: "col" }, link, " ", makePlace(item, words));
}

/** Where it is, and when. */
const makePlace = ({ place, year }, words) =>
  makeText("small", {}, [place, year && say(words.year, { year })].filter(Boolean).join(" "));

function makeRow({ label, unit, url, cells }, items, dating, words) {
  const name = url ? makeText("a", { href: url }, label) : makeText("span", {}, label);
  const head = makeElement("th", { scope: "row" }, name);
  if (unit) head.append(" ", makeText("small", {}, unit));
  const made = cells.map((cell, place) => {
    // On a narrow screen the cells stand below each other, each under its name.
    const item = items[place];
    const who = makeText("span", { class: "compare-who" }, item.name);
    who.append(" ", makePlace(item, words));
    return makeElement("td", {}, who, makeCell(cell, dating && say(dating, { year: item.year })));
  });
  return makeElement("tr", {}, head, ...made);
}

function makeCell({ values, why, links }, year) {
  if (values) return makeElement("div", {}, ...values.map((value) => makeValue(value, year)));
  const cell = makeText("div", { class: "quiet" }, why);
  cell.append(...makeLinks(links));
  return cell;
}

function makeValue({ text, unit, isProse, notes = [], links }, year) {
  const value = makeElement("p", {});
  if (text) value.append(makeText(isProse ? "span" : "b", {}, text));
  if (unit) value.append(" ", makeText("span", { class: "unit" }, unit));
  value.append(" ", makeElement("small", {}, year, ...makeLinks(links)));
  for (const note of notes.filter(Boolean)) value.append(" ", makeText("span", { class: "note" }, note));
  return value;
}

function makeLinks(links = []) {
  return links.flatMap(({ label, url, isLine }) => [
    " ",
    makeText("a", { href: url, class: isLine ? "line" : "compare-from" }, label),
  ]);
}
