import { and, desc, eq, isNotNull, notExists } from "drizzle-orm";
import { findDeal, type StoredDeal } from "../../../db/repositories/deals";
import { deals } from "../../../db/schema/deals";
import { dealDocuments } from "../../../db/schema/documents";
import type { Actor } from "../../../domain/access/actor";
import { cargoTotals } from "../../../domain/deals/cargo/cargo-totals";
import type { DocumentKind } from "../../../domain/documents/document-kind";
import type { Mode } from "../../../domain/hubs/place";
import type { Instant } from "../../../domain/shared/instant";
import { dayOf } from "../../../domain/shared/local-date";
import { toWireMoney } from "../../../domain/shared/money-schema";
import { enterDocument } from "../../../server/commands/documents/enter-document";
import { deskTime } from "../../plan/calendar";
import { WITHOUT_CMR } from "../../plan/carriage-terms";
import type { Stage } from "../stage";

const DEALS_WITH_PAPERS = 3;
/** Whose waybill was typed with two digits exchanged. */
const CONTRADICTING = 1;

const WAYBILLS: Readonly<Record<Mode, DocumentKind>> = {
  road: "cmr",
  rail: "smgs",
  sea: "bill_of_lading",
  air: "air_waybill",
};

const waybillOf = ({ mode, corridor }: StoredDeal): DocumentKind =>
  mode === "road" && corridor.split("-").some((country) => WITHOUT_CMR.includes(country))
    ? "intl_road_waybill"
    : WAYBILLS[mode];

/** The papers that a buyer types in first, about the cargo as it was posted. */
export function papersOf(deal: StoredDeal, now: Instant, waybillGrams: number) {
  const { packages, grossWeightGrams } = cargoTotals(deal.cargo);
  const lines = deal.cargo.map(({ description, hsCode }) => ({ description, hsCode }));
  const date = dayOf(now);
  const number = (letters: string) => `${letters}-${deal.reference.slice(3)}`;
  const vehicle = number("V");
  return [
    {
      kind: "commercial_invoice",
      number: number("INV"),
      date,
      fields: { total: toWireMoney(deal.goodsValue), incoterm: deal.incoterm.rule, lines },
    },
    { kind: "packing_list", number: number("PL"), date, fields: { packages, grossWeightGrams, lines } },
    {
      kind: waybillOf(deal),
      number: number("WB"),
      date,
      fields: { packages, grossWeightGrams: waybillGrams, consignee: deal.incoterm.place, vehicle },
    },
  ];
}

/** The demo's own buyer has typed in papers of its last contracted deals that had none; those of one contradict each other. */
export async function enterPapers(stage: Stage, buyer: Actor, now: Instant): Promise<void> {
  const { read } = stage.database;
  const known = read.select({ id: dealDocuments.id }).from(dealDocuments).where(eq(dealDocuments.dealId, deals.id));
  const rows = await read
    .select({ id: deals.id })
    .from(deals)
    .where(
      and(eq(deals.buyerOrganisationId, buyer.organisationId ?? ""), isNotNull(deals.contractedAt), notExists(known)),
    )
    .orderBy(desc(deals.contractedAt), desc(deals.id))
    .limit(DEALS_WITH_PAPERS);
  for (const [at, { id }] of rows.entries()) {
    const deal = await findDeal(stage.database.read, id);
    if (!deal) continue;
    const { grossWeightGrams } = cargoTotals(deal.cargo);
    const waybillGrams = at === CONTRADICTING ? Math.ceil(grossWeightGrams * 0.97) : grossWeightGrams;
    for (const paper of papersOf(deal, now, waybillGrams))
      await stage.must(deskTime(now, -0.5), buyer, enterDocument, { dealId: id, ...paper });
  }
}
