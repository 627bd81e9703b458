// The search box of every page: `/` leads to it. What it suggests is loaded when it is first used.

const box = document.querySelector("[data-search-box]");
const FIELDS = "input, textarea, select, [contenteditable]";

addEventListener("keydown", (event) => {
  const isShortcut = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (!isShortcut || !box || event.target.closest?.(FIELDS)) return;
  event.preventDefault();
  box.focus();
  box.select();
});

if (box?.form.dataset.suggest) {
  // Without its suggestions the box is a plain form, which works all the same.
  const begin = () => import("./search-suggest.js").then(({ Suggestions }) => new Suggestions(box).ask(), () => {});
  if (document.activeElement === box) begin();
  else box.addEventListener("focus", begin, { once: true });
}
