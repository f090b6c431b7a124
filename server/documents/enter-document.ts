import { z } from "zod";
import { insertVersion, versionsOfDeal } from "../../db/repositories/documents";
import { currentOf, enter, type EnterRefusal } from "../../domain/documents/deal-document";
import { documentEntrySchema } from "../../domain/documents/document-fields";
import { accept, type Result, refuse } from "../../domain/shared/result";
import {
  type DealRefusal,
  type DocumentReceipt,
  type NumberRefusal,
  dealOfParty,
  mayBearNumber,
  receiptShape,
} from "./load-document";
import { papersChanged } from "../orders/chain/settle-chain";
import { command } from "../platform/command";

const input = documentEntrySchema({ dealId: z.string().min(1).max(64) });

/** A party of the deal types in a paper. What it contradicts is said by the readiness, not refused: papers are as they are. */
export const enterDocument = command({
  name: "documents.enter-document",
  action: "document.enter",
  input,
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
