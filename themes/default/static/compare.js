// Projects, townships or programmes side by side. The choice stands in the address: `?kind=project&id=…&id=…`.

import { fillTable, namesOf, readTable } from "./compare-table.js";
import { fill, makeElement } from "./elements.js";
import { pageAddress, readJson } from "./search-files.js";

const MOST = 4;
const TITLE = document.title;

const root = document.querySelector("[data-compare]");
const words = JSON.parse(document.querySelector("#compare-words").textContent);
const part = (name) => root.querySelector(`[data-${name}]`);
const [input, list, status] = ["input", "chosen", "status"].map(part);
const known = {};
let choice = readAddress();
let run = 0;

const report = (message) => (status.textContent = message);

function readAddress() {
  const asked = new URLSearchParams(location.search);
  const kind = Object.hasOwn(words.pick, asked.get("kind")) ? asked.get("kind") : "project";
  const ids = [...new Set(asked.getAll("id"))].filter((id) => /^[a-z0-9-]+$/.test(id));
  return { kind, ids: ids.slice(0, MOST), isCut: ids.length > MOST };
}

const addressOf = (ids) => "?" + new URLSearchParams([["kind", choice.kind], ...ids.map((id) => ["id", id])]);

const addressWith = (id) => addressOf([...choice.ids, id].slice(0, MOST));

/** The column of what is chosen, or how it is said that there is none. One that did not arrive is asked for again. */
async function readColumn(id) {
  const path = pageAddress(`/compare/${choice.kind}/${id}.json`);
  try {
    return (known[path] ??= { ...(await readJson(path)), id });
  } catch {
    return { id, name: id, isMissing: true, table: words.missing.replaceAll("{id}", id) };
  }
}

async function show(message) {
  const mine = (run += 1);
  root.dataset.state = "loading";
  const columns = await Promise.all(choice.ids.map(readColumn));
  if (mine !== run) return;
  const found = columns.filter(({ isMissing }) => !isMissing);
  list.replaceChildren(...columns.map(makeChosen));
  const { length } = columns;
  list.hidden = length === 0;
  part("examples").hidden = length > 0;
  input.readOnly = length >= MOST;
  showTable(found);
  showStatus(length, found.length < length, message);
  markAddress(found);
  root.dataset.state = found.length > 1 ? "done" : "idle";
}

function makeChosen({ name, table }, place) {
  const item = makeElement("li", {}, ...namesOf(readTable(table))[2].childNodes);
  item.querySelector("button").addEventListener("click", () => remove(place, name));
  item.querySelector("select")?.addEventListener("change", (event) => replace(place, event.target.value));
  return item;
}

function showTable(columns) {
  part("result").hidden = columns.length < 2;
  if (columns.length < 2) return;
  const years = [...new Set(columns.flatMap(({ year }) => year ?? []))].sort();
  part("years").hidden = years.length < 2;
  part("years").textContent = fill(words.years, { years: years.join(words.and) });
  fillTable(part("table"), columns, words);
}

function showStatus(count, isOneMissing, message) {
  const hint = choice.isCut ? words.too_many : count === 1 ? words.one_more : count >= MOST && words.full;
  report([message, isOneMissing && words.missing_hint, hint].filter(Boolean).join(" "));
}

/** The title of the window; the other language shows the same choice. */
function markAddress(columns) {
  document.title = [...columns.map(({ name }) => name), TITLE].join(" · ");
  for (const link of document.querySelectorAll(".languages a")) link.search = addressOf(choice.ids);
}

async function change(ids, message) {
  choice = { kind: choice.kind, ids };
  history.pushState(null, "", addressOf(ids));
  await show(message);
}

async function add(id, name) {
  const { ids } = choice;
  if (ids.includes(id)) report(fill(words.already, { name }));
  else await change([...ids, id], fill(words.added, { name, count: ids.length + 1 }));
}

/** A township in another of its years. */
async function replace(place, id) {
  await change([...new Set(choice.ids.with(place, id))]);
  list.children[place]?.querySelector("select")?.focus();
}

async function remove(place, name) {
  const ids = choice.ids.toSpliced(place, 1);
  await change(ids, fill(words.removed, { name, count: ids.length }));
  const buttons = list.querySelectorAll("button");
  (buttons[place] ?? buttons[place - 1] ?? input).focus();
}

async function download() {
  const { saveTable } = await import("./compare-csv.js");
  saveTable(part("table"), ["compare", choice.kind, ...choice.ids].join("_"), words);
}

/** What the field suggests is loaded when it is first used. */
async function openPicker() {
  const { Picker } = await import("./compare-picker.js");
  const picker = new Picker(input, choice.kind, words, { add, addressWith, report });
  if (document.activeElement === input) picker.ask();
}

part(`kind=${choice.kind}`).setAttribute("aria-current", "true");
for (const key of ["pick", "hint"]) part(key).textContent = words[key][choice.kind];
part("csv").addEventListener("click", download);
input.form.addEventListener("submit", (event) => event.preventDefault());
input.addEventListener("focus", openPicker, { once: true });
addEventListener("popstate", () => {
  choice = readAddress();
  show();
});
show();
