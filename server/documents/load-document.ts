import { z } from "zod";
import { accept, type Refusal, refuse, type Result } from "../../domain/shared/result";
import { idText } from "../platform/api/endpoint-kinds";
import { and, eq, inArray, ne, sql } from "drizzle-orm";
import { prepared, type Reader, type Writer } from "../../db/database";
import { type StoredDeal, findDeal, lockNamedDeal } from "../../db/repositories/deals";
import { mayBeDeclared } from "../../domain/clearance/declaration-number";
import { countryOfSide } from "../../domain/clearance/release";
import { isDeclaredIn } from "../../domain/orders/document-numbers";
import { startOfDay } from "../../domain/shared/zones";
import { orders } from "../../db/schema/orders";
import { type Action, type Actor, may } from "../../domain/access/policy";
import type { DocumentParty } from "../../domain/services/document-kind";
import { type StoredDocument, versionsOfDeal, versionsOfDocument } from "../../db/repositories/documents";
import { type ChangeRefusal, change, currentOf } from "../../domain/documents/deal-document";
import { countriesOf } from "@/server/hubs/queries/network";

/** What a document's command answers: which document, and the version to name in the next one. */
export const receiptShape = z
  .strictObject({ id: idText, version: z.int(), dealId: idText })
  .meta({ id: "DocumentReceipt" });
export type DocumentReceipt = z.output<typeof receiptShape>;

export type DealRefusal = Refusal<"not_found" | "not_permitted">;

/** The deal, and what the viewer's organisation is in it. */
export type DealOfParty = { readonly deal: StoredDeal; readonly parties: readonly DocumentParty[] };

const PAPERED = ["customs", "logistics"] as const;

const paperedOrders = prepared("papered_orders_of_deal", (db) =>
  db
    .select({ organisationId: orders.providerOrganisationId, service: orders.service })
    .from(orders)
    .where(
      and(
        eq(orders.dealId, sql.placeholder("dealId")),
        inArray(orders.service, [...PAPERED]),
        ne(orders.state, "cancelled"),
      ),
    ),
);

async function partiesOf(db: Reader, deal: StoredDeal): Promise<Map<string, DocumentParty[]>> {
  const rows = await paperedOrders(db, { dealId: deal.id });
  const found = new Map<string, DocumentParty[]>([[deal.buyerOrganisationId, ["buyer"]]]);
  for (const { organisationId, service } of rows)
    found.set(organisationId, [...(found.get(organisationId) ?? []), service as DocumentParty]);
  return found;
}

/**
 * A deal to the parties of its papers: its buyer, and the providers of its customs and logistics orders that were not called off.
 * To everybody else, bidders of its requests among them, it is not there.
 */
export async function dealOfParty(
  db: Reader,
  actor: Actor,
  of: { readonly dealId: string; readonly action: Action },
): Promise<DealOfParty | "not_found" | "not_permitted"> {
  const deal = await findDeal(db, of.dealId);
  if (!deal) return "not_found";
  const all = await partiesOf(db, deal);
  const parties = all.get(actor.organisationId ?? "") ?? [];
  if (parties.length === 0) return "not_found";
  return may(actor, of.action, { organisationIds: [...all.keys()] }) ? { deal, parties } : "not_permitted";
}

/** The lock of what becomes of a document: its deal, whose other papers and gates it is held to. */
export async function lockDealOfDocument(tx: Writer, { documentId }: { readonly documentId: string }) {
  const [first] = await versionsOfDocument(tx, documentId);
  if (first) await lockNamedDeal(tx, first);
}

type Loaded = { readonly latest: StoredDocument; readonly others: readonly StoredDocument[] };

/** The document that a command changes, if the actor may; to those who are no party of its deal it is not there. */
export async function loadDocument(
  tx: Reader,
  actor: Actor,
  of: { readonly documentId: string; readonly version?: number | undefined },
): Promise<Result<Loaded, DealRefusal | ChangeRefusal>> {
  const latest = (await versionsOfDocument(tx, of.documentId)).at(-1);
  if (!latest) return refuse("not_found");
  const found = await dealOfParty(tx, actor, { dealId: latest.dealId, action: "document.change" });
  if (typeof found === "string") return refuse(found);
  const checked = change(latest, { organisationId: actor.organisationId, version: of.version });
  if (!checked.ok) return checked;
  return accept({ latest, others: currentOf(await versionsOfDeal(tx, latest.dealId)) });
}

export type NumberRefusal = Refusal<"declaration_number_malformed">;

type Numbered = Pick<StoredDocument, "kind" | "number" | "date">;

/** Whether a declaration on paper bears a number that the customs can have given by its date; a paper of another kind, and of a country whose numbers have no form here, bears any. */
export async function mayBearNumber(
  db: Reader,
  dealId: string,
  { kind, number, date }: Numbered,
): Promise<Result<void, NumberRefusal>> {
  const side = kind === "export_declaration" ? "export" : kind === "import_declaration" ? "import" : null;
  const deal = side && (await findDeal(db, dealId));
  if (!side || !deal) return accept(undefined);
  const ends = await countriesOf(db, deal);
  const country = countryOfSide(side, ends);
  if (country === null || !isDeclaredIn(country)) return accept(undefined);
  return mayBeDeclared({ country, number }, { ends, filedAt: startOfDay(date), isLatest: true });
}
