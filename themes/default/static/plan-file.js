// The plan of a project as files: the chart as it is shown, in its colours, and the table.

import { saveFile, saveRows } from "./save-file.js";

const PAINT = ["fill", "stroke", "stroke-dasharray", "font-size", "font-family", "text-anchor"];
const MARGIN = 12; // around the chart, in its own units

export function saveChart(chart, name, about) {
  const copy = chart.cloneNode(true);
  const shown = [chart, ...chart.querySelectorAll("*")];
  for (const [place, element] of [copy, ...copy.querySelectorAll("*")].entries()) paint(element, shown[place]);
  const { width, height } = chart.viewBox.baseVal;
  const box = [-MARGIN, -MARGIN, width + 2 * MARGIN, height + 2 * MARGIN];
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("viewBox", box.join(" "));
  const ground = getComputedStyle(document.documentElement).backgroundColor;
  copy.firstElementChild.insertAdjacentHTML(
    "afterend",
    `<desc></desc><rect x="${-MARGIN}" y="${-MARGIN}" width="100%" height="100%" fill="${ground}"/>`,
  );
  copy.querySelector("desc").textContent = about;
  saveFile(new XMLSerializer().serializeToString(copy), "image/svg+xml", `${name}.svg`);
}

/** What the style sheet says becomes part of the element, which stands alone in the file. */
function paint(element, shown) {
  const style = getComputedStyle(shown);
  for (const name of PAINT) element.setAttribute(name, style.getPropertyValue(name));
  if (shown.tagName === "rect") for (const name of ["x", "width"]) element.setAttribute(name, parseFloat(style[name]));
  element.removeAttribute("class");
}

export function savePlan(table, name) {
  const rows = [...table.rows].map(({ cells }) => [...cells].map(({ textContent }) => textContent.trim()));
  saveRows(rows, `${name}.csv`);
}
