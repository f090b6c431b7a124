import type { Direction } from "@/domain/shared/direction";
import type { Mode } from "@/domain/hubs/place";
import type { LocalDate } from "@/domain/shared/local-date";
import type { IncotermRule } from "@/domain/tariff/incoterm";
import type { DocumentKind, DocumentParty } from "../../services/document-kind";

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
