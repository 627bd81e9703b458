// Projects, townships or programmes side by side. The choice stands in the address: `?kind=project&id=…&id=…`.

import { makeTable, makeText, say } from "./compare-table.js";
import { makeElement } from "./elements.js";
import { pageAddress, readJson } from "./search-files.js";

const MOST = 4;
const KINDS = {
  project: () => import("./compare-projects.js"),
  township: () => import("./compare-townships.js"),
  programme: () => import("./compare-programmes.js"),
};
const TITLE = document.title;

const root = document.querySelector("[data-compare]");
const words = JSON.parse(document.querySelector("#compare-words").textContent);
const part = (name) => root.querySelector(`[data-${name}]`);
const input = part("input");
const known = new Map();
let choice = readAddress();
let run = 0;

function readAddress() {
  const asked = new URLSearchParams(location.search);
  const kind = Object.hasOwn(KINDS, asked.get("kind")) ? asked.get("kind") : "project";
  const ids = [...new Set(asked.getAll("id"))].filter((id) => /^[a-z0-9-]+$/.test(id));
  return { kind, ids: ids.slice(0, MOST), isCut: ids.length > MOST };
}

function addressOf({ kind, ids }) {
  return `?${new URLSearchParams([["kind", kind], ...ids.map((id) => ["id", id])])}`;
}

/** A chosen thing with what its twin says; `isMissing` where there is none. One that did not arrive is asked for again. */
async function readItem(module, id) {
  const key = `${choice.kind} ${id}`;
  if (!known.has(key)) known.set(key, module.load(id, readJson, words));
  try {
    return { ...(await known.get(key)), id };
  } catch {
    known.delete(key);
    return { id, name: id, isMissing: true };
  }
}

async function show(message = "") {
  const mine = (run += 1);
  root.dataset.state = "loading";
  const module = await KINDS[choice.kind]();
  const items = await Promise.all(choice.ids.map((id) => readItem(module, id)));
  if (mine !== run) return;
  const found = items.filter(({ isMissing }) => !isMissing);
  showChosen(items);
  showTable(found, module);
  showStatus(items, message);
  markAddress(found);
  root.dataset.state = found.length > 1 ? "done" : "idle";
}

function showChosen(items) {
  const list = part("chosen");
  list.replaceChildren(...items.map(makeChosen));
  list.hidden = items.length === 0;
  part("examples").hidden = items.length > 0;
  input.readOnly = items.length >= MOST;
}

function makeChosen(item, place) {
  const { id, name, isMissing } = item;
  const label = isMissing ? words.missing : makeText("a", { href: pageAddress(item.url) }, name);
  const about = isMissing ? [id] : [makeText("span", {}, item.place), yearOf(item, place)];
  const button = makeElement("button", { type: "button", "aria-label": say(words.remove, { name }) }, "×");
  button.addEventListener("click", () => remove(place, name));
  return makeElement("li", {}, makeElement("p", {}, label, makeElement("small", {}, ...about)), button);
}

/** The year; where there are several of a township, one is chosen. */
function yearOf(item, place) {
  const set = (year) => year && say(words.year, { year });
  if (!item.years || item.years.length < 2) return set(item.year);
  const options = item.years.map((year) => new Option(set(year), year, false, year === item.year));
  const select = makeElement("select", { "aria-label": say(words.year_of, item) }, ...options);
  select.addEventListener("change", async () => {
    const ids = choice.ids.with(place, `${item.township}-${select.value}`);
    await change([...new Set(ids)], "");
    part("chosen").children[place]?.querySelector("select")?.focus();
  });
  return select;
}

function showTable(items, module) {
  const section = part("result");
  section.hidden = items.length < 2;
  if (section.hidden) return;
  const years = [...new Set(items.map(({ year }) => year).filter(Boolean))].sort();
  const isMixed = years.length > 1;
  part("years").hidden = !isMixed;
  part("years").textContent = say(words.years, { years: years.join(words.and) });
  const table = makeTable(items, module.makeGroups(items, words), { words, isMixed });
  part("table").replaceChildren(table);
}

function showStatus(items, message) {
  const { length } = items;
  const hint = choice.isCut ? words.too_many : length === 1 ? words.one_more : length >= MOST ? words.full : "";
  const missing = items.some(({ isMissing }) => isMissing) ? words.missing_hint : "";
  part("status").textContent = [message, missing, hint].filter(Boolean).join(" ");
}

/** The title of the window; the other language shows the same choice. */
function markAddress(items) {
  document.title = [...items.map(({ name }) => name), TITLE].join(" · ");
  for (const link of document.querySelectorAll(".languages a")) link.search = addressOf(choice);
}

async function change(ids, message) {
  choice = { kind: choice.kind, ids, isCut: false };
  history.pushState(null, "", addressOf(choice));
  await show(message);
}

async function add(id, name) {
  if (choice.ids.includes(id)) part("status").textContent = say(words.already, { name });
  else if (choice.ids.length >= MOST) part("status").textContent = words.full;
  else await change([...choice.ids, id], say(words.added, { name, count: choice.ids.length + 1 }));
}

async function remove(place, name) {
  const ids = choice.ids.toSpliced(place, 1);
  await change(ids, say(words.removed, { name, count: ids.length }));
  const buttons = part("chosen").querySelectorAll("button");
  (buttons[place] ?? buttons[place - 1] ?? input).focus();
}

async function download() {
  const { saveTable } = await import("./compare-csv.js");
  saveTable(part("table").querySelector("table"), ["compare", choice.kind, ...choice.ids].join("_"), words);
}

/** What the field suggests is loaded when it is first used. */
async function openPicker() {
  const { Picker } = await import("./compare-picker.js");
  const picker = new Picker(input, { kind: choice.kind, words, add, addressWith, report });
  if (document.activeElement === input) picker.ask();
}

const addressWith = (id) => addressOf({ kind: choice.kind, ids: [...choice.ids, id].slice(0, MOST) });
const report = (message) => (part("status").textContent = message);

for (const link of root.querySelectorAll("[data-kind]")) {
  if (link.dataset.kind === choice.kind) link.setAttribute("aria-current", "true");
}
part("label").textContent = words.pick[choice.kind];
part("hint").textContent = words.hint[choice.kind];
part("csv").addEventListener("click", download);
input.form.addEventListener("submit", (event) => event.preventDefault());
input.addEventListener("focus", openPicker, { once: true });
addEventListener("popstate", () => {
  choice = readAddress();
  show();
});
show();
