// Suggestions below the search box: a combobox with a list in groups (WAI-ARIA 1.2).

import { makeElement, markText } from "./search-excerpt.js";
import { ROOT, pageAddress } from "./search-files.js";
import { findNames } from "./search-names.js";

const PER_KIND = 4;
const IN_ENGLISH = document.documentElement.lang.startsWith("en");

export class Suggestions {
  constructor(input) {
    this.input = input;
    this.form = input.form;
    this.strings = JSON.parse(this.form.dataset.suggest);
    this.list = makeElement("div", { id: "suggestions", role: "listbox", "aria-label": this.strings.label });
    this.list.className = "suggestions";
    this.status = makeElement("span", { class: "visually-hidden", role: "status" });
    this.options = [];
    this.at = -1;
    this.run = 0;
    this.close();
    const attributes = { role: "combobox", "aria-autocomplete": "list", "aria-controls": "suggestions" };
    for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
    this.form.append(this.list, this.status);
    this.styled = loadStyles();
    this.listen();
  }

  listen() {
    const { input, list, form } = this;
    input.addEventListener("input", (event) => event.isComposing || this.ask());
    input.addEventListener("compositionend", () => this.ask());
    input.addEventListener("keydown", (event) => this.press(event));
    input.addEventListener("focus", () => this.ask());
    list.addEventListener("mousedown", (event) => event.preventDefault()); // the focus stays in the box
    form.addEventListener("focusout", (event) => form.contains(event.relatedTarget) || this.close());
    form.addEventListener("submit", () => this.close());
  }

  async ask() {
    const run = (this.run += 1);
    const query = this.input.value.trim();
    try {
      const [names] = await Promise.all([findNames(query), this.styled]);
      if (run === this.run && document.activeElement === this.input) this.show(query, names);
    } catch {
      this.close(); // the form still works
    }
  }

  show(query, names) {
    if (query === "") {
      this.close();
      return;
    }
    const groups = this.strings.kinds.map(([kind, label]) => {
      const chosen = names.filter((name) => name.kind === kind).slice(0, PER_KIND);
      return chosen.length > 0 ? this.makeGroup(kind, label, chosen, query) : "";
    });
    const everywhere = makeElement("span", {}, this.strings.everywhere.replace("{query}", () => query));
    this.list.replaceChildren(...groups, makeOption(this.searchAddress({ q: query }), everywhere));
    this.options = [...this.list.querySelectorAll("[role=option]")];
    this.options.forEach((option, place) => (option.id = `suggestion-${place}`));
    this.list.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
    this.status.textContent = this.strings.count.replace("{count}", this.options.length - 1);
    this.choose(-1);
  }

  makeGroup(kind, label, names, query) {
    const id = `suggestions-${kind}`;
    const options = names.map((name) => this.makeSuggestion(name, query));
    const head = makeElement("div", { id, class: "suggestion-kind", role: "presentation" }, label);
    return makeElement("div", { role: "group", "aria-labelledby": id }, head, ...options);
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

  /** The option at this place; none before the first and after the last. */
  choose(place) {
    this.options[this.at]?.setAttribute("aria-selected", "false");
    this.at = place < this.options.length ? place : -1;
    const option = this.options[this.at];
    if (!option) {
      this.input.removeAttribute("aria-activedescendant");
      return;
    }
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", option.id);
  }

  close() {
    this.run += 1;
    this.list.hidden = true;
    this.status.textContent = "";
    this.input.setAttribute("aria-expanded", "false");
    this.choose(-1);
  }
}

function makePart(tag, lang, text, query) {
  return makeElement(tag, { lang }, ...markText(text, [query]));
}

function makeOption(href, ...parts) {
  return makeElement("a", { href, role: "option", tabindex: "-1", "aria-selected": "false" }, ...parts);
}

/** The look of the list, which no page needs before the box is used. */
function loadStyles() {
  const link = makeElement("link", { rel: "stylesheet", href: new URL("./search-suggest.css", import.meta.url).href });
  return new Promise((resolve) => {
    link.onload = link.onerror = resolve;
    document.head.append(link);
  });
}
