import type { ReadField, Source } from "../reading";
import { findAll } from "../text/find-all";

const DEGREE = String.raw`°|º|℃|度|град\p{L}*|do(?![a-z])|(?<=[-+−–]\d{1,2} ?)c(?![a-z])`;
const SIGNED = String.raw`(?:[-+−–]|零下|минус |am |minus )?\d{1,2}`;
const RANGE = new RegExp(
  String.raw`(?<![\p{Script=Latin}\p{Script=Cyrillic}\d])(?<!\d[.,])(?<a>${SIGNED}) ?(?:${DEGREE})? ?c?(?: ?(?:до|到|至|~|to|den|\.\.\.?|…) ?(?<b>${SIGNED}))? ?(?:${DEGREE}) ?c?`,
  "gu",
);
const HOTTEST = 60;

const readDegrees = (text: string): number => {
  const isBelow = /^(?:[-−–]|零下|минус|am|minus)/u.test(text);
  const degrees = Number(text.replace(/\D/g, ""));
  return isBelow ? -degrees : degrees;
};

/** The temperature to keep, in whole degrees Celsius; nothing where the text gives two that differ. */
export function readTemperature(source: Source): ReadField[] {
  const found = findAll(source.folded, RANGE).flatMap(({ span, groups }) => {
    const ends = [groups.a, groups.b].flatMap((text) => (text === undefined ? [] : [readDegrees(text)]));
    return ends.every((degrees) => Math.abs(degrees) <= HOTTEST)
      ? [{ span, min: Math.min(...ends), max: Math.max(...ends) }]
      : [];
  });
  const [first] = found;
  if (!first || found.some(({ min, max }) => min !== first.min || max !== first.max)) return [];
  const field = (name: string, value: number): ReadField => ({
    path: `services.logistics.${name}`,
    value: String(value),
    from: first.span,
    reason: "degrees_written",
    confidence: "sure",
  });
  return [field("temperatureMin", first.min), field("temperatureMax", first.max)];
}
