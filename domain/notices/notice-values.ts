import type { Facts } from "./hearing";

/** What a sentence is filled with: facts that are codes (a service, a milestone) in the words of its language. */
export function noticeValues(facts: Facts, word: (key: string) => string): Record<string, string | number> {
  const values: Record<string, string | number> = { ...facts };
  if (typeof facts.service === "string") values.service = word(`service-${facts.service}.name`);
  if (typeof facts.milestone === "string") {
    const [service, code] = facts.milestone.split(".");
    values.milestone = word(`service-${service}.milestone.${code}`);
  }
  return values;
}
