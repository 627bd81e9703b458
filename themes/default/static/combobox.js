// A field with a list of options below it: a combobox (WAI-ARIA 1.2). Its subclasses say what the list offers.

import { makeElement } from "./elements.js";

export class Combobox {
  /** `name` begins the ids; `label` is what the list is called. */
  constructor(input, name, label) {
    this.input = input;
    this.form = input.form;
    this.name = name;
    this.list = makeElement("div", { id: name, role: "listbox", "aria-label": label, class: "suggestions" });
    this.status = makeElement("span", { class: "visually-hidden", role: "status" });
    this.options = [];
    this.at = -1;
    this.run = 0;
    this.close();
    const attributes = { role: "combobox", "aria-autocomplete": "list", "aria-controls": name };
    for (const [key, value] of Object.entries(attributes)) input.setAttribute(key, value);
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
      const [found] = await Promise.all([this.find(query), this.styled]);
      if (run === this.run && document.activeElement === this.input) this.show(query, found);
    } catch {
      this.close(); // a page is complete without suggestions
    }
  }

  open(children) {
    this.list.replaceChildren(...children);
    this.options = [...this.list.querySelectorAll("[role=option]")];
    this.options.forEach((option, place) => (option.id = `${this.name}-${place}`));
    this.list.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
    this.choose(-1);
  }

  makeGroup(key, label, options) {
    const id = `${this.name}-of-${key}`;
    const head = makeElement("div", { id, class: "suggestion-kind", role: "presentation" }, label);
    return makeElement("div", { role: "group", "aria-labelledby": id }, head, ...options);
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

export function makeOption(href, ...parts) {
  return makeElement("a", { href, role: "option", tabindex: "-1", "aria-selected": "false" }, ...parts);
}

let styles = null;

/** The look of the list, which no page needs before a box is used. */
function loadStyles() {
  styles ??= new Promise((resolve) => {
    const link = makeElement("link", { rel: "stylesheet", href: new URL("./search-suggest.css", import.meta.url).href });
    link.onload = link.onerror = resolve;
    document.head.append(link);
  });
  return styles;
}
