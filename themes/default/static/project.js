// Copy, share and print a project, and name the row in a report. Without JavaScript the texts are there to be copied by hand.

const use = document.querySelector(".use");
const words = use.dataset;
const report = use.querySelector("p > a");
const tools = document.createElement("p");
tools.className = "tools";

/** A button that says for a moment that it has done its work. */
function addButton(parent, label, work, done = label) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = label;
  button.addEventListener("click", async () => {
    await work();
    button.textContent = done;
    setTimeout(() => { button.textContent = label; }, 2000);
  });
  parent.append(button);
}

/** The day on which the page was read, where a citation leaves room for it. */
function dateCitations() {
  const today = new Date().toLocaleDateString("sv-SE");
  for (const citation of use.querySelectorAll("pre")) {
    const dated = citation.textContent.replace(/\[[^\]]+\](?=\. http)/u, `[${today}]`);
    citation.textContent = dated.replace(/(urldate = \{)[^}]+/u, `$1${today}`);
  }
}

/** The row that the address names goes into the report. */
function nameRow() {
  if (!/^#row-\d+$/u.test(location.hash)) return;
  const url = new URL(report.href);
  const body = url.searchParams.get("body").replace(/(https?:[^\s#]+)(?:#\S*)?/u, `$1${location.hash}`);
  url.searchParams.set("body", body);
  // A letter does not read plus signs as blanks.
  report.href = url.href.replaceAll("+", "%20");
}

if (navigator.clipboard) {
  for (const citation of use.querySelectorAll("pre")) {
    addButton(citation.previousElementSibling, words.copy, () => navigator.clipboard.writeText(citation.textContent), words.copied);
  }
}
const url = document.querySelector("link[rel=canonical]").href;
if (navigator.share) {
  // A visitor who closes the dialogue has not failed.
  addButton(tools, words.share, () => navigator.share({ title: document.title, url }).catch(() => {}));
} else if (navigator.clipboard) {
  addButton(tools, words.link, () => navigator.clipboard.writeText(url), words.copied);
}
/** The chart and the table of the plan, as files. */
function offerPlan() {
  const [chart, table] = [".plan-chart", ".plan-table"].map((name) => document.querySelector(name));
  const name = `${location.pathname.split("/").at(-2)}-plan`;
  const load = () => import("./plan-file.js");
  if (chart) addButton(tools, words.svg, async () => (await load()).saveChart(chart, name, `${document.title} ${url}`));
  if (table) addButton(tools, words.csv, async () => (await load()).savePlan(table, name));
}

addButton(tools, words.print, () => window.print());
offerPlan();
use.append(tools);
dateCitations();
nameRow();
window.addEventListener("hashchange", nameRow);
