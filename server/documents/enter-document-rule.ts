import { hasDocumentRule, insertDocumentRule } from "../../db/repositories/documents";
import { readHubs } from "../../db/repositories/places";
import { may } from "../../domain/access/policy";
import { checkDocumentRule, type DocumentRuleRefusal } from "../../domain/documents/document-rule";
import { documentRuleSchema } from "../../domain/documents/document-rule-schema";
import { dayOf } from "../../domain/shared/local-date";
import { accept, type Refusal, type Result, refuse } from "../../domain/shared/result";
import { command } from "../platform/command";

/** An administrator adds a dated row to the rules of documents. What is entered stays: a later row of the rule takes its place. */
export const enterDocumentRule = command({
  name: "documents.enter-document-rule",
  action: "rules.change",
  input: documentRuleSchema,
  async run(
    { tx, actor, now, newId, concerns },
    rule,
  ): Promise<Result<{ id: string }, DocumentRuleRefusal | Refusal<"not_found">>> {
    if (!may(actor, "rules.change")) return refuse("not_found");
    const checked = checkDocumentRule(rule, {
      today: dayOf(now),
      isTaken: await hasDocumentRule(tx, rule),
      hubIds: new Set((await readHubs(tx)).map(({ id }) => id)),
    });
    if (!checked.ok) return checked;
    const id = newId();
    await insertDocumentRule(tx, rule, { id, enteredByUserId: actor.userId, enteredAt: now });
    concerns(id);
    return accept({ id });
  },
});
