// Suggestions below a search box: a combobox (WAI-ARIA 1.2) with names in groups, and the search over all text.

import { fill, makeElement } from "./elements.js";
import { pageAddress } from "./search-files.js";
import { findNames, findStart } from "./search-names.js";
import { locateTokens, tokenise } from "./search-tokens.js";

/** The look of the list, which no page needs before a box is used. */
const styled = new Promise((resolve) => {
  const link = makeElement("link", { rel: "stylesheet", href: new URL("./search-suggest.css", import.meta.url) });
  link.onload = link.onerror = resolve;
  document.head.append(link);
});
const IN_ENGLISH = document.documentElement.lang.startsWith("en");

export class Suggestions {
  /** `name` begins the ids; of each kind not more than `most` are shown. */
  constructor(input, name = "suggestion", strings = JSON.parse(input.form.dataset.suggest), most = 4) {
    Object.assign(this, { input, form: input.form, name, strings, most, options: [], run: 0 });
    this.list = makeElement("div", { id: name, role: "listbox", "aria-label": strings.label, class: "suggestions" });
    this.status = makeElement("span", { class: "visually-hidden", role: "status" });
    const attributes = { role: "combobox", "aria-autocomplete": "list", "aria-controls": name };
    for (const [key, value] of Object.entries(attributes)) input.setAttribute(key, value);
    this.form.append(this.list, this.status);
    this.close();
    this.listen();
  }

  listen() {
    const { input, list, form } = this;
    input.addEventListener("input", (event) => event.isComposing || this.ask());
    for (const moment of ["compositionend", "focus"]) input.addEventListener(moment, () => this.ask());
    input.addEventListener("keydown", (event) => this.press(event));
    list.addEventListener("mousedown", (event) => event.preventDefault()); // the focus stays in the box
    form.addEventListener("focusout", (event) => form.contains(event.relatedTarget) || this.close());
    form.addEventListener("submit", () => this.close());
  }

  press(event) {
    const isOpen = !this.list.hidden;
    if (event.isComposing) return;
    if (event.key === "Escape" && isOpen) this.close();
    else if (event.key === "Enter" && isOpen && this.at >= 0) this.options[this.at].click();
    else if (event.key === "ArrowDown") isOpen ? this.choose(this.at + 1) : this.ask();
    else if (event.key === "ArrowUp" && isOpen) this.choose(this.at < 0 ? this.options.length - 1 : this.at - 1);
    else return;
    event.preventDefault();
  }

  async ask() {
    const run = (this.run += 1);
    const query = this.input.value.trim();
    try {
      const [names] = await Promise.all([findNames(query), styled]);
      if (run === this.run && document.activeElement === this.input) this.show(query, names);
    } catch {
      this.close(); // a page is complete without suggestions
    }
  }

  show(query, names) {
    const everywhere = makeElement("span", {}, fill(this.strings.everywhere, { query }));
    if (query === "") this.close();
    else this.open(this.makeGroups(query, names), makeOption(this.searchAddress({ q: query }), everywhere));
  }

  /** Shows groups of names, says how many there are, and what else can be chosen; closes where there is nothing. */
  open(groups, ...more) {
    this.list.replaceChildren(...groups, ...more);
    this.options = [...this.list.querySelectorAll("a")];
    this.options.forEach((option, place) => (option.id = `${this.name}-${place}`));
    const count = this.options.length;
    this.list.hidden = count === 0;
    this.status.textContent = count === 0 ? "" : fill(this.strings.count, { count: count - more.length });
    this.input.setAttribute("aria-expanded", count > 0);
    this.choose(-1);
  }

  close() {
    this.run += 1;
    this.open([]);
  }

  /** The option at this place; none before the first and after the last. */
  choose(place) {
    this.options[this.at]?.setAttribute("aria-selected", false);
    const option = this.options[place];
    this.at = option ? place : -1;
    this.input.removeAttribute("aria-activedescendant");
    if (!option) return;
    option.setAttribute("aria-selected", true);
    option.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", option.id);
  }

  makeGroups(query, names) {
    return this.strings.kinds.flatMap(([kind, label]) => {
      const chosen = names.filter((name) => name.kind === kind).slice(0, this.most);
      return chosen.length > 0 ? makeGroup(label, chosen.map((name) => this.makeName(name, query))) : [];
    });
  }

  makeName(name, query) {
    const { kind, text, url, note, form } = name;
    const isPrinted = kind === "township" || kind === "project";
    const about = url === "" ? fill(this.strings.projects, { count: note }) : note;
    const [title, more] = IN_ENGLISH && !isPrinted ? [about, text] : [text, about];
    // A township found by another of its names shows that name.
    const other = isPrinted && !form.endsWith(text) ? [makePart("i", form, query)] : [];
    return makeOption(this.addressOf(name), makePart("b", title, query), ...other, makePart("small", more, query));
  }

  /** Where a name leads; one that several projects share, to the search. */
  addressOf({ kind, text, url }) {
    return url === "" ? this.searchAddress({ q: text, kind }) : pageAddress(url);
  }

  searchAddress(state) {
    return `${this.form.action}?${new URLSearchParams(state)}`;
  }
}

export function makeGroup(label, options) {
  const head = makeElement("div", { class: "suggestion-kind", "aria-hidden": true }, label);
  return makeElement("div", { role: "group", "aria-label": label }, head, ...options);
}

export function makeOption(href, ...parts) {
  return makeElement("a", { href, role: "option", tabindex: -1, "aria-selected": false }, ...parts);
}

/** A text in which the query is marked. */
function makePart(tag, text, query) {
  const lang = /\p{Script=Han}/u.test(text) ? "zh-CN" : "en";
  const signs = [...text];
  const located = locateTokens(signs);
  const wanted = tokenise(query);
  const start = findStart(located.map(({ token }) => token), wanted);
  if (start < 0) return makeElement(tag, { lang }, text);
  const [first, last] = [start, start + wanted.length - 1].map((at) => located[at].place);
  const piece = (from, to) => signs.slice(from, to).join("");
  return makeElement(tag, { lang }, piece(0, first), makeElement("mark", {}, piece(first, last + 1)), piece(last + 1));
}
