// Narrows a list of projects down in place. The choice stands in the address; without JavaScript the whole list is shown.

const form = document.querySelector("[data-filters]");
const list = document.querySelector("[data-list]");
const status = document.querySelector("[data-list-status]");
const fields = [...form.elements].filter((field) => field.name);
const whole = status.textContent; // how many there are in all

/** Text as it is compared: full-width forms, letter case and blanks make no difference. */
const folded = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/gu, "");

const rows = [...list.tBodies[0].rows].map((row) => ({ row, name: folded(row.cells[0].textContent) }));

/** What is chosen: `[["year", "2024"], …]`, without the filters left open. */
const chosen = () => [...new FormData(form)].filter(([, value]) => value.trim() !== "");

/** The address decides what the form holds. A value that the list does not offer leaves its filter open. */
function readAddress() {
  const asked = new URLSearchParams(location.search);
  for (const field of fields) {
    field.value = asked.get(field.name) ?? "";
    if (field.selectedIndex === -1) field.value = "";
  }
  form.closest("details").open ||= chosen().length > 0;
  show();
}

function show() {
  const { q = "", ...wanted } = Object.fromEntries(chosen());
  const text = folded(q);
  let shown = 0;
  for (const { row, name } of rows) {
    const fits = name.includes(text) && Object.entries(wanted).every(([key, value]) => row.dataset[key] === value);
    row.hidden = !fits;
    if (fits) shown += 1;
  }
  const counted = status.dataset.text.replace("{shown}", shown).replace("{total}", rows.length);
  status.textContent = shown === rows.length ? whole : counted;
}

function enter() {
  const address = new URL(location.href);
  address.search = new URLSearchParams(chosen());
  history.replaceState(null, "", address);
  show();
}

form.addEventListener("input", enter);
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => setTimeout(enter)); // the fields are empty only after the event
addEventListener("popstate", readAddress);
readAddress();
