import { and, eq, isNotNull } from "drizzle-orm";
import { findDeal, type StoredDeal } from "../../../db/repositories/deals";
import { orderMilestones, orders } from "../../../db/schema/orders";
import type { Actor } from "../../../domain/access/policy";
import { missingBeforeFiling } from "../../../domain/documents/missing-papers";
import type { ReadinessRow } from "../../../domain/documents/readiness";
import { type DocumentKind, shapeOf } from "../../../domain/services/document-kind";
import { addDays, HOUR_MS, type Instant, instant, later, type LocalDate } from "../../../domain/shared/time";
import { enterDocument } from "../../../server/documents/enter-document";
import { examinePapers } from "../../../server/orders/chain/document-readiness";
import { byOffice } from "../../plan/calendar";
import { enteredPapers, headOf, sellersPapersOf } from "../enter-papers";
import type { Stage } from "../stage";
import type { OrderOfYear } from "./history-rooms";

/** So long before a broker says that papers are complete the last of them is typed in. */
const BEFORE_MS = 2 * HOUR_MS;

/** Without these no customs take a declaration from a broker; they are typed in for each. */
const DECISIVE: ReadonlySet<DocumentKind> = new Set(["sales_contract", "power_of_attorney", "phytosanitary"]);
const SELLERS: ReadonlySet<DocumentKind> = new Set(["commercial_invoice", "packing_list"]);
/** Of one deal in so many the rest comes by mail, and the broker says so. */
const BY_MAIL_IN = 12;

/** A paper or certificate of the deal, in time for what a rule asks of it. */
function paperOf(
  { kind, reasons }: ReadinessRow,
  of: { deal: StoredDeal; at: Instant; borderDay: LocalDate; known: Known },
) {
  const { deal, at, borderDay, known } = of;
  const head = headOf(kind, deal, { at, known });
  const ahead = addDays(borderDay, -Math.max(0, ...reasons.map(({ daysAhead }) => daysAhead)));
  const hsCodes = [...new Set(deal.cargo.map(({ hsCode }) => hsCode))];
  return {
    ...head,
    date: ahead < head.date ? ahead : head.date,
    fields: shapeOf(kind) === "certificate" ? { hsCodes } : {},
  };
}

async function isFetched({ database }: Stage, dealId: string): Promise<boolean> {
  const rows = await database.read
    .select({ id: orders.id })
    .from(orders)
    .innerJoin(orderMilestones, eq(orderMilestones.orderId, orders.id))
    .where(and(eq(orders.dealId, dealId), eq(orderMilestones.code, "picked_up"), isNotNull(orderMilestones.occurredAt)))
    .limit(1);
  return rows.length > 0;
}

type Known = Awaited<ReturnType<typeof enteredPapers>>;
type Parties = { readonly id: string; readonly buyer: Actor; readonly provider: Actor };
type Wanted = { readonly at: Instant; readonly isWanted: (kind: DocumentKind, deal: StoredDeal) => boolean };

/** What rules ask for of an order's deal before a filing and nobody has entered: by the buyer, and by the broker what is its own to provide. */
async function enterMissing(stage: Stage, { id, buyer, provider }: Parties, { at, isWanted }: Wanted): Promise<void> {
  const { read } = stage.database;
  const [row] = await read.select({ dealId: orders.dealId }).from(orders).where(eq(orders.id, id));
  const deal = row && (await findDeal(read, row.dealId));
  if (!deal) return;
  const { readiness, borderDay } = await examinePapers(read, deal);
  const missing = missingBeforeFiling(readiness).filter((kind) => isWanted(kind, deal));
  const enter = (by: Actor, paper: object) => stage.act(at, by, enterDocument, { dealId: deal.id, ...paper });
  // Of goods that were fetched before, their seller's invoice is no news.
  if (missing.some((kind) => SELLERS.has(kind)) && !(await isFetched(stage, deal.id)))
    for (const paper of sellersPapersOf(deal, { at, known: await enteredPapers(read, deal.id) }))
      if (missing.includes(paper.kind)) await enter(buyer, paper);
  for (const one of readiness.rows) {
    if (!missing.includes(one.kind) || SELLERS.has(one.kind)) continue;
    const known = await enteredPapers(read, deal.id);
    await enter(one.provider === "customs" ? provider : buyer, paperOf(one, { deal, at, borderDay, known }));
  }
}

/** All that is missing, before a broker says that papers are complete; of a few deals only what no customs do without. */
export function enterBrokersPapers(stage: Stage, order: OrderOfYear, complete: Instant): Promise<void> {
  const asked = order.plan.reports.find(({ code }) => code === "documents_requested")?.at ?? complete;
  const at = instant(Math.max(byOffice(later(complete, -BEFORE_MS)), Math.min(asked, complete)));
  const isByMail = ({ id }: StoredDeal) => (Number.parseInt(id.slice(-4), 36) || 0) % BY_MAIL_IN === 0;
  const isWanted = (kind: DocumentKind, deal: StoredDeal) => DECISIVE.has(kind) || !isByMail(deal);
  return enterMissing(stage, order, { at, isWanted });
}

/** By which goods pass a third country under its customs' eyes. */
const TRANSIT: ReadonlySet<DocumentKind> = new Set(["tir_carnet", "transit_declaration"]);

/** What a carrier has opened for goods that pass a third country: a TIR carnet or a transit declaration, as the rules ask for it. */
export async function enterTransit(stage: Stage, carrier: Actor, of: { deal: StoredDeal; at: Instant }): Promise<void> {
  const { deal, at } = of;
  const { readiness } = await examinePapers(stage.database.read, deal);
  const known = await enteredPapers(stage.database.read, deal.id);
  for (const { kind } of readiness.rows.filter((one) => TRANSIT.has(one.kind)))
    await stage.act(at, carrier, enterDocument, { dealId: deal.id, ...headOf(kind, deal, { at, known }), fields: {} });
}

/** A broker's power of attorney and the certificate of goods that grow, where nobody has entered them. */
export const enterAuthority = (stage: Stage, order: Parties, at: Instant): Promise<void> =>
  enterMissing(stage, order, { at, isWanted: (kind) => kind === "power_of_attorney" || kind === "phytosanitary" });

/** The certificate of goods that grow, before they are fetched, whoever clears them. */
export const enterPhytosanitary = (stage: Stage, order: Parties, at: Instant): Promise<void> =>
  enterMissing(stage, order, { at, isWanted: (kind) => kind === "phytosanitary" });
