// Questions to the search index that generator/search makes with Pagefind.

import { tokenise } from "./search-tokens.js";

export const ROOT = new URL("../", import.meta.url);
export const FACETS = ["kind", "township", "county", "year", "programme"];

const BLANKS = /[\p{Z}\p{Cc}\p{Cf}]+/u;
const PRIVATE_PLANE = 0xf0000;

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

function openIndex() {
  opened ??= loadIndex();
  return opened;
}

async function loadIndex() {
  // A module that once failed to load may stay failed; another address is another module.
  const address = attempt === 0 ? "pagefind/pagefind.js" : `pagefind/pagefind.js?retry=${attempt}`;
  const [pagefind, pages] = await Promise.all([import(new URL(address, ROOT)), readJson("pagefind/pages.json")]);
  await pagefind.options({ noWorker: true });
  return { pagefind, pages };
}

export async function readJson(path) {
  const response = await fetch(new URL(path, ROOT));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

/**
 * The pages that contain `query`; if there are none, those that contain each of its words.
 * Returns `{hits, counts, needles}`: hits in order, each `{url, kind, …filter ids, load()}`; for every facet the
 * hits per value that its other facets leave; and what was looked for, one text or several words.
 */
export function find(query, chosen = {}) {
  return startAnewAfterFailure(async () => {
    const index = await openIndex();
    const { found, needles } = await findPages(index, query);
    const hits = found.filter((page) => isChosen(page, chosen));
    return { hits, counts: countValues(found, chosen), needles };
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
  if (lostIn === attempt) throw new Error("a part of the index could not be loaded");
  return results
    .map(({ id, words, data }) => ({ ...pages[id], place: words[0], load: () => loadShown(data) }))
    .sort((one, other) => one.place - other.place || (one.url < other.url ? -1 : 1));
}

/** `{title, place, texts}` as printed. generator/search/record.py hides them from Pagefind, which searches metadata. */
function loadShown(data) {
  return startAnewAfterFailure(async () => {
    const { meta } = await data();
    const units = [...meta.shown].map((sign) => String.fromCharCode(sign.codePointAt(0) - PRIVATE_PLANE));
    return JSON.parse(units.join(""));
  });
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
