import type { Direction } from "@/domain/shared/direction";
import type { Mode } from "@/domain/hubs/place";
import type { LocalDate } from "@/domain/shared/local-date";
import type { IncotermRule } from "@/domain/tariff/incoterm";
import type { DocumentKind, DocumentParty } from "../services/document-kind";
import { type Refusal, type Result, accept, refuse } from "@/domain/shared/result";

/** What must hold of a deal before a rule asks for its document. Conditions join by AND, the members of a list by OR; an empty list asks nothing. */
export type RuleConditions = {
  readonly hubs: readonly string[];
  readonly directions: readonly Direction[];
  readonly modes: readonly Mode[];
  /** Two digits are a chapter; more narrow it down. One cargo line under one of them is enough. */
  readonly hsPrefixes: readonly string[];
  /** China's: `0110`, `1039` … */
  readonly supervisionModes: readonly string[];
  /** ISO 3166-1 alpha-2, as the two below. */
  readonly originCountries: readonly string[];
  readonly destinationCountries: readonly string[];
  /** Passed on the way: neither China nor the deal's own ends. */
  readonly transitCountries: readonly string[];
  /** Terms of delivery, of which the deal has one. */
  readonly incoterms: readonly IncotermRule[];
  /** Asks for a cargo line with a UN number. */
  readonly isForDangerousGoods: boolean;
};

/** One dated row of the rules. A later row of the same `ruleId` takes its place from its own day on. */
export type DocumentRule = RuleConditions & {
  readonly ruleId: string;
  readonly document: DocumentKind;
  readonly provider: DocumentParty;
  readonly fromDay: LocalDate;
  /** The last day; null where no end is known. */
  readonly toDay: LocalDate | null;
  /** The document must be dated at least so many days before the border. */
  readonly daysAhead: number;
  /** How far weights may lie apart where this document is one of the two; null: equal to the gram. */
  readonly weightToleranceBps: number | null;
  /** Where the rule can be read, or "demo estimate". */
  readonly source: string;
  readonly noteEn: string;
  readonly noteZh: string;
};

/** The row of each rule that counts on `day`: the last one begun by then. Of two with one day the later in the list counts. An ended row brings none back. */
export function rowsOn(rules: readonly DocumentRule[], day: LocalDate): DocumentRule[] {
  const byRule = new Map<string, DocumentRule>();
  for (const row of rules) {
    if (row.fromDay > day) continue;
    const known = byRule.get(row.ruleId);
    if (!known || row.fromDay >= known.fromDay) byRule.set(row.ruleId, row);
  }
  return [...byRule.values()];
}

export type DocumentRuleRefusal = Refusal<"document_rule_in_past" | "document_rule_exists" | "hub_unknown">;

type Known = {
  readonly today: LocalDate;
  /** Whether the rule has a row of that day already. */
  readonly isTaken: boolean;
  readonly hubIds: ReadonlySet<string>;
};

/**
 * A row of the rules that may be added: from today on, for what was said to deals in the past stays explained by what held then; one a
 * rule and day; about hubs that are there.
 */
export function checkDocumentRule(
  rule: Pick<DocumentRule, "fromDay" | "hubs">,
  { today, isTaken, hubIds }: Known,
): Result<void, DocumentRuleRefusal> {
  const unknown = rule.hubs.find((hub) => !hubIds.has(hub));
  if (unknown !== undefined) return refuse("hub_unknown", { hub: unknown });
  if (rule.fromDay < today) return refuse("document_rule_in_past");
  return isTaken ? refuse("document_rule_exists", { day: rule.fromDay }) : accept(undefined);
}

export type RuleStanding = "in_force" | "coming" | "superseded" | "ended";

/** Where each row stands on `today` among the other rows of its rule, for the administrators' list. */
export function standingOf(
  row: Pick<DocumentRule, "ruleId" | "fromDay" | "toDay">,
  rows: readonly Pick<DocumentRule, "ruleId" | "fromDay">[],
  today: LocalDate,
): RuleStanding {
  if (row.fromDay > today) return "coming";
  const isFollowed = rows.some(
    (other) => other.ruleId === row.ruleId && other.fromDay > row.fromDay && other.fromDay <= today,
  );
  if (isFollowed) return "superseded";
  return row.toDay !== null && row.toDay < today ? "ended" : "in_force";
}
