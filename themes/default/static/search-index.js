// Questions to the search index that generator/search makes with Pagefind.

import { ROOT, readJson } from "./search-files.js";
import { tokenise } from "./search-tokens.js";

export const FACETS = ["kind", "township", "county", "year", "programme", "theme", "amount", "target"];

const BLANKS = /[\p{Z}\p{Cc}\p{Cf}]+/u;
const PRIVATE_PLANE = 0xf0000;
const KINDS = ["township", "county", "programme", "indicator", "theme", "question", "disclosure"]; // first, if equal

let opened = null;
let attempt = 0; // grows with every failure
let lostIn = -1; // the last attempt in which a part of the index did not arrive

// When a part of the index does not arrive, Pagefind reports this to the console only and answers "nothing found".
// Its downloads are therefore watched here.
const download = globalThis.fetch.bind(globalThis);
globalThis.fetch = async (...request) => {
  const begunIn = String(request[0]?.url ?? request[0]).includes("/pagefind/") ? attempt : -1;
  try {
    const response = await download(...request);
    if (!response.ok) lostIn = Math.max(lostIn, begunIn);
    return response;
  } catch (error) {
    lostIn = Math.max(lostIn, begunIn);
    throw error;
  }
};

async function openIndex() {
  // A module that once failed to load may stay failed; another address is another module.
  const address = attempt === 0 ? "pagefind/pagefind.js" : `pagefind/pagefind.js?retry=${attempt}`;
  const [pagefind, pages] = await Promise.all([import(new URL(address, ROOT)), readJson("pagefind/pages.json")]);
  await pagefind.options({ noWorker: true });
  return { pagefind, pages };
}

/**
 * The pages that contain `query`; if there are none, those that contain each of its words; all, if it is empty.
 * `chosen`: facet → the id that hits must have; `sort`: `amount`, or else by where the query stands in a page.
 * Returns `{hits, all, counts, needles}`: hits `{url, kind, budget, …ids, load()}`, their number without `chosen`,
 * facet → id → the hits that the other facets leave, and what was looked for.
 */
export function find(query, chosen = {}, sort = "") {
  return startAnewAfterFailure(async () => {
    const { found, needles } = await findPages(await (opened ??= openIndex()), query);
    const hits = found.filter((page) => isChosen(page, chosen));
    if (sort === "amount") hits.sort((one, other) => (other.budget ?? -1) - (one.budget ?? -1));
    return { hits, all: found.length, counts: countValues(found, chosen), needles };
  });
}

/** Pagefind remembers a failed download for ever; the next question goes to a new copy of it. */
async function startAnewAfterFailure(work) {
  try {
    return await work();
  } catch (error) {
    opened = null;
    attempt += 1;
    throw error;
  }
}

async function findPages(index, query) {
  if (query === "") return { found: await ask(index, null), needles: [] };
  const whole = await askPhrase(index, query);
  const words = query.split(BLANKS).filter((word) => word !== "");
  if (whole.length > 0 || words.length < 2) return { found: whole, needles: [query] };
  const [first, ...others] = await Promise.all(words.map((word) => askPhrase(index, word)));
  const known = others.map((pages) => new Set(pages.map((page) => page.url)));
  return { found: first.filter((page) => known.every((urls) => urls.has(page.url))), needles: words };
}

async function askPhrase(index, text) {
  const tokens = tokenise(text);
  return tokens.length === 0 ? [] : ask(index, `"${tokens.join(" ")}"`);
}

/** Those pages first in which the phrase stands earliest (the title comes first). */
async function ask({ pagefind, pages }, phrase) {
  const { results } = await pagefind.search(phrase);
  if (lostIn === attempt) throw new Error("a part of the index could not be loaded");
  const rank = ({ kind }) => KINDS.indexOf(kind) + 1 || KINDS.length + 1;
  return results
    .map(({ id, words, data }) => ({ ...pages[id], place: words[0] ?? 0, load: () => loadShown(data) }))
    .sort((one, other) => one.place - other.place || rank(one) - rank(other) || (one.url < other.url ? -1 : 1));
}

/** `{title, place, texts}` as printed. generator/search/record.py hides them from Pagefind, which searches metadata. */
function loadShown(data) {
  return startAnewAfterFailure(async () => {
    const { meta } = await data();
    const units = [...meta.shown].map((sign) => String.fromCharCode(sign.codePointAt(0) - PRIVATE_PLANE));
    return JSON.parse(units.join(""));
  });
}

/** A page has none, one or several ids in a facet. */
const idsOf = (page, facet) => [page[facet] ?? []].flat();

function isChosen(page, chosen, except) {
  return FACETS.every((facet) => facet === except || !chosen[facet] || idsOf(page, facet).includes(chosen[facet]));
}

function countValues(pages, chosen) {
  const counts = {};
  for (const facet of FACETS) {
    const count = (counts[facet] = {});
    const left = pages.filter((page) => isChosen(page, chosen, facet));
    for (const id of left.flatMap((page) => idsOf(page, facet))) count[id] = (count[id] ?? 0) + 1;
  }
  return counts;
}
