// Elements and sentences of a page, made by scripts.

export function makeElement(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** A string of the interface with its `{…}` filled in; `{count:page|pages}` gives `1 page` and `2 pages`. */
export const fill = (sentence, values) =>
  sentence.replace(/\{(\w+)(?::([^|}]*)\|([^}]*))?\}/g, (_, name, one, many) => {
    const noun = `${values[name]}` === "1" ? one : many;
    return noun ? `${values[name]} ${noun}` : values[name];
  });
