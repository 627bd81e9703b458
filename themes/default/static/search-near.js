// What may have been meant when nothing is found: names of townships with one other character, related families.

import { readCandidates, readIndex } from "./search-names.js";
import { tokenise } from "./search-tokens.js";

const MOST = 5;
const LONGEST = 24; // characters of the query that are looked at
const LEAST_SHARE = 0.3;

/** `{township, family}`, the nearest first, each `{text, url, note}`. */
export async function findNear(query) {
  const tokens = tokenise(query).slice(0, LONGEST);
  const pairs = [...pair(tokens, 1), ...pair(tokens, 2)];
  const names = await readCandidates(tokens.length < 4 ? [...pairs, ...tokens] : pairs);
  const alike = (await readIndex()).alike.split(" ");
  const plain = (list) => list.map((token) => alike.find((group) => group.includes(token))?.[0] ?? token);
  return {
    township: nearest(names, ["township"], (name) => likeness(plain(tokens), plain(name))),
    family: nearest(names, ["programme", "indicator"], (name) => share(tokens, name)),
  };
}

/** Each character with the next, or the next but one. */
const pair = (tokens, step) => tokens.slice(step).map((token, place) => tokens[place] + token);

function nearest(names, kinds, measure) {
  return names
    .filter(({ kind }) => kinds.includes(kind))
    .map((name) => ({ ...name, value: Math.max(...name.forms.map(({ tokens }) => measure(tokens))) }))
    .filter(({ value }) => value > 0)
    .sort((one, other) => other.value - one.value)
    .slice(0, MOST);
}

/** 2 where the query has the name but for look-alikes, 1 where a character differs, is missing or too much, else 0. */
function likeness(query, name) {
  const differing = (one, other) => one.filter((token, place) => token !== other[place]).length;
  const [long, short] = query.length > name.length ? [query, name] : [name, query];
  const lacksOne = long.length - short.length === 1;
  const values = long.map((_, at) => Number(lacksOne && differing(long.toSpliced(at, 1), short) === 0));
  // A name as short as `双望` is not looked for inside a query: one other character would leave too little of it.
  const ends = name.length > 2 || query.length === name.length ? query.length : 0;
  for (let end = name.length; end <= ends; end += 1) {
    values.push(2 - differing(name, query.slice(end - name.length, end)));
  }
  return Math.max(...values);
}

/** How many pairs of characters two texts share, of all they have; 0 if there are few. */
function share(one, other) {
  const [mine, theirs] = [pair(one, 1), pair(other, 1)];
  const value = (2 * mine.filter((each) => theirs.includes(each)).length) / (mine.length + theirs.length || 1);
  return value < LEAST_SHARE ? 0 : value;
}
