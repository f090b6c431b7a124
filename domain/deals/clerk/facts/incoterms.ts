import { INCOTERMS } from "@/domain/tariff/incoterm";
import type { ReadField, Source, Span } from "../reading";
import type { Mention } from "../route/mentions";
import { findAll } from "../text/find-all";

const RULE = new RegExp(String.raw`(?<![a-z])(?<rule>${INCOTERMS.join("|").toLowerCase()})(?![a-z])`, "g");
// Between the rule and its place stands nothing but blanks, a comma or the short word for a station.
const PLACE_LEAD = /^[\s,:：]{0,2}(?:ст\.? ?|г\.? ?|ga )?/u;
const PLACE_MAX = 80;

/** The rule of Incoterms 2020 where the text names exactly one, and its place where a known one follows at once. */
export function readIncoterm(source: Source, mentions: readonly Mention[]): ReadField[] {
  const found = findAll(source.folded, RULE);
  const [first] = found;
  if (!first || new Set(found.map(({ groups }) => groups.rule)).size !== 1) return [];
  const rule: ReadField = {
    path: "incotermRule",
    value: (first.groups.rule ?? "").toUpperCase(),
    from: first.span,
    reason: "rule_named",
    confidence: "sure",
  };
  for (const { span } of found) {
    const lead = PLACE_LEAD.exec(source.folded.slice(span[1]))?.[0] ?? "";
    const at = span[1] + lead.length;
    const mention = mentions.find((one) => one.span[0] === at);
    if (!mention) continue;
    const from: Span = [span[1] + lead.search(/[^\s,:：]|$/u), mention.span[1]];
    const value = source.text.slice(...from).slice(0, PLACE_MAX);
    return [rule, { path: "incotermPlace", value, from, reason: "place_of_rule", confidence: "sure" }];
  }
  return [rule];
}
