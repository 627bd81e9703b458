// The table as it is shown, as a file for spreadsheets.

import { saveRows } from "./save-file.js";

export const saveTable = (table, name, words) => saveRows(readTable(table, words), `${name}.csv`);

/** Beside each cell stand the addresses that it leads to. */
function readTable({ rows }, words) {
  const [names, ...others] = [...rows].map(({ cells }) => [...cells]);
  const heads = names.slice(1).flatMap((cell) => [textOf(cell), words.csv_source.replace("{name}", () => textOf(cell))]);
  const lines = [[words.csv_part, words.csv_row, ...heads]];
  let part;
  for (const [label, ...cells] of others) {
    if (cells.length === 0) part = textOf(label);
    else lines.push([part, textOf(label), ...cells.flatMap((cell) => [textOf(cell), addressesIn(cell)])]);
  }
  return lines;
}

const addressesIn = (cell) => [...cell.querySelectorAll("a")].map(({ href }) => href).join(" ");

/** What a cell shows, without the name that is repeated on narrow screens and without the numbers of lines. */
function textOf(cell) {
  const copy = cell.cloneNode(true);
  for (const element of copy.querySelectorAll(".compare-who, .line")) element.remove();
  const values = [...copy.querySelectorAll("p")];
  return (values.length > 0 ? values : [copy]).map(({ textContent }) => textContent.replace(/\s+/g, " ").trim()).join("；");
}
