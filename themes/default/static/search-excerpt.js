// What was found, as printed, with the find marked.

import { makeElement } from "./elements.js";
import { locateTokens, tokenise } from "./search-tokens.js";

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
export function chooseTexts(texts, needles) {
  const chosen = needles.map((needle) => texts.find((text) => findSpans([...text], needle).length > 0));
  return [...new Set(chosen.filter((text) => text !== undefined))];
}

/** Text nodes and `<mark>`s for `text`, cut around the first find if `margin` is finite. */
export function markText(text, needles, margin = Infinity) {
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
