// Copy, share and print a project, and name the row in a report. Without JavaScript the texts are there to be copied by hand.

const use = document.querySelector("[data-use]");
const words = use.dataset;
const tools = document.createElement("p");
tools.className = "tools";

/** A button that says for a moment that it has done its work. */
function addButton(parent, label, work, done) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = label;
  button.addEventListener("click", async () => {
    await work();
    if (!done) return;
    button.textContent = done;
    setTimeout(() => { button.textContent = label; }, 2000);
  });
  parent.append(button);
}

for (const block of use.querySelectorAll("pre")) {
  addButton(block.previousElementSibling, words.copy, () => navigator.clipboard.writeText(block.textContent), words.copied);
}

const address = document.querySelector("link[rel=canonical]").href;
if (navigator.share) {
  // A visitor who closes the dialogue has not failed.
  addButton(tools, words.share, () => navigator.share({ title: document.title, url: address }).catch(() => {}));
}
addButton(tools, words.print, () => window.print());
use.append(tools);

/** The row that the address names goes into the report. */
function nameRow() {
  const report = use.querySelector("[data-report]");
  if (!/^#row-\d+$/.test(location.hash)) return;
  const url = new URL(report.href);
  const body = url.searchParams.get("body").replace(/^(\S+\s*[:：] *)(https?:\S+)/u, (_, label, page) => `${label}${page.replace(/#.*/u, "")}${location.hash}`);
  url.searchParams.set("body", body);
  report.href = url.href;
}
window.addEventListener("hashchange", nameRow);
nameRow();
