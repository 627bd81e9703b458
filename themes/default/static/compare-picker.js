// The field that adds to a comparison: names as they are typed. A township leads to its projects, a name that several
// projects share to each of them.

import { fill } from "./elements.js";
import { readJson } from "./search-files.js";
import { findShard } from "./search-names.js";
import { Suggestions, makeGroup } from "./search-suggest.js";

const MOST_OF_A_KIND = 8;

export class Picker extends Suggestions {
  /** `add(id, name)` takes a choice; `addressWith(id)` is where it leads; `report(text)` says what happens. */
  constructor(input, kind, words, actions) {
    super(input, "compare-option", { ...words, kinds: words.kinds[kind] }, MOST_OF_A_KIND);
    Object.assign(this, { kind, ...actions });
  }

  show(query, names) {
    const groups = this.makeGroups(query, names);
    this.open(groups);
    if (groups.length === 0 && query !== "") this.report(fill(this.strings.none, { query }));
  }

  makeName(name, query) {
    const option = super.makeName(name, query);
    option.addEventListener("click", (event) => {
      event.preventDefault();
      this.take(name);
    });
    return option;
  }

  /** What a name can be added as; not those that lead to projects. */
  idOf({ kind, url }) {
    return kind === this.kind && url.split("/").at(-2);
  }

  addressOf(name) {
    const id = this.idOf(name);
    return id ? this.addressWith(id) : super.addressOf(name);
  }

  take(name) {
    const { text, url } = name;
    const id = this.idOf(name);
    if (!id) {
      this.expand(url.split("/").at(-2) ?? findShard(text, this.strings.name_files), text);
      return;
    }
    this.input.value = "";
    this.close();
    this.add(id, text);
  }

  /** The projects of a township, or those with one name: lists in a file, the latter among others. */
  async expand(file, name) {
    const run = (this.run += 1);
    const query = this.input.value.trim();
    try {
      const lists = await readJson(`compare/choices/${file}.json`);
      if (run !== this.run) return;
      const wanted = Object.hasOwn(lists, name) ? { [name]: lists[name] } : lists;
      this.open(Object.entries(wanted).map(([title, projects]) => makeGroup(title, projects.map((each) => this.makeProject(each, query)))));
    } catch {
      this.close();
      this.report(this.strings.lost);
    }
  }

  makeProject([id, text, note], query) {
    return this.makeName({ kind: "project", text, url: `/projects/${id}/`, note, form: text }, query);
  }
}
