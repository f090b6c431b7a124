const GROUPING = /[\s\u00A0\u202F]/g;
const NUMBER = /^[+-]?\d+(?:[.,]\d+)?$/;

const bareOf = (text: string): string => text.normalize("NFKC").replace(GROUPING, "");

/** A number as people write it, with either decimal sign; what is no number stays text, so that a schema can say so. */
export function readNumber(text: string): number | string {
  const bare = bareOf(text);
  return NUMBER.test(bare) ? Number(bare.replace(",", ".")) : text;
}
