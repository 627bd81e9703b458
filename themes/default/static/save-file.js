// Gives a visitor a file that was made in the browser.

export function saveFile(text, type, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

const FORMULA = /^[=+\-@\t\r＝＋－＠]/;

/** For spreadsheets: UTF-8 with BOM, CRLF, nothing that would run as a formula. */
export function saveRows(rows, name) {
  saveFile("\ufeff" + rows.map((row) => row.map(quote).join(",") + "\r\n").join(""), "text/csv", name);
}

function quote(text) {
  const guarded = FORMULA.test(text) ? "'" + text : text;
  return '"' + guarded.replaceAll('"', '""') + '"';
}
