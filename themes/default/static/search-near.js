// What may have been meant when nothing is found: names that have much of the query, look-alike characters as one.

import { readCandidates, readIndex } from "./search-names.js";
import { tokenise } from "./search-tokens.js";

const MOST = 5;
const LONGEST = 24; // characters of the query that are looked at
const LEAST_SHARE = 0.3; // a name of three characters with one other has still a third

/** `{township, family}`, the nearest first, each `{text, url, note}`. */
export async function findNear(query) {
  const tokens = tokenise(query).slice(0, LONGEST);
  const pairs = pair(tokens);
  const names = await readCandidates(tokens.length < 4 ? [...pairs, ...tokens] : pairs);
  const alike = (await readIndex()).alike.split(" ");
  const plain = (list) => list.map((token) => alike.find((group) => group.includes(token))?.[0] ?? token);
  const wanted = pair(plain(tokens));
  const share = ({ tokens }) => {
    const theirs = pair(plain(tokens));
    return theirs.filter((each) => wanted.includes(each)).length / theirs.length;
  };
  const nearest = (...kinds) =>
    names
      .filter(({ kind }) => kinds.includes(kind))
      .map((name) => ({ ...name, share: Math.max(...name.forms.map(share)) }))
      .filter((name) => name.share > LEAST_SHARE)
      .sort((one, other) => other.share - one.share)
      .slice(0, MOST);
  return { township: nearest("township"), family: nearest("programme", "indicator") };
}

/** Each character with the next and with the next but one: one character more or less leaves one of these. */
const pair = (tokens) => [1, 2].flatMap((step) => tokens.slice(step).map((token, place) => tokens[place] + token));
