// The search page: form, address and results.

import { makeElement } from "./elements.js";
import { chooseTexts, markText } from "./search-excerpt.js";
import { pageAddress } from "./search-files.js";
import { Filters } from "./search-filters.js";
import { FACETS, find } from "./search-index.js";
import { tokenise } from "./search-tokens.js";

export { find, tokenise };

const PAGE_SIZE = 20;
const EXCERPT_MARGIN = 36; // characters shown before and after what was found
const TYPING_PAUSE = 300; // milliseconds
const IN_ENGLISH = document.documentElement.lang.startsWith("en");
const ENGLISH = /^\P{Script=Han}*[a-z]{3}\P{Script=Han}*$|[a-z]{2} [a-z]{2}/iu;

const marked = (text) => ({ lang: ENGLISH.test(text) ? "en" : "zh-CN" });

const part = (name) => document.querySelector(`[data-${name}]`);

class SearchPage {
  constructor() {
    this.results = part("results");
    this.form = part("search-form");
    this.status = part("search-status");
    this.help = part("search-help");
    this.more = part("more");
    this.clear = part("clear");
    this.strings = JSON.parse(document.getElementById("search-strings").textContent);
    this.filters = new Filters(this.form);
    this.fields = ["q", ...FACETS, "sort"].map((name) => this.form.elements[name]);
    this.run = 0;
    this.typing = false;
    this.hits = [];
    this.needles = [];
    this.panel = part("search-filters");
    this.panel.open = matchMedia("(min-width: 60rem)").matches;
    this.listen();
    this.readAddress();
  }

  listen() {
    let pause;
    const enter = (typing) => {
      clearTimeout(pause);
      pause = setTimeout(() => this.enter(typing), typing ? TYPING_PAUSE : 0);
    };
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      enter(false);
    });
    const [query, ...selects] = this.fields;
    query.addEventListener("input", (event) => (event.isComposing ? clearTimeout(pause) : enter(true)));
    query.addEventListener("compositionend", () => enter(true));
    for (const select of selects) select.addEventListener("change", () => enter(false));
    for (const button of [this.clear, part("all")]) {
      button.addEventListener("click", () => {
        for (const facet of FACETS) this.form.elements[facet].value = "";
        query.focus();
        enter(false);
      });
    }
    this.more.addEventListener("click", () => this.showMore());
    addEventListener("popstate", () => this.readAddress());
  }

  /** The address decides what the form holds: on arrival, and when the reader goes back or forward. */
  readAddress() {
    this.typing = false;
    const asked = Object.fromEntries(new URLSearchParams(location.search));
    this.filters.offer(asked);
    for (const field of this.fields) field.value = asked[field.name] ?? "";
    if (this.form.elements.sort.selectedIndex < 0) this.form.elements.sort.value = "";
    this.search(asked, history.state?.shown);
  }

  /** The form decides the address. While one query is being typed, it stays one step of the history. */
  enter(typing) {
    const asked = [...new FormData(this.form)].filter(([, value]) => value.trim() !== "");
    const address = new URL(location.pathname, location.href);
    address.search = new URLSearchParams(asked);
    if (address.href !== location.href) {
      history[typing && this.typing ? "replaceState" : "pushState"](null, "", address);
    }
    this.typing = typing;
    this.search(Object.fromEntries(asked));
  }

  async search(asked, shown = PAGE_SIZE) {
    for (const link of document.querySelectorAll(".languages a")) link.search = location.search;
    this.run += 1;
    const run = this.run;
    const query = (asked.q ?? "").trim();
    const narrows = FACETS.some((facet) => asked[facet]);
    const isIdle = tokenise(query).length === 0 && (query !== "" || !narrows);
    if (!isIdle) this.setState("loading", this.strings.loading);
    await this.filters.load();
    try {
      const answer = isIdle ? { hits: [], needles: [] } : await find(query, asked, asked.sort);
      const items = await this.makeItems(answer.hits.slice(0, shown), answer.needles);
      const state = isIdle ? "idle" : items.length > 0 ? "done" : "empty";
      const near = state === "empty" && answer.all === 0 ? await this.findNear(query) : {};
      if (run !== this.run) return;
      this.hits = answer.hits;
      this.needles = answer.needles;
      this.panel.hidden = !this.filters.offer(asked, answer.counts);
      this.panel.open ||= narrows;
      this.clear.hidden = !narrows;
      this.offerHelp(state, near, answer.all);
      this.show(state, items, isIdle ? this.strings.idle : this.describe(query));
    } catch (error) {
      if (run !== this.run) return;
      console.error(error);
      this.show("error", [], this.strings.error);
    }
  }

  describe(query) {
    const quoted = (text) => this.strings.quote.replace("{text}", () => text);
    const sentence = this.hits.length === 0 ? "empty" : this.needles.length > 1 ? "words" : "done";
    return this.strings[sentence]
      .replace("{count}", this.hits.length)
      .replace("{words}", () => this.needles.map(quoted).join(this.strings.comma))
      .replace("{query}", () => quoted(query));
  }

  show(state, items, sentence) {
    if (state === "error") this.hits = [];
    this.results.replaceChildren(...items);
    this.results.dataset.total = String(this.hits.length);
    this.form.elements.sort.parentElement.hidden = state !== "done";
    this.setState(state, sentence);
    this.more.hidden = this.results.children.length >= this.hits.length;
  }

  setState(state, sentence) {
    this.results.dataset.state = state;
    this.results.setAttribute("aria-busy", String(state === "loading"));
    this.status.textContent = sentence;
    this.help.hidden = state === "done" || state === "loading";
  }

  /** Names like the query; without them the page still has its hints. */
  async findNear(query) {
    return import("./search-near.js").then((module) => module.findNear(query)).catch(() => ({}));
  }

  /** Where nothing is found: how many pages the filters keep away, names like the query, hints. */
  offerHelp(state, near, all) {
    part("help-hints").hidden = state !== "empty";
    part("all").hidden = state !== "empty" || all === 0;
    part("all").textContent = this.strings.all.replace("{count}", all);
    for (const kind of ["township", "family"]) {
      const items = (near[kind] ?? []).map(({ text, url, note }) => {
        const link = makeElement("a", { href: pageAddress(url), lang: "zh-CN" }, text);
        return makeElement("li", {}, link, " ", makeElement("small", {}, note));
      });
      part(`near-${kind}`).hidden = items.length === 0;
      part(`near-${kind}`).lastElementChild.replaceChildren(...items);
    }
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
      history.replaceState({ shown: this.results.children.length }, ""); // for a reader who comes back
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

  makeItem({ url, kind, budget }, { title, place, texts }, needles) {
    // What is not a place has its English name there.
    const [name, more] = IN_ENGLISH && ENGLISH.test(place) ? [place, title] : [title, place];
    const about = [
      makeElement("span", {}, this.filters.words.kind[kind] ?? kind),
      makeElement("span", marked(more), more),
      makeElement("span", {}, budget ? this.strings.budget.replace("{amount}", budget) : ""),
    ];
    const excerpts = chooseTexts(texts.filter((text) => text !== name), needles).map((text) =>
      makeElement("p", { class: "search-excerpt", ...marked(text) }, ...markText(text, needles, EXCERPT_MARGIN)),
    );
    return makeElement(
      "li",
      { class: "search-hit" },
      makeElement("a", { href: pageAddress(url), "data-result": "", ...marked(name) }, ...markText(name, needles)),
      makeElement("p", { class: "search-place" }, ...about.filter((each) => each.textContent)),
      ...excerpts,
    );
  }
}

if (part("results")) new SearchPage();
