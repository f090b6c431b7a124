import type { Facts } from "./hearing";

/** What a lost bid was told of its place; sentences from before there was anything to tell have none of it. */
const DEBRIEF = ["rank", "gap", "loss", "choice"] as const;

/** What a sentence is filled with: facts that are codes (a service, a milestone) in the words of its language. */
export function noticeValues(facts: Facts, word: (key: string) => string): Record<string, string | number> {
  const values: Record<string, string | number> = { ...facts };
  if (typeof facts.service === "string") values.service = word(`service-${facts.service}.name`);
  if (typeof facts.milestone === "string") {
    const [service, code] = facts.milestone.split(".");
    values.milestone = word(`service-${service}.milestone.${code}`);
  }
  if (typeof facts.delay === "string") values.delay = word(`delay.reason.${facts.delay}`);
  if (typeof facts.why === "string") values.why = word(`decide.disqualify.code.${facts.why}`);
  if (typeof facts.side === "string") values.side = word(`clearance.side.${facts.side}`);
  if (typeof facts.paymentReason === "string") values.paymentReason = word(`remittance.reason.${facts.paymentReason}`);
  values.ended = typeof facts.ended === "string" ? word(`decide.end.${facts.ended}`) : "none";
  for (const name of DEBRIEF) values[name] = facts[name] ?? "none";
  values.choiceWords = facts.choiceWords ?? "";
  return values;
}
