import type { LocalDate } from "@/domain/shared/local-date";
import { accept, type Refusal, type Result, refuse } from "@/domain/shared/result";
import type { DocumentRule } from "./document-rule";

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
