// The field that adds to a comparison: names as they are typed. A township leads to its projects, a name that several
// projects share to each of them.

import { Combobox, makeOption } from "./combobox.js";
import { say } from "./compare-table.js";
import { makeElement } from "./elements.js";
import { markText } from "./search-excerpt.js";
import { pageAddress, readJson } from "./search-files.js";
import { findNames } from "./search-names.js";

const PER_KIND = 8;
const MOST_OF_A_NAME = 30;
const IN_ENGLISH = document.documentElement.lang.startsWith("en");

export class Picker extends Combobox {
  /** `add(id, name)` takes a choice; `addressWith(id)` is where it leads; `report(text)` says what happens. */
  constructor(input, { kind, words, add, addressWith, report }) {
    super(input, "compare-option", words.suggestions);
    Object.assign(this, { words, add, addressWith, report });
    this.kinds = kind === "project" ? ["project", "township"] : [kind];
  }

  async find(query) {
    return this.input.readOnly ? [] : findNames(query);
  }

  show(query, names) {
    const groups = this.kinds.flatMap((kind) => {
      const found = names.filter((name) => name.kind === kind).slice(0, PER_KIND);
      return found.length > 0 ? [this.makeGroup(kind, this.words.kind_names[kind], found.map((name) => this.offer(name, query)))] : [];
    });
    if (groups.length > 0) {
      this.openWith(groups);
      return;
    }
    this.close();
    if (query !== "" && !this.input.readOnly) this.report(say(this.words.none, { query }));
  }

  openWith(groups) {
    this.open(groups);
    this.status.textContent = say(this.words.suggested, { count: this.options.length });
  }

  offer(name, query) {
    const { kind, text, url, note } = name;
    const parts = (title, more) => [makeElement("b", {}, ...markText(title, [query])), makeElement("small", {}, more)];
    if (kind === "township" && this.kinds.includes("project")) {
      return this.option(pageAddress(url), markAs("zh-CN", parts(text, note)), () => this.listProjects(name));
    }
    if (url === "") {
      const count = say(this.words.shared, { count: note });
      return this.option("#", [makeElement("b", { lang: "zh-CN" }, text), makeElement("small", {}, count)], () => this.listNamesakes(text));
    }
    const id = url.split("/").at(-2);
    const isEnglish = IN_ENGLISH && kind === "programme";
    const shown = isEnglish ? markAs("en", parts(note, text)) : markAs("zh-CN", parts(text, note));
    return this.choiceOf(id, text, shown);
  }

  choiceOf(id, name, parts) {
    return this.option(this.addressWith(id), parts, () => {
      this.input.value = "";
      this.close();
      this.add(id, name);
    });
  }

  option(href, parts, act) {
    const option = makeOption(href, ...parts);
    option.addEventListener("click", (event) => {
      event.preventDefault();
      act();
    });
    return option;
  }

  /** The projects of a township, the latest year first. */
  listProjects({ text, url }) {
    return this.expand(async () => {
      const { disclosures } = await readJson(`${url.slice(1)}index.json`);
      const twins = await Promise.all(disclosures.map(({ year }) => readJson(`${url.slice(1)}${year}/index.json`)));
      return twins.reverse().map(({ year, projects }) => {
        const options = projects.map(({ id, name }) => this.choiceOf(id, name, [makeElement("b", { lang: "zh-CN" }, name)]));
        return this.makeGroup(year, `${text} ${year}`, options);
      });
    });
  }

  /** Projects with one name, as the search finds them. */
  listNamesakes(name) {
    return this.expand(async () => {
      const { find } = await import("./search-index.js");
      const { hits } = await find(name, { kind: "project" });
      const shown = await Promise.all(hits.slice(0, MOST_OF_A_NAME).map(async ({ url, load }) => ({ url, ...(await load()) })));
      const options = shown.filter(({ title }) => title === name).map(({ url, place }) => {
        const id = url.split("/").at(-2);
        return this.choiceOf(id, name, markAs("zh-CN", [makeElement("b", {}, place), makeElement("small", {}, name)]));
      });
      return [this.makeGroup("namesakes", name, options)];
    });
  }

  async expand(makeGroups) {
    const run = (this.run += 1);
    try {
      const groups = await makeGroups();
      if (run === this.run) this.openWith(groups);
    } catch {
      this.close();
      this.report(this.words.lost);
    }
  }
}

function markAs(lang, elements) {
  for (const element of elements) element.lang = lang;
  return elements;
}
