// The table as it is shown, as a file for spreadsheets: UTF-8 with BOM, CRLF, nothing that would run as a formula.

const FORMULA = /^[=+\-@\t\r＝＋－＠]/;

export function saveTable(table, name, words) {
  const text = "\ufeff" + readTable(table, words).map((row) => row.map(quote).join(",") + "\r\n").join("");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  link.download = `${name}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

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

function quote(text) {
  const guarded = FORMULA.test(text) ? "'" + text : text;
  return '"' + guarded.replaceAll('"', '""') + '"';
}
