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
      .map((part) => ({ token: nameToken(part), place })),
  );
}

function nameToken(sign) {
  if (PLAIN.test(sign)) return sign;
  const digits = sign.codePointAt(0).toString(16);
  return "z" + [...digits].map((digit) => String.fromCharCode(97 + parseInt(digit, 16))).join("");
}
