import "server-only";
import { asc, eq } from "drizzle-orm";
import type { Reader } from "@/db/database";
import { ruleOfRow } from "@/db/repositories/document-rules";
import { users } from "@/db/schema/accounts";
import { documentRules } from "@/db/schema/documents";
import type { Actor } from "@/domain/access/actor";
import { may } from "@/domain/access/policy";
import { kindPosition } from "@/domain/services/document-kind";
import { type RuleStanding, standingOf } from "@/domain/documents/rules/check-rule";
import type { DocumentRule } from "@/domain/documents/rules/document-rule";
import { type Instant, instant } from "@/domain/shared/instant";
import { dayOf } from "@/domain/shared/local-date";
import type { NamedPlace } from "@/domain/shared/named";
import { namedHub } from "../../hubs/queries/names";
import { world } from "../../hubs/queries/network";

export type DocumentRuleRow = DocumentRule & {
  readonly id: string;
  readonly standing: RuleStanding;
  /** Null where the row came with a release. */
  readonly enteredBy: string | null;
  /** The names of its hubs, in the order of its list. */
  readonly hubNames: readonly NamedPlace[];
};

/** The rules of documents, each with its rows in the order of their days; null to all but administrators. */
export async function documentRulesView(read: Reader, viewer: Actor, now: Instant): Promise<DocumentRuleRow[] | null> {
  if (!may(viewer, "rules.change")) return null;
  const rows = await read
    .select({ rule: documentRules, enteredBy: users.name })
    .from(documentRules)
    .leftJoin(users, eq(users.id, documentRules.enteredByUserId))
    .orderBy(asc(documentRules.ruleId), asc(documentRules.fromDay));
  const rules = rows.map(({ rule }) => ruleOfRow(rule));
  const today = dayOf(instant(now));
  const known = rules.some(({ hubs }) => hubs.length > 0) ? await world(read) : null;
  return rows
    .map(({ rule, enteredBy }) => {
      const row = ruleOfRow(rule);
      const hubNames = known ? row.hubs.map((id) => namedHub(known, id)) : [];
      return { ...row, id: rule.id, enteredBy, hubNames, standing: standingOf(row, rules, today) };
    })
    .sort((a, b) => kindPosition(a.document) - kindPosition(b.document));
}
