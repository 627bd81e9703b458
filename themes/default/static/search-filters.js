// The filters of the search page: the values they offer, each with the number of hits it would leave.

import { makeElement } from "./elements.js";
import { readJson } from "./search-files.js";
import { FACETS } from "./search-index.js";

export class Filters {
  constructor(form) {
    this.form = form;
    const wordsOf = ({ options }) => Object.fromEntries([...options].slice(1).map(({ value, text }) => [value, text]));
    this.words = Object.fromEntries(FACETS.map((facet) => [facet, wordsOf(form.elements[facet])]));
  }

  /** What is not the same on every site. Without it the page shows ids; that is no reason to fail. */
  async load() {
    this.loading ??= readJson(`search/labels.${document.documentElement.lang}.json`).catch(() => ({}));
    Object.assign(this.words, await this.loading);
  }

  /** Offer the values that lead to hits; before a search, all values. Returns whether there are any. */
  offer(chosen, counts) {
    let any = false;
    for (const facet of FACETS) {
      const select = this.form.elements[facet];
      const words = this.words[facet];
      const found = counts?.[facet] ?? words;
      const known = Object.keys(words).filter((id) => id in found);
      const offered = new Set([...known, ...Object.keys(found).sort(), chosen[facet] ?? ""]);
      offered.delete("");
      const options = [...offered].map((id) => {
        const number = counts ? ` (${found[id] ?? 0})` : "";
        return makeElement("option", { value: id }, (words[id] ?? id) + number);
      });
      select.replaceChildren(select.options[0], ...options);
      select.value = chosen[facet] ?? "";
      select.parentElement.hidden = offered.size === 0;
      any ||= offered.size > 0;
    }
    return any;
  }
}
