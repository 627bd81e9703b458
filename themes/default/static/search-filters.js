// The filters of the search page: the values they offer, each with the number of hits it would leave.

import { makeElement } from "./elements.js";
import { readJson } from "./search-files.js";

const LANGUAGE = document.documentElement.lang;

const selects = [...document.querySelectorAll("[data-search-filters] select")];
const words = Object.fromEntries(
  selects.map(({ name, options }) => [name, Object.fromEntries([...options].slice(1).map((each) => [each.value, each.text]))]),
);
const names = {}; // of townships and counties that were among the hits
let loading = null;

/** What editors define. Without it the page shows ids; that is no reason to fail. */
export async function loadWords() {
  loading ??= readJson(`search/labels.${LANGUAGE}.json`).catch(() => ({}));
  Object.assign(words, await loading);
}

export const wordOf = (facet, id) => words[facet][id] ?? names[id] ?? id;

/** What the reader has chosen: facet → id. */
export const readChoice = (asked) => Object.fromEntries(selects.flatMap(({ name }) => (asked[name] ? [[name, asked[name]]] : [])));

export function clearChoice() {
  for (const select of selects) select.value = "";
}

/**
 * Offer the values that lead to hits, and all that have words where hits are not counted or nothing is asked yet.
 * Returns whether there are any.
 */
export function offer(chosen, counts = {}) {
  for (const select of selects) {
    const facet = select.name;
    const found = counts[facet];
    for (const [id, each] of Object.entries(found ?? {})) names[id] ??= LANGUAGE === "en" ? each.names.at(-1) : each.names[0];
    const known = Object.keys(words[facet]).filter((id) => !found || id in found);
    const offered = new Set([...known, ...Object.keys(found ?? {}).sort(), chosen[facet] ?? ""]);
    offered.delete("");
    const options = [...offered].map((id) => {
      const number = found ? ` (${found[id]?.count ?? 0})` : "";
      return makeElement("option", { value: id }, wordOf(facet, id) + number);
    });
    select.replaceChildren(select.options[0], ...options);
    select.value = chosen[facet] ?? "";
    select.parentElement.hidden = options.length === 0;
  }
  return selects.some((select) => !select.parentElement.hidden);
}
