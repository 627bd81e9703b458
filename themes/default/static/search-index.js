// Questions to the search index that generator/search makes with Pagefind.

import { ROOT, readJson } from "./search-files.js";
import { nameValue, tokenise } from "./search-tokens.js";

const FACETS = ["kind", "township", "county", "year", "programme", "theme", "amount", "target"];
const MOST_FILES = 256; // that are loaded to count hits: about 1.5 KB compressed each
const ROW = 3; // digits at the end of a page's id; those before them name its file
const BLANKS = /[\p{Z}\p{Cc}\p{Cf}]+/u;
const PRIVATE_PLANE = 0xf0000;

let opened = null;
let files = {};
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
  const retry = attempt ? `?retry=${attempt}` : "";
  const pagefind = await import(new URL(`pagefind/pagefind.js${retry}`, ROOT));
  await pagefind.options({ noWorker: true });
  const parts = Array.from({ length: pagefind.parts - 1 }, (_, part) => new URL(`pagefind/part-${part + 1}/`, ROOT).pathname);
  await Promise.all(parts.map((path) => pagefind.mergeIndex(path)));
  return pagefind;
}

/**
 * The pages that contain `query`; if there are none, those that contain each of its words; all, if it is empty.
 * `chosen`: facet → the id that hits must have; `sort`: `amount`, or else by where the query stands in a page.
 * Returns `{hits, all, counts, needles}`: hits `{id, load()}`, their number without `chosen`, facet → id → number of
 * the hits that the other facets leave with the names of the id, and what was looked for. What would take too many
 * files to count is left out of `counts`; hits that are not counted are not sorted by amount either.
 */
export function find(query, chosen = {}, sort = "") {
  return startAnewAfterFailure(async () => {
    const index = await (opened ??= openIndex());
    const { found, needles } = await findPages(index, query);
    const having = await Promise.all(
      Object.entries(chosen).map(async ([facet, id]) => [facet, idsOf(await ask(index, nameValue(facet, id)))]),
    );
    const leave = (pages, except) =>
      pages.filter(({ id }) => having.every(([facet, ids]) => facet === except || ids.has(id)));
    const hits = leave(found);
    const rows = await readRows(hits);
    const counts = {};
    for (const [place, facet] of FACETS.entries()) {
      const left = facet in chosen ? await readRows(leave(found, facet)) : rows;
      if (left) counts[facet] = countValues(left, facet, place);
    }
    if (sort === "amount") rows?.sort((one, other) => budgetOf(other) - budgetOf(one));
    return { hits: rows ?? hits, all: found.length, counts, needles };
  });
}

/** Pagefind remembers a failed download for ever; the next question goes to a new copy of it. */
async function startAnewAfterFailure(work) {
  try {
    return await work();
  } catch (error) {
    opened = null;
    files = {};
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
  const known = others.map(idsOf);
  return { found: first.filter(({ id }) => known.every((ids) => ids.has(id))), needles: words };
}

const idsOf = (pages) => new Set(pages.map(({ id }) => id));

async function askPhrase(index, text) {
  const tokens = tokenise(text);
  return tokens.length === 0 ? [] : ask(index, tokens.join(" "));
}

/** Those pages first in which the phrase stands earliest (the title comes first), then in the order of their ids. */
async function ask(pagefind, phrase) {
  const { results } = await pagefind.search(phrase && `"${phrase}"`);
  if (lostIn === attempt) throw new Error("a part of the index could not be loaded");
  return results
    .map(({ id, words, data }) => ({ id, place: words[0] ?? 0, load: () => loadPage(data) }))
    .sort((one, other) => one.place - other.place || (one.id < other.id ? -1 : 1));
}

/** url, kind, title, place, budget and texts as printed, and more: generator/search/record.py hides them from Pagefind. */
function loadPage(data) {
  return startAnewAfterFailure(async () => {
    const { meta } = await data();
    const units = [...meta.page].map((sign) => String.fromCharCode(sign.codePointAt(0) - PRIVATE_PLANE));
    return JSON.parse(units.join(""));
  });
}

/** The pages with their rows of generator/search/page_files.py; nothing where these lie in too many files. */
async function readRows(pages) {
  const names = new Set(pages.map(({ id }) => id.slice(0, -ROW)));
  if (names.size > MOST_FILES) return null;
  const read = async (name) => [name, await (files[name] ??= readJson(`pagefind/pages/${name}.json`))];
  const known = Object.fromEntries(await Promise.all([...names].map(read)));
  return pages.map((page) => {
    const { values, rows } = known[page.id.slice(0, -ROW)];
    return { ...page, values, row: rows[parseInt(page.id.slice(-ROW), 16)] };
  });
}

const budgetOf = ({ row }) => row[FACETS.length] ?? -1;

/** Id → `{count, names}`; a page has none, one or several. */
function countValues(pages, facet, place) {
  const found = {};
  for (const { values, row } of pages) {
    for (const [id, ...names] of [row[place]].flat().map((number) => values[facet][number])) {
      found[id] ??= { count: 0, names };
      found[id].count += 1;
    }
  }
  return found;
}
