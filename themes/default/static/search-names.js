// The names that are suggested: the twin of generator/search/shards.py.

import { readJson } from "./search-files.js";
import { tokenise } from "./search-tokens.js";

const LONGEST_BEGINNING = 8; // characters

const files = {};

/** Every file is asked for once; one that did not arrive may be asked for again. */
function readOnce(name, make) {
  const forget = (error) => {
    delete files[name];
    throw error;
  };
  return (files[name] ??= readJson(`search/names/${name}.json`).then(make).catch(forget));
}

export const readIndex = () => readOnce("index", (index) => ({ ...index, names: index.names.map(makeName) }));

function makeName([kind, text, url, note, ...others]) {
  const forms = kind === "project" ? [text] : [text, ...others, kind === "township" ? note + text : note];
  return { kind, text, url, note, forms: forms.map((form) => ({ form, tokens: tokenise(form) })) };
}

/** The families and the names that share one of `keys`, among others. */
export async function readCandidates(keys) {
  const { shards, names } = await readIndex();
  const numbers = new Set(keys.map((key) => findShard(key, shards)));
  const read = await Promise.all([...numbers].map((number) => readOnce(number, (list) => list.map(makeName))));
  return [...new Map([...names, ...read.flat()].map((name) => [name.kind + name.url + name.text, name])).values()];
}

export function findShard(key, count) {
  let number = 0;
  for (const sign of key) number = (number * 31 + sign.codePointAt(0)) % 65521;
  return number % count;
}

/** Names that contain the query, the nearest first, each with `form`: what of it contains the query. */
export async function findNames(query) {
  const tokens = tokenise(query);
  if (tokens.length === 0) return [];
  const found = [];
  const keys = [tokens.slice(0, LONGEST_BEGINNING), tokens.slice(0, 2), tokens.slice(-2)].map((part) => part.join(""));
  for (const name of await readCandidates(keys)) {
    const ranks = name.forms.map((form, place) => rank(form.tokens, tokens) + (place && 3));
    const best = Math.min(...ranks);
    if (best < Infinity) found.push({ ...name, best, form: name.forms[ranks.indexOf(best)].form });
  }
  return found.sort((one, other) => one.best - other.best || one.text.length - other.text.length);
}

/** 0 for the same, 1 for the beginning, 2 for a part. */
function rank(tokens, wanted) {
  const start = findStart(tokens, wanted);
  if (start < 0) return Infinity;
  return start > 0 ? 2 : Number(tokens.length > wanted.length);
}

/** Where `wanted` begins in `tokens`, or -1. */
export function findStart(tokens, wanted) {
  return tokens.findIndex((_, place) => wanted.every((token, offset) => tokens[place + offset] === token));
}
