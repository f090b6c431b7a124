import "server-only";
import { differsFromShipped } from "@/db/reference/as-shipped";
import { readDocumentRules } from "@/db/reference/read-reference";
import { z } from "zod";
import type { Reader } from "@/db/database";
import { type Actor, may, mayEver } from "@/domain/access/policy";
import { DOCUMENT_KINDS, kindPosition } from "@/domain/services/document-kind";
import type { DealDocumentsPage, DocumentRuleRow, OrderPacks, PackProof } from "@/views/documents";
import { type DealDocument, partyFor } from "@/domain/documents/deal-document";
import { fieldsSchemaOf } from "@/domain/documents/document-fields";
import { dealOfParty } from "./load-document";
import { examinePapers } from "../orders/chain/document-readiness";
import { asc, eq } from "drizzle-orm";
import { deliverablesOf, findPack, packsOfOrder, ruleOfRow, shippedRuleRow } from "@/db/repositories/documents";
import { users } from "@/db/schema/accounts";
import { documentRules } from "@/db/schema/documents";
import { standingOf } from "@/domain/documents/document-rule";
import { dayOf, type Instant, instant } from "@/domain/shared/time";
import { namedHub, referenceData } from "../hubs/queries/network";
import { findMilestones, findOrder } from "@/db/repositories/orders";
import { isOver } from "@/domain/orders/order";
import { deliverableRows } from "@/domain/documents/deliverables";
import { assert } from "@/domain/shared/result";
import { askedOf, heldOf } from "../orders/handed-over-deliverables";
import { filesOn } from "../files/queries";

const entryOf = (document: DealDocument) => ({
  ...document,
  fields: z.encode(fieldsSchemaOf(document.kind), document.fields) as Record<string, unknown>,
});

/** The papers of a deal with what is missing and what contradicts; null to all but its parties. */
export async function documentsView(read: Reader, viewer: Actor, dealId: string): Promise<DealDocumentsPage | null> {
  const found = await dealOfParty(read, viewer, { dealId, action: "document.read" });
  if (typeof found === "string") return null;
  const { deal, parties } = found;
  const { current, borderDay, readiness, ...examined } = await examinePapers(read, deal);
  const { rows, ...counts } = readiness;
  const isOwn = mayEver(viewer, "document.change");
  const { id, reference, title, cargo, goodsValue } = deal;
  return {
    ...examined,
    readiness: { ...counts, borderDay },
    documents: rows.map(({ documents, ...row }) => ({ ...row, entries: documents.map(entryOf) })),
    deal: { id, reference, title, cargo, currency: goodsValue.currency },
    parties,
    enterable: mayEver(viewer, "document.enter")
      ? DOCUMENT_KINDS.filter((kind) => partyFor(parties, kind) !== null)
      : [],
    ownIds: isOwn
      ? current.filter((one) => one.enteredByOrganisationId === viewer.organisationId).map((one) => one.id)
      : [],
  };
}

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
  const shipped = new Map(readDocumentRules().map((rule) => [`${rule.ruleId} ${rule.fromDay}`, shippedRuleRow(rule)]));
  const known = rules.some(({ hubs }) => hubs.length > 0) ? await referenceData(read) : null;
  return rows
    .map(({ rule, enteredBy }) => {
      const row = ruleOfRow(rule);
      const hubNames = known ? row.hubs.map((id) => namedHub(known, id)) : [];
      return {
        ...{ ...row, id: rule.id, enteredBy, hubNames, standing: standingOf(row, rules, today) },
        differsFromShipped: differsFromShipped(rule, shipped.get(`${rule.ruleId} ${rule.fromDay}`)),
      };
    })
    .sort((a, b) => kindPosition(a.document) - kindPosition(b.document));
}

/** What an order's provider hands over, what is there of it, and the packs that were made; null to all but its parties. */
export async function packsView(
  read: Reader,
  viewer: Actor,
  of: { readonly orderId: string; readonly now: Instant },
): Promise<OrderPacks | null> {
  const order = await findOrder(read, of.orderId);
  if (!order) return null;
  const organisationIds = [order.buyerOrganisationId, order.providerOrganisationId];
  if (!may(viewer, "order.read", { organisationIds })) return null;
  const named = await deliverablesOf(read, order.id);
  const files = await filesOn(read, { kind: "order", id: order.id }, { viewer, now: of.now });
  const packs = await packsOfOrder(read, order.id);
  const asked = await askedOf(read, order, named);
  const steps = await findMilestones(read, order);
  const deliverables = deliverableRows(asked, {
    steps,
    ...(await heldOf(read, order, steps)),
    files: files.map((file) => ({
      ...file,
      deliverable: named.find(({ fileId }) => fileId === file.id)?.code ?? null,
    })),
    isOver: isOver(order),
  });
  const mayMake = may(viewer, "order.pack", { organisationIds });
  return {
    deliverables,
    unnamed: files
      .filter(({ id, isOwn, state }) => isOwn && state !== "infected" && !named.some(({ fileId }) => fileId === id))
      .map(({ id, name }) => ({ id, name })),
    packs: packs.map(({ id, madeAt, root, entries }) => ({ id, madeAt, root, count: entries.length })),
    mayName: mayMake && asked.codes.length > 0,
    mayMake,
  };
}

/** What anybody with its address may know of a pack: that it was made, when, and the hash of each part. */
export async function packProof(read: Reader, id: string): Promise<PackProof | null> {
  const pack = await findPack(read, id);
  if (!pack) return null;
  const order = await findOrder(read, pack.orderId);
  assert(order, `order ${pack.orderId} is there`);
  return {
    id,
    orderReference: order.reference,
    madeAt: pack.madeAt,
    root: pack.root,
    entries: pack.entries.map(({ sha256, bytes, deliverable }, at) => ({ number: at + 1, sha256, bytes, deliverable })),
  };
}
