// The search page: form, address and results.

import { chooseTexts, makeElement, markText } from "./search-excerpt.js";
import { FACETS, ROOT, find, readJson } from "./search-index.js";
import { tokenise } from "./search-tokens.js";

export { find, tokenise };

const PAGE_SIZE = 20;
const EXCERPT_MARGIN = 36; // characters shown before and after what was found
const TYPING_PAUSE = 300; // milliseconds

class SearchPage {
  constructor(results) {
    this.results = results;
    this.form = document.querySelector("[data-search-form]");
    this.status = document.querySelector("[data-search-status]");
    this.more = document.querySelector("[data-more]");
    this.strings = JSON.parse(document.getElementById("search-strings").textContent);
    this.labels = {};
    this.run = 0;
    this.typing = false;
    this.hits = [];
    this.needles = [];
  }

  start() {
    this.listen();
    this.readAddress();
  }

  /** Without its labels the page shows ids; that is no reason to fail. */
  async loadLabels() {
    this.loading ??= readJson("search/labels.json").catch(() => ({}));
    this.labels = await this.loading;
  }

  listen() {
    let pause;
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      clearTimeout(pause);
      this.enter({ typing: false });
    });
    this.form.elements.q.addEventListener("input", (event) => {
      clearTimeout(pause);
      if (!event.isComposing) pause = setTimeout(() => this.enter({ typing: true }), TYPING_PAUSE);
    });
    this.form.elements.q.addEventListener("compositionend", () => {
      clearTimeout(pause);
      pause = setTimeout(() => this.enter({ typing: true }), TYPING_PAUSE);
    });
    for (const facet of FACETS) {
      this.form.elements[facet].addEventListener("change", () => this.enter({ typing: false }));
    }
    this.more.addEventListener("click", () => this.showMore());
    addEventListener("popstate", () => this.readAddress());
  }

  /** The address decides what the form holds: on arrival, and when the reader goes back or forward. */
  readAddress() {
    this.typing = false;
    const asked = new URLSearchParams(location.search);
    this.form.elements.q.value = asked.get("q") ?? "";
    const chosen = Object.fromEntries(FACETS.map((facet) => [facet, asked.get(facet) ?? ""]));
    this.fillSelects(chosen);
    this.search(chosen);
  }

  /** The form decides the address. While one query is being typed, it stays one step of the history. */
  enter({ typing }) {
    const asked = [...new FormData(this.form)].filter(([, value]) => value.trim() !== "");
    const address = new URL(location.pathname, location.href);
    address.search = new URLSearchParams(asked);
    if (address.href !== location.href) {
      history[typing && this.typing ? "replaceState" : "pushState"](null, "", address);
    }
    this.typing = typing;
    const { q: _, ...chosen } = Object.fromEntries(asked);
    this.search(chosen);
  }

  async search(chosen) {
    this.run += 1;
    const run = this.run;
    const query = this.form.elements.q.value.trim();
    const asksNothing = tokenise(query).length === 0;
    if (!asksNothing) this.setState("loading", this.strings.loading);
    await this.loadLabels();
    try {
      const answer = asksNothing ? { hits: [], needles: [] } : await find(query, chosen);
      const items = await this.makeItems(answer.hits.slice(0, PAGE_SIZE), answer.needles);
      if (run !== this.run) return;
      this.hits = answer.hits;
      this.needles = answer.needles;
      this.fillSelects(chosen, answer.counts);
      if (asksNothing) this.show("idle", items, this.strings.idle);
      else this.show(answer.hits.length > 0 ? "done" : "empty", items, this.describe(query));
    } catch (error) {
      if (run !== this.run) return;
      console.error(error);
      this.show("error", [], this.strings.error);
    }
  }

  describe(query) {
    const quoted = (text) => this.strings.quote.replace("{text}", () => text);
    const count = String(this.hits.length);
    if (this.hits.length === 0) return this.strings.empty.replace("{query}", () => quoted(query));
    if (this.needles.length === 1) return this.strings.done.replace("{count}", count);
    return this.strings.words
      .replace("{count}", count)
      .replace("{words}", () => this.needles.map(quoted).join(this.strings.comma))
      .replace("{query}", () => quoted(query));
  }

  show(state, items, sentence) {
    if (state === "error") this.hits = [];
    this.results.replaceChildren(...items);
    this.results.dataset.total = String(this.hits.length);
    this.setState(state, sentence);
    this.more.hidden = this.results.children.length >= this.hits.length;
  }

  setState(state, sentence) {
    this.results.dataset.state = state;
    this.results.setAttribute("aria-busy", String(state === "loading"));
    this.status.textContent = sentence;
  }

  async showMore() {
    const { run } = this;
    const shown = this.results.children.length;
    this.more.disabled = true;
    try {
      const items = await this.makeItems(this.hits.slice(shown, shown + PAGE_SIZE), this.needles);
      if (run !== this.run) return;
      this.results.append(...items);
      this.more.hidden = this.results.children.length >= this.hits.length;
      items[0].querySelector("a").focus();
    } catch (error) {
      console.error(error);
      if (run === this.run) this.setState("error", this.strings.error);
    } finally {
      this.more.disabled = false;
    }
  }

  makeItems(hits, needles) {
    return Promise.all(hits.map(async (hit) => this.makeItem(hit, await hit.load(), needles)));
  }

  makeItem(hit, { title, place, texts }, needles) {
    const href = new URL(hit.url.slice(1), ROOT).pathname;
    const about = [this.labelOf("kind", hit.kind), place].filter((part) => part).join(" · ");
    const cells = texts.filter((text) => text !== title);
    return makeElement(
      "li",
      { class: "search-hit" },
      makeElement("a", { href, "data-result": "" }, ...markText(title, needles)),
      makeElement("p", { class: "search-place" }, about),
      ...chooseTexts(cells, needles).map((text) => this.makeExcerpt(text, needles)),
    );
  }

  makeExcerpt(text, needles) {
    return makeElement("p", { class: "search-excerpt" }, ...markText(text, needles, EXCERPT_MARGIN));
  }

  labelOf(facet, value) {
    return this.labels[facet]?.[value] ?? value;
  }

  /** Offer the values that lead to hits, with their number; before a search, all values. */
  fillSelects(chosen, counts) {
    for (const facet of FACETS) {
      const select = this.form.elements[facet];
      const value = chosen[facet] ?? "";
      const known = Object.keys(this.labels[facet] ?? {});
      const found = counts ? [...counts[facet].keys()].sort() : known;
      const offered = known.filter((id) => found.includes(id));
      offered.push(...found.filter((id) => !offered.includes(id)));
      if (value && !offered.includes(value)) offered.push(value);
      const options = offered.map((id) => {
        const number = counts ? ` (${counts[facet].get(id) ?? 0})` : "";
        return makeElement("option", { value: id }, this.labelOf(facet, id) + number);
      });
      select.replaceChildren(select.options[0], ...options);
      select.value = value;
    }
  }
}

const results = document.querySelector("[data-results]");
if (results) new SearchPage(results).start();
