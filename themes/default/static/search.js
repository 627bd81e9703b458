// The search page: form, address and results.

import { fill, makeElement } from "./elements.js";
import { chooseTexts, markText } from "./search-excerpt.js";
import { pageAddress } from "./search-files.js";
import { clearChoice, loadWords, offer, readChoice, wordOf } from "./search-filters.js";
import { find } from "./search-index.js";
import { nameValue, tokenise } from "./search-tokens.js";

export { find, nameValue, tokenise };

const PAGE_SIZE = 20;
const EXCERPT_MARGIN = 36; // characters shown before and after what was found
const TYPING_PAUSE = 300; // milliseconds
const IN_ENGLISH = document.documentElement.lang.startsWith("en");
const ENGLISH = /^\P{Script=Han}*[a-z]{3}\P{Script=Han}*$|[a-z]{2} [a-z]{2}/iu;
const NOTHING = { hits: [], all: 0, needles: [] };

const part = (name) => document.querySelector(`[data-${name}]`);
const form = part("search-form");
const results = part("results");
const more = part("more");
const panel = part("search-filters");
const strings = JSON.parse(document.getElementById("search-strings").textContent);
const fields = [...form.elements].filter(({ name }) => name);

let run = 0;
let pause = 0;
let isStillTyping = false;
let answer = NOTHING;

function listen() {
  const query = form.elements.q;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    enterSoon(false);
  });
  query.addEventListener("input", (event) => (event.isComposing ? clearTimeout(pause) : enterSoon(true)));
  query.addEventListener("compositionend", () => enterSoon(true));
  for (const select of form.querySelectorAll("select")) select.addEventListener("change", () => enterSoon(false));
  for (const button of [part("clear"), part("all")]) {
    button.addEventListener("click", () => {
      clearChoice();
      query.focus();
      enterSoon(false);
    });
  }
  more.addEventListener("click", showMore);
  addEventListener("popstate", readAddress);
}

/** The address decides what the form holds: on arrival, and when the reader goes back or forward. */
function readAddress() {
  isStillTyping = false;
  const asked = Object.fromEntries(new URLSearchParams(location.search));
  offer(readChoice(asked));
  for (const field of fields) field.value = asked[field.name] ?? "";
  if (form.elements.sort.selectedIndex < 0) form.elements.sort.value = "";
  search(asked, history.state?.shown);
}

function enterSoon(isTyping) {
  clearTimeout(pause);
  pause = setTimeout(enter, isTyping ? TYPING_PAUSE : 0, isTyping);
}

/** The form decides the address. While one query is being typed, it stays one step of the history. */
function enter(isTyping) {
  const asked = [...new FormData(form)].filter(([, value]) => value.trim() !== "");
  const address = new URL(location.pathname, location.href);
  address.search = new URLSearchParams(asked);
  if (address.href !== location.href) {
    history[isTyping && isStillTyping ? "replaceState" : "pushState"](null, "", address);
  }
  isStillTyping = isTyping;
  search(Object.fromEntries(asked));
}

async function search(asked, shown = PAGE_SIZE) {
  const mine = (run += 1);
  for (const link of document.querySelectorAll(".languages a")) link.search = location.search;
  const query = (asked.q ?? "").trim();
  const chosen = readChoice(asked);
  const narrows = Object.keys(chosen).length > 0;
  const isIdle = query === "" && !narrows;
  if (!isIdle) setState("loading");
  try {
    const [found] = await Promise.all([isIdle ? NOTHING : find(query, chosen, asked.sort), loadWords()]);
    const items = await makeItems(found.hits.slice(0, shown), found.needles);
    const state = isIdle ? "idle" : items.length > 0 ? "done" : "empty";
    const near = state === "empty" && found.all === 0 ? await findNear(query) : {};
    if (mine !== run) return;
    panel.hidden = !offer(chosen, found.counts);
    panel.open ||= narrows;
    part("clear").hidden = !narrows;
    offerHelp(state, near, found.all);
    show(state, found, items, query);
  } catch (error) {
    if (mine !== run) return;
    console.error(error);
    show("error", NOTHING, []);
  }
}

function show(state, found, items, query) {
  answer = found;
  results.replaceChildren(...items);
  results.dataset.total = found.hits.length;
  const isCounted = found.counts?.kind;
  form.elements.sort.parentElement.hidden = state !== "done" || !isCounted;
  part("many").hidden = state !== "done" || isCounted;
  more.hidden = items.length >= found.hits.length;
  setState(state, query);
}

/** Says how it stands. */
function setState(state, query) {
  const { hits, needles } = answer;
  const quote = (text) => fill(strings.quote, { text });
  const sentence = strings[state === "done" && needles.length > 1 ? "words" : state];
  const words = needles.map(quote).join(strings.comma);
  results.dataset.state = state;
  results.setAttribute("aria-busy", state === "loading");
  part("search-status").textContent = fill(sentence, { count: hits.length, words, query: quote(query) });
  part("search-help").hidden = state === "done" || state === "loading";
}

/** Names like the query; without them the page still has its hints. */
const findNear = (query) => import("./search-near.js").then((module) => module.findNear(query)).catch(() => ({}));

/** Where nothing is found: how many pages the filters keep away, names like the query, hints. */
function offerHelp(state, near, all) {
  part("help-hints").hidden = state !== "empty";
  part("all").hidden = state !== "empty" || all === 0;
  part("all").textContent = fill(strings.all, { count: all });
  for (const kind of ["township", "family"]) {
    const items = (near[kind] ?? []).map(({ text, url, note }) => {
      const link = makeElement("a", { href: pageAddress(url), lang: "zh-CN" }, text);
      return makeElement("li", {}, link, " ", makeElement("small", {}, note));
    });
    part(`near-${kind}`).hidden = items.length === 0;
    part(`near-${kind}`).lastElementChild.replaceChildren(...items);
  }
}

async function showMore() {
  const mine = run;
  const shown = results.children.length;
  more.disabled = true;
  try {
    const items = await makeItems(answer.hits.slice(shown, shown + PAGE_SIZE), answer.needles);
    if (mine !== run) return;
    results.append(...items);
    more.hidden = results.children.length >= answer.hits.length;
    history.replaceState({ shown: results.children.length }, ""); // for a reader who comes back
    items[0].querySelector("a").focus();
  } catch (error) {
    console.error(error);
    if (mine === run) setState("error");
  } finally {
    more.disabled = false;
  }
}

const makeItems = (hits, needles) => Promise.all(hits.map(async ({ load }) => makeItem(await load(), needles)));

function makeItem({ url, kind, shown, inferred, title, place, texts }, needles) {
  // What is not a place has its English name there.
  const [name, about] = IN_ENGLISH && ENGLISH.test(place) ? [place, title] : [title, place];
  const parts = [
    makeElement("span", {}, wordOf("kind", kind)),
    makeText("span", about),
    makeElement("span", {}, shown && fill(inferred ? strings.inferred : strings.budget, { amount: shown })),
  ];
  const link = makeText("a", name, markText(name, needles));
  link.href = pageAddress(url);
  link.dataset.result = "";
  const excerpts = chooseTexts(texts.filter((text) => text !== name), needles).map((text) => {
    const excerpt = makeText("p", text, markText(text, needles, EXCERPT_MARGIN));
    excerpt.className = "search-excerpt";
    return excerpt;
  });
  const under = makeElement("p", { class: "search-place" }, ...parts.filter((each) => each.textContent));
  return makeElement("li", { class: "search-hit" }, link, under, ...excerpts);
}

const makeText = (tag, text, nodes = [text]) => makeElement(tag, { lang: ENGLISH.test(text) ? "en" : "zh-CN" }, ...nodes);

panel.open = matchMedia("(min-width: 60rem)").matches;
listen();
readAddress();
