// Printed text as tokens of the search index: the twin of generator/search/tokens.py. Both obey one case file.

const BLANK = /[\p{Z}\p{Cc}\p{Cf}]/u;
const PLAIN = /[0-9a-z\u3400-\u4dbf\u4e00-\u9fff]/;

/** Printed text as tokens of the index: every character one, `≥95％` → `["zccgf", "9", "5", "zcf"]`. */
export function tokenise(text) {
  return locateTokens([...text]).map(({ token }) => token);
}

/** Each token with the place in `signs` (an array of characters) where it was printed. */
export function locateTokens(signs) {
  return signs.flatMap((sign, place) =>
    [...sign.normalize("NFKC").toLowerCase()]
      .filter((part) => !BLANK.test(part))
      .map((part) => ({ token: PLAIN.test(part) ? part : "z" + spell(part), place })),
  );
}

/** The token of all pages that have a value. */
export const nameValue = (facet, id) => "y" + [...`${facet} ${id}`].map(spell).join("");

/** The code point in hexadecimal, its digits written as `a`-`p`. */
function spell(sign) {
  const digits = sign.codePointAt(0).toString(16);
  return [...digits].map((digit) => String.fromCharCode(97 + parseInt(digit, 16))).join("");
}
