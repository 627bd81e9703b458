// Suggestions below the search box: names in groups, and the search over all text.

import { Combobox, makeOption } from "./combobox.js";
import { makeElement } from "./elements.js";
import { markText } from "./search-excerpt.js";
import { pageAddress } from "./search-files.js";
import { findNames } from "./search-names.js";

const PER_KIND = 4;
const IN_ENGLISH = document.documentElement.lang.startsWith("en");

export class Suggestions extends Combobox {
  constructor(input) {
    const strings = JSON.parse(input.form.dataset.suggest);
    super(input, "suggestion", strings.label);
    this.strings = strings;
  }

  find(query) {
    return findNames(query);
  }

  show(query, names) {
    if (query === "") {
      this.close();
      return;
    }
    const groups = this.strings.kinds.map(([kind, label]) => {
      const chosen = names.filter((name) => name.kind === kind).slice(0, PER_KIND);
      return chosen.length > 0 ? this.makeGroup(kind, label, chosen.map((name) => this.makeSuggestion(name, query))) : "";
    });
    const everywhere = makeElement("span", {}, this.strings.everywhere.replace("{query}", () => query));
    this.open([...groups, makeOption(this.searchAddress({ q: query }), everywhere)]);
    this.status.textContent = this.strings.count.replace("{count}", this.options.length - 1);
  }

  makeSuggestion({ kind, text, url, note, form }, query) {
    if (url === "") {
      const count = makeElement("small", {}, this.strings.projects.replace("{count}", note));
      return makeOption(this.searchAddress({ q: text, kind }), makePart("b", "zh-CN", text, query), count);
    }
    const isPrinted = kind === "township" || kind === "project";
    const [title, more] = IN_ENGLISH && !isPrinted ? [note, text] : [text, note];
    const parts = [
      makePart("b", title === text ? "zh-CN" : "en", title, query),
      makePart("small", isPrinted || more === text ? "zh-CN" : "en", more, query),
    ];
    // A township found by another of its names shows that name.
    if (isPrinted && !form.endsWith(text)) parts.splice(1, 0, makePart("i", "zh-CN", form, query));
    return makeOption(pageAddress(url), ...parts);
  }

  searchAddress(state) {
    return `${this.form.action}?${new URLSearchParams(state)}`;
  }
}

function makePart(tag, lang, text, query) {
  return makeElement(tag, { lang }, ...markText(text, [query]));
}
