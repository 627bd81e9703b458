// Files of the site that the search reads, and where its pages are.

export const ROOT = new URL("../", import.meta.url);

/** The address of a page in the language of this one: a site may have its pages once more below `/en/`. */
export const pageAddress = (url) => new URL(url.slice(1), new URL(document.documentElement.dataset.base ?? ROOT, ROOT)).pathname;

export async function readJson(path) {
  const response = await fetch(new URL(path, ROOT));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}
