import "server-only";
import type { Reader } from "@/db/database";
import { findDeal } from "@/db/repositories/deals";
import { type StoredOrder, findOrder } from "@/db/repositories/orders";
import { namesOf } from "@/db/repositories/parties";
import type { Actor } from "@/domain/access/actor";
import { may } from "@/domain/access/policy";
import type { ShownFile } from "@/domain/files/file";
import type { Inspection, InspectionPhoto, InspectionRound, ReusedPhoto, VisitCharge } from "@/views/inspections";
import type { PricedLine } from "@/domain/bidding/price-charges";
import type { PhotoFlag } from "@/domain/inspections/photo-flags";
import { samplingNotation } from "@/domain/inspections/sampling-notation";
import { noVisitIn } from "@/domain/inspections/inspection-turn";
import { assert } from "@/domain/shared/assert";
import type { Instant } from "@/domain/shared/instant";
import { type Currency, money } from "@/domain/shared/money";
import { reinspectionCharge, specOfOrder, zoneOfGoods } from "./load-rounds";
import { type KeptRound, readRounds } from "./read-rounds";
import { fileView, filesOn } from "../files/queries";
import { findRound, latestMatches } from "@/db/repositories/inspections";

type Asked = { readonly viewer: Actor; readonly now: Instant };

const isParty = (order: StoredOrder, { organisationId }: Actor): boolean =>
  organisationId !== null && [order.buyerOrganisationId, order.providerOrganisationId].includes(organisationId);

const NO_FLAG = { bitsApart: null, otherOrderId: null, otherReference: null, at: null, metres: null };

/** Of another's order a party learns that there is one, and not which. */
async function shownFlag(read: Reader, viewer: Actor, flag: PhotoFlag): Promise<InspectionPhoto["flags"][number]> {
  const { kind } = flag;
  if ("metres" in flag) return { ...NO_FLAG, kind, metres: flag.metres };
  if ("takenAt" in flag) return { ...NO_FLAG, kind, at: flag.takenAt };
  const { orderId, distance: bitsApart, keptAt: at } = flag.same;
  const order = await findOrder(read, orderId);
  const isOwn = order !== undefined && isParty(order, viewer);
  return {
    ...NO_FLAG,
    kind,
    bitsApart,
    at,
    ...(isOwn ? { otherOrderId: order.id, otherReference: order.reference } : {}),
  };
}

const chargeOf = (line: PricedLine | null, currency: Currency): VisitCharge | null =>
  line && {
    ...{ code: line.code, basis: line.basis, note: line.note },
    unitPrice: line.unitPriceMinor === null ? null : money(BigInt(line.unitPriceMinor), currency),
  };

async function shownPhotos(read: Reader, round: KeptRound, asked: Asked): Promise<InspectionPhoto[]> {
  const files = new Map<string, ShownFile>();
  for (const file of await filesOn(read, { kind: "inspection", id: round.id }, asked)) files.set(file.id, file);
  const shown: InspectionPhoto[] = [];
  for (const { fileId, about, keptAt, takenAt, position, flags } of round.photos) {
    const file = files.get(fileId);
    // One that was taken away is no photo of the round any more; its print stays.
    if (!file) continue;
    shown.push({
      ...{ fileId, about, keptAt, takenAt, position },
      name: file.name,
      flags: await Promise.all(flags.map((flag) => shownFlag(read, asked.viewer, flag))),
      mayRead: file.mayRead,
      mayRemove: file.mayRemove,
    });
  }
  return shown;
}

/** The visits of an inspection order with all that its parties see; null for everybody else, and for an order that is none. */
export async function inspectionView(read: Reader, orderId: string, asked: Asked): Promise<Inspection | null> {
  const order = await findOrder(read, orderId);
  if (!order || order.service !== "inspection" || !isParty(order, asked.viewer)) return null;
  const organisationIds = [order.buyerOrganisationId, order.providerOrganisationId];
  if (!may(asked.viewer, "order.read", { organisationIds })) return null;
  const spec = await specOfOrder(read, order);
  const names = await namesOf(read, organisationIds);
  const buyer = names.get(order.buyerOrganisationId);
  const provider = names.get(order.providerOrganisationId);
  assert(buyer && provider, "the parties of an order exist");
  const deal = await findDeal(read, order.dealId);
  const { contractCurrency: currency } = order;
  const rounds: InspectionRound[] = [];
  const at = { factory: spec.factoryPosition ?? null, zone: zoneOfGoods(order), now: asked.now };
  for (const round of await readRounds(read, orderId, at))
    rounds.push({
      ...round,
      flags: round.flags.map((one) => ({ metres: null, ...one })),
      charge: chargeOf(round.charge, currency),
      photos: await shownPhotos(read, round, asked),
    });
  return {
    orderId,
    reference: order.reference,
    title: order.title,
    buyer,
    provider,
    side: order.buyerOrganisationId === asked.viewer.organisationId ? "buyer" : "provider",
    factoryAddress: spec.factoryAddress,
    manufacturer: spec.manufacturer ?? null,
    sampling: samplingNotation(spec),
    packageTypes: [...new Set(deal?.cargo.map(({ packageType }) => packageType))],
    reinspectionCharge: chargeOf(await reinspectionCharge(read, order), currency),
    rounds,
    noVisit: rounds.length === 0 ? noVisitIn(order.state) : null,
  };
}

const SHOWN_MAX = 100;

async function reportOf(read: Reader, orderId: string) {
  const order = await findOrder(read, orderId);
  assert(order, "a report has its order");
  const names = await namesOf(read, [order.buyerOrganisationId, order.providerOrganisationId]);
  const [buyer, provider] = [names.get(order.buyerOrganisationId), names.get(order.providerOrganisationId)];
  assert(buyer && provider, "the parties of an order exist");
  return { reference: order.reference, title: order.title, buyer, provider };
}

/** The last pictures of inspections that were sent twice, beside the earlier ones; null for everybody but administrators. */
export async function reusedPhotos(read: Reader, { viewer, now }: Asked): Promise<ReusedPhoto[] | null> {
  const seen = async (fileId: string) => ((await fileView(read, fileId, { viewer, now }))?.mayRead ? fileId : null);
  if (!may(viewer, "inspections.review")) return null;
  const shown: ReusedPhoto[] = [];
  for (const match of await latestMatches(read, SHOWN_MAX)) {
    const round = await findRound(read, match.roundId);
    assert(round, "a photo belongs to a round");
    const own = await reportOf(read, round.orderId);
    const isSameReport = match.otherRoundId === match.roundId;
    shown.push({
      ...own,
      key: `${match.fileId}.${match.otherFileId}`,
      other: isSameReport ? null : await reportOf(read, match.otherOrderId),
      fileIds: [await seen(match.fileId), await seen(match.otherFileId)],
      distance: match.distance,
      foundAt: match.foundAt,
    });
  }
  return shown;
}
