import { hasDocumentRule, insertDocumentRule, insertVersion, versionsOfDeal } from "../../db/repositories/documents";
import { readHubs } from "../../db/repositories/places";
import { may } from "../../domain/access/policy";
import { checkDocumentRule, type DocumentRuleRefusal } from "../../domain/documents/document-rule";
import { documentRuleSchema } from "../../domain/documents/document-rule-schema";
import { dayOf } from "../../domain/shared/time";
import { accept, type Refusal, refuse, type Result } from "../../domain/shared/result";
import { command } from "../platform/command";
import { z } from "zod";
import { type ChangeRefusal, currentOf, enter, type EnterRefusal, revise } from "../../domain/documents/deal-document";
import { documentEntrySchema } from "../../domain/documents/document-fields";
import {
  dealOfParty,
  type DealRefusal,
  type DocumentReceipt,
  loadDocument,
  mayBearNumber,
  type NumberRefusal,
  receiptShape,
  lockDealOfDocument,
} from "./load-document";
import { papersChanged } from "../orders/chain/settle-chain";
import { lockNamedDeal } from "../../db/repositories/deals";

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

const enterDocumentInput = documentEntrySchema({ dealId: z.string().min(1).max(64) });

/** A party of the deal types in a paper. What it contradicts is said by the readiness, not refused: papers are as they are. */
export const enterDocument = command({
  name: "documents.enter-document",
  action: "document.enter",
  input: enterDocumentInput,
  http: {
    method: "POST",
    path: "/deals/{dealId}/documents",
    operation: "enterDealDocument",
    scope: "deals:write",
    status: 201,
    summary: "Enter a paper of a deal",
    description: "Each kind has its own `fields`. A contradiction is not refused: the readiness names it.",
    example: {
      kind: "packing_list",
      number: "PL-2026-118",
      date: "2026-12-01",
      fields: {
        packages: 400,
        grossWeightGrams: 11_200_000,
        netWeightGrams: 10_800_000,
        lines: [{ description: "Inverters 10 kW", hsCode: "850440", packages: 400, grossWeightGrams: 11_200_000 }],
      },
    },
    // A paper is revised on the screens alone, so its version is no ETag.
    screensOnly: ["version"],
    output: receiptShape,
    refusals: [
      "document_not_yours",
      "document_exists",
      "too_many_documents",
      "declaration_number_malformed",
      "not_permitted",
    ],
  },
  lock: lockNamedDeal,
  async run(
    context,
    { dealId, kind, number, date, fields },
  ): Promise<Result<DocumentReceipt, DealRefusal | EnterRefusal | NumberRefusal>> {
    const { tx, actor, now, newId, concerns } = context;
    const found = await dealOfParty(tx, actor, { dealId, action: "document.enter" });
    if (typeof found === "string") return refuse(found);
    const checked = enter({ kind, number }, found.parties, currentOf(await versionsOfDeal(tx, dealId)));
    if (!checked.ok) return checked;
    const numbered = await mayBearNumber(tx, dealId, { kind, number, date });
    if (!numbered.ok) return numbered;
    const id = newId();
    await insertVersion(tx, {
      ...{ id, version: 1, dealId, kind, number, date, fields, fileId: null, isWithdrawn: false },
      enteredByOrganisationId: actor.organisationId as string,
      enteredByUserId: actor.userId,
      enteredAs: checked.value,
      enteredAt: now,
    });
    await papersChanged(context, dealId);
    concerns(id);
    return accept({ id, version: 1, dealId });
  },
});

const reviseDocumentInput = documentEntrySchema({
  documentId: z.string().min(1).max(64),
  /** The version that was seen: a later one is not overwritten. */
  version: z.int(),
});

/** Who entered a paper types it in anew; the versions before stay on record. */
export const reviseDocument = command({
  name: "documents.revise-document",
  action: "document.change",
  input: reviseDocumentInput,
  lock: lockDealOfDocument,
  async run(
    context,
    { documentId, version, kind, number, date, fields },
  ): Promise<Result<DocumentReceipt, DealRefusal | ChangeRefusal | NumberRefusal>> {
    const { tx, actor, now, concerns } = context;
    const loaded = await loadDocument(tx, actor, { documentId, version });
    if (!loaded.ok) return loaded;
    const { latest, others } = loaded.value;
    const checked = revise(latest, { kind, number }, others);
    if (!checked.ok) return checked;
    const numbered = await mayBearNumber(tx, latest.dealId, { kind, number, date });
    if (!numbered.ok) return numbered;
    const next = latest.version + 1;
    const entered = { enteredByUserId: actor.userId, enteredAt: now };
    await insertVersion(tx, { ...latest, ...entered, number, date, fields, version: next });
    await papersChanged(context, latest.dealId);
    concerns(documentId);
    return accept({ id: documentId, version: next, dealId: latest.dealId });
  },
});

const withdrawDocumentInput = z.strictObject({ documentId: z.string().min(1).max(64), version: z.int().optional() });

/** Who entered a paper takes it back: it counts no more, and what it said stays on record. */
export const withdrawDocument = command({
  name: "documents.withdraw-document",
  action: "document.change",
  input: withdrawDocumentInput,
  lock: lockDealOfDocument,
  async run(context, { documentId, version }): Promise<Result<DocumentReceipt, DealRefusal | ChangeRefusal>> {
    const { tx, actor, now, concerns } = context;
    const loaded = await loadDocument(tx, actor, { documentId, version });
    if (!loaded.ok) return loaded;
    const { latest } = loaded.value;
    const next = latest.version + 1;
    const entered = { enteredByUserId: actor.userId, enteredAt: now };
    await insertVersion(tx, { ...latest, ...entered, version: next, isWithdrawn: true });
    await papersChanged(context, latest.dealId);
    concerns(documentId);
    return accept({ id: documentId, version: next, dealId: latest.dealId });
  },
});
