import { and, desc, eq, inArray, isNotNull, notExists, sql } from "drizzle-orm";
import type { Reader } from "../../db/database";
import { versionsOfDeal } from "../../db/repositories/documents";
import { findDeal, type StoredDeal } from "../../db/repositories/deals";
import { requestsOfDeal } from "../../db/repositories/requests";
import { deals } from "../../db/schema/deals";
import { dealDocuments } from "../../db/schema/documents";
import { orderMilestones, orders } from "../../db/schema/orders";
import type { Actor } from "../../domain/access/policy";
import { currentOf, type DealDocument } from "../../domain/documents/deal-document";
import type { KeptEvidence } from "../../domain/orders/evidence";
import { cargoTotals } from "../../domain/deals/deal";
import type { DocumentKind } from "@/domain/services/document-kind";
import type { Mode } from "../../domain/hubs/place";
import { dayOf, HOUR_MS, type Instant, instant, later } from "../../domain/shared/time";
import { toWireMoney } from "../../domain/shared/wire-fields";
import { enterDocument } from "@/server/documents/enter-document";
import { byOffice } from "../plan/calendar";
import { paperDate } from "../plan/papers/paper-dates";
import { tradersOf } from "../plan/customs-spec";
import { flightOf, paperNumber } from "../plan/papers/paper-numbers";
import { STATES_WITHOUT_CMR } from "../../domain/services/logistics/terms";
import { type DemoOrganisation, writtenName } from "../plan/market-data";
import type { PlannedDeal } from "../plan/plan-deal";
import type { Stage } from "./stage";

const DEALS_WITH_PAPERS = 3;
const CONSIGNEE_MAX = 160;
/** Whose waybill was typed with two digits exchanged. */
const CONTRADICTING = 1;

const WAYBILLS: Readonly<Record<Mode, DocumentKind>> = {
  road: "cmr",
  rail: "smgs",
  sea: "bill_of_lading",
  air: "air_waybill",
};

type KnownPaper = Pick<DealDocument, "kind" | "date">;

/** The papers that are entered of a deal. */
export const enteredPapers = async (read: Reader, dealId: string): Promise<readonly KnownPaper[]> =>
  currentOf(await versionsOfDeal(read, dealId));

/** Kind, number and date of a paper that is typed in at a moment, beside those that are there. */
export function headOf(
  kind: DocumentKind,
  deal: StoredDeal,
  { at, known }: { at: Instant; known: readonly KnownPaper[] },
) {
  const { reference, readyDate } = deal;
  const sale = { reference, readyDate, postedOn: dayOf(deal.createdAt) };
  const date = paperDate(kind, sale, { typed: dayOf(at), known });
  return { kind, number: paperNumber(kind, deal, date), date };
}

/** By what a deal's goods travel, and the air waybill where its carrier has named it: as told when they were fetched. */
async function loadOf(read: Reader, dealId: string): Promise<KeptEvidence> {
  const [row] = await read
    .select({ evidence: orderMilestones.evidence })
    .from(orderMilestones)
    .innerJoin(orders, eq(orders.id, orderMilestones.orderId))
    .where(and(eq(orders.dealId, dealId), eq(orderMilestones.code, "picked_up"), isNotNull(orderMilestones.evidence)));
  return row?.evidence ?? {};
}

const waybillKindOf = ({ mode, corridor }: StoredDeal): DocumentKind =>
  mode === "road" && corridor.split("-").every((country) => STATES_WITHOUT_CMR.includes(country))
    ? "intl_road_waybill"
    : WAYBILLS[mode];

type TypedIn = { readonly at: Instant; readonly known: readonly KnownPaper[] };

/** The invoice and the packing list, which a buyer types in first, about the cargo as it was posted. */
export function sellersPapersOf(deal: StoredDeal, typed: TypedIn) {
  const { packages, grossWeightGrams } = cargoTotals(deal.cargo);
  const lines = deal.cargo.map(({ description, hsCode }) => ({ description, hsCode }));
  const total = toWireMoney(deal.goodsValue);
  return [
    { ...headOf("commercial_invoice", deal, typed), fields: { total, incoterm: deal.incoterm.rule, lines } },
    { ...headOf("packing_list", deal, typed), fields: { packages, grossWeightGrams, lines } },
  ];
}

/** Whoever the goods go to, as a carrier writes them. */
export function consigneeOf({ movement, buyer, partner }: PlannedDeal): string {
  return writtenName(tradersOf(movement, buyer, partner).importer, CONSIGNEE_MAX);
}

/** The importer that a request for clearance of the deal names; where none does, the place that the goods go to. */
async function importerOf(read: Reader, { id, incoterm }: StoredDeal): Promise<string> {
  const specs = (await requestsOfDeal(read, id)).map(({ spec }) => spec as { importerOfRecord?: { name: string } });
  return specs.find(({ importerOfRecord }) => importerOfRecord)?.importerOfRecord?.name ?? incoterm.place;
}

/** The waybill that a carrier signs for whoever the goods go to, with what it said of its truck, wagon or container as it fetched them. */
export async function waybillOf(
  read: Reader,
  deal: StoredDeal,
  { at, grams, consignee }: { at: Instant; grams: number; consignee: string },
) {
  const head = headOf(waybillKindOf(deal), deal, { at, known: [] });
  const { tractorPlate, trailerPlate, containerNumber, wagonNumber, airWaybill } = await loadOf(read, deal.id);
  const plates = tractorPlate && [tractorPlate, trailerPlate].filter(Boolean).join(" / ");
  const vehicle = plates ?? containerNumber ?? wagonNumber ?? (airWaybill && flightOf(airWaybill));
  if (!vehicle) throw new Error(`The demo's carrier of ${deal.reference} signs for goods that it has not fetched`);
  const { packages } = cargoTotals(deal.cargo);
  const fields = { packages, grossWeightGrams: grams, consignee, vehicle };
  return { ...head, number: airWaybill ?? head.number, fields };
}

/** When a haul took its first step of these; null where it has not. */
const stepAt = (codes: readonly string[]) =>
  sql<
    number | null
  >`(select min(m.occurred_at) from order_milestones m where m.order_id = ${orders.id} and m.code in (${sql.join(
    codes.map((code) => sql`${code}`),
    sql`, `,
  )}))`;

/** Who sells the goods has their invoice and packing list ready so long before they are fetched. */
const BEFORE_FETCHED_MS = 5 * HOUR_MS;

type Transition = {
  readonly stage: Stage;
  readonly buyer: Actor;
  readonly actorOf: (organisation: DemoOrganisation) => Actor;
  readonly providerById: (organisationId: string) => DemoOrganisation;
  readonly now: Instant;
};

/**
 * Of the demo's own buyer's last deals whose goods are on their way and have no waybill, those that came up: invoice and packing list before
 * the goods were fetched, and from the carrier its waybill, by sea once the ship had left. Those of one deal contradict each other.
 */
export async function enterPapers({ stage, buyer, now, actorOf, providerById }: Transition): Promise<void> {
  const { read } = stage.database;
  const waybills: DocumentKind[] = [...Object.values(WAYBILLS), "intl_road_waybill"];
  const known = read
    .select({ id: dealDocuments.id })
    .from(dealDocuments)
    .where(and(eq(dealDocuments.dealId, deals.id), inArray(dealDocuments.kind, waybills)));
  const signed = stepAt(["departed"]);
  const fetched = stepAt(["picked_up"]);
  const rows = await read
    .select({ id: deals.id, mode: deals.mode, carrierId: orders.providerOrganisationId, fetched, signed })
    .from(deals)
    .innerJoin(orders, and(eq(orders.dealId, deals.id), eq(orders.service, "logistics")))
    .where(and(eq(deals.buyerOrganisationId, buyer.organisationId ?? ""), isNotNull(fetched), notExists(known)))
    .orderBy(desc(deals.contractedAt), desc(deals.id))
    .limit(DEALS_WITH_PAPERS);
  for (const [at, row] of rows.entries()) {
    const deal = await findDeal(read, row.id);
    if (!deal || row.fetched === null) continue;
    const isAboard = row.mode === "sea" || row.mode === "air";
    const signedAt = isAboard ? row.signed : row.fetched;
    const { grossWeightGrams } = cargoTotals(deal.cargo);
    const waybillGrams = at === CONTRADICTING ? Math.ceil(grossWeightGrams * 0.97) : grossWeightGrams;
    const before = byOffice(later(instant(Number(row.fetched)), -BEFORE_FETCHED_MS));
    const known = await enteredPapers(read, row.id);
    for (const paper of sellersPapersOf(deal, { at: before, known }))
      if (!known.some(({ kind }) => kind === paper.kind))
        await stage.must(before, buyer, enterDocument, { dealId: row.id, ...paper });
    if (signedAt === null || Number(signedAt) > now) continue;
    const then = instant(Number(signedAt));
    const waybill = await waybillOf(read, deal, {
      at: then,
      grams: waybillGrams,
      consignee: await importerOf(read, deal),
    });
    await stage.must(then, actorOf(providerById(row.carrierId)), enterDocument, { dealId: row.id, ...waybill });
  }
}
