// Full-text search. The index is made by generator/search; this module is its other half.

const ROOT = new URL("../", import.meta.url);
const FACETS = ["kind", "township", "county", "year", "programme"];
const PAGE_SIZE = 20;
const EXCERPT_MARGIN = 36; // characters shown before and after what was found
const TYPING_PAUSE = 300; // milliseconds

const BLANK = /[\p{Z}\p{Cc}\p{Cf}]/u;
const BLANKS = /[\p{Z}\p{Cc}\p{Cf}]+/u;
const PLAIN = /[0-9a-z\u3400-\u4dbf\u4e00-\u9fff]/;
const PRIVATE_PLANE = 0xf0000;

// --- Tokens: the twin of generator/search/tokens.py ------------------------------------------------------------

/** Printed text as tokens of the index: every character one, `≥95％` → `["zccgf", "9", "5", "zcf"]`. */
export function tokenise(text) {
  return locateTokens([...text]).map(({ token }) => token);
}

/** Each token with the place in `signs` (an array of characters) where it was printed. */
function locateTokens(signs) {
  return signs.flatMap((sign, place) =>
    [...sign.normalize("NFKC").toLowerCase()]
      .filter((part) => !BLANK.test(part))
      .map((part) => ({ token: nameToken(part), place })),
  );
}

function nameToken(sign) {
  if (PLAIN.test(sign)) return sign;
  const digits = sign.codePointAt(0).toString(16);
  return "z" + [...digits].map((digit) => String.fromCharCode(97 + parseInt(digit, 16))).join("");
}

// --- The index ----------------------------------------------------------------------------------------------

let opened = null;
let attempts = 0;
let lost = false;

// When a part of the index does not arrive, Pagefind reports this to the console only and answers "nothing found".
// Its downloads are therefore watched here.
const download = globalThis.fetch.bind(globalThis);
globalThis.fetch = async (...request) => {
  const ofIndex = String(request[0]?.url ?? request[0]).includes("/pagefind/");
  try {
    const response = await download(...request);
    lost ||= ofIndex && !response.ok;
    return response;
  } catch (error) {
    lost ||= ofIndex;
    throw error;
  }
};

function openIndex() {
  opened ??= loadIndex();
  return opened;
}

async function loadIndex() {
  // A module that once failed to load may stay failed; another address is another module.
  const address = attempts === 0 ? "pagefind/pagefind.js" : `pagefind/pagefind.js?retry=${attempts}`;
  const [pagefind, pages] = await Promise.all([import(new URL(address, ROOT)), readJson("pagefind/pages.json")]);
  await pagefind.options({ noWorker: true });
  return { pagefind, pages };
}

async function readJson(path) {
  const response = await fetch(new URL(path, ROOT));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

/**
 * The pages that contain `query`; if there are none, those that contain each of its words.
 * Returns `{hits, counts, needles}`: hits in order, each `{url, kind, …filter ids, load()}`; for every facet the
 * hits per value that its other facets leave; and what was looked for, one text or several words.
 */
export async function find(query, chosen = {}) {
  try {
    const index = await openIndex();
    const { found, needles } = await findPages(index, query);
    const hits = found.filter((page) => isChosen(page, chosen));
    return { hits, counts: countValues(found, chosen), needles };
  } catch (error) {
    opened = null;
    attempts += 1;
    lost = false;
    throw error;
  }
}

async function findPages(index, query) {
  const whole = await askPhrase(index, query);
  const words = query.split(BLANKS).filter((word) => word !== "");
  if (whole.length > 0 || words.length < 2) return { found: whole, needles: [query] };
  const [first, ...others] = await Promise.all(words.map((word) => askPhrase(index, word)));
  const known = others.map((pages) => new Set(pages.map((page) => page.url)));
  return { found: first.filter((page) => known.every((urls) => urls.has(page.url))), needles: words };
}

/** The pages that contain `text`, those first in which it stands earliest (the title comes first). */
async function askPhrase({ pagefind, pages }, text) {
  const tokens = tokenise(text);
  if (tokens.length === 0) return [];
  const { results } = await pagefind.search(`"${tokens.join(" ")}"`);
  if (lost) throw new Error("a part of the index could not be loaded");
  return results
    .map(({ id, words, data }) => ({ ...pages[id], place: words[0], load: async () => readShown(await data()) }))
    .sort((one, other) => one.place - other.place || (one.url < other.url ? -1 : 1));
}

/** `{title, place, texts}` as printed. generator/search/record.py hides them from Pagefind, which searches metadata. */
function readShown(fragment) {
  const units = [...fragment.meta.shown].map((sign) => String.fromCharCode(sign.codePointAt(0) - PRIVATE_PLANE));
  return JSON.parse(units.join(""));
}

function isChosen(page, chosen, except = "") {
  return FACETS.every((facet) => facet === except || !chosen[facet] || page[facet] === chosen[facet]);
}

function countValues(pages, chosen) {
  const counts = {};
  for (const facet of FACETS) {
    counts[facet] = new Map();
    for (const page of pages.filter((candidate) => isChosen(candidate, chosen, facet))) {
      const value = page[facet];
      if (value !== undefined) counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1);
    }
  }
  return counts;
}

// --- Excerpts -----------------------------------------------------------------------------------------------

/** Where `needle` stands in `signs`: `[[first, after last], …]`, not overlapping. */
function findSpans(signs, needle) {
  const located = locateTokens(signs);
  const wanted = tokenise(needle);
  const spans = [];
  for (let start = 0; start + wanted.length <= located.length; start += 1) {
    if (!wanted.every((token, offset) => token === located[start + offset].token)) continue;
    const last = start + wanted.length - 1;
    spans.push([located[start].place, located[last].place + 1]);
    start = last;
  }
  return spans;
}

function mergeSpans(spans) {
  const merged = [];
  for (const [first, after] of spans.sort((one, other) => one[0] - other[0])) {
    const previous = merged.at(-1);
    if (previous && first <= previous[1]) previous[1] = Math.max(previous[1], after);
    else merged.push([first, after]);
  }
  return merged;
}

/** For each needle the first text that contains it, each text once. */
function chooseTexts(texts, needles) {
  const chosen = needles.map((needle) => texts.find((text) => findSpans([...text], needle).length > 0));
  return [...new Set(chosen.filter((text) => text !== undefined))];
}

/** Text nodes and `<mark>`s for `text`, cut around the first find if `margin` is finite. */
function markText(text, needles, margin = Infinity) {
  const signs = [...text];
  const spans = mergeSpans(needles.flatMap((needle) => findSpans(signs, needle)));
  const [first, after] = spans[0] ?? [0, 0];
  const from = Math.max(0, first - margin);
  const to = Math.min(signs.length, after + margin);
  const nodes = [from > 0 ? "…" : ""];
  let at = from;
  for (const [start, end] of spans.filter((span) => span[0] < to)) {
    nodes.push(signs.slice(at, start).join(""), makeElement("mark", {}, signs.slice(start, end).join("")));
    at = end;
  }
  nodes.push(signs.slice(at, Math.max(at, to)).join(""), to < signs.length ? "…" : "");
  return nodes;
}

function makeElement(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

// --- The page -----------------------------------------------------------------------------------------------

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

  async start() {
    this.listen();
    this.labels = await readJson("search/labels.json").catch(() => ({}));
    this.readAddress();
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
    if (tokenise(query).length === 0) {
      this.fillSelects(chosen);
      this.show("idle", [], this.strings.idle);
      return;
    }
    this.setState("loading", this.strings.loading);
    try {
      const { hits, counts, needles } = await find(query, chosen);
      const items = await this.makeItems(hits.slice(0, PAGE_SIZE), needles);
      if (run !== this.run) return;
      this.hits = hits;
      this.needles = needles;
      this.fillSelects(chosen, counts);
      this.show(hits.length > 0 ? "done" : "empty", items, this.describe(query));
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
    if (state !== "done") this.hits = [];
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
    const excerpts = chooseTexts(texts, needles).filter((text) => text !== title);
    return makeElement(
      "li",
      { class: "search-hit" },
      makeElement("a", { href, "data-result": "" }, ...markText(title, needles)),
      makeElement("p", { class: "search-place" }, about),
      ...excerpts.map((text) => makeElement("p", { class: "search-excerpt" }, ...markText(text, needles, EXCERPT_MARGIN))),
    );
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
