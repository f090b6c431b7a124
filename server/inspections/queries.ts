import type { Reader } from "../../db/database";
import {
  findRound,
  latestMatches,
  matchesOfRounds,
  photosOfRounds,
  roundsOfOrder,
  type StoredMatch,
  type StoredPhoto,
  type StoredRound,
  visitorsOf,
} from "../../db/repositories/inspections";
import { ruleAt } from "../../db/repositories/market-rules";
import { findUser } from "../../db/repositories/users";
import { commitmentOf, drawCartons } from "../../domain/inspections/carton-draw";
import {
  type Pairing,
  type PhotoFlag,
  photoFlags,
  repeatPairing,
  type Visit,
  type VisitFlag,
  visitFlags,
} from "../../domain/inspections/photo-flags";
import type { Position } from "../../domain/shared/position";
import { judge } from "../../domain/inspections/results/results";
import type { Instant } from "../../domain/shared/time";
import { minutesOfVisit } from "../../domain/inspections/visit-times";
import { minuteOf } from "../../domain/orders/step-times";
import type { Inspection, InspectionPhoto, InspectionRound, ReusedPhoto, VisitCharge } from "../../views/inspections";
import { gapsOfFindings, gapsOfRound } from "./follow-step";
import { reinspectionCharge, sha256, specOfOrder, zoneOfGoods } from "./load-rounds";
import "server-only";
import { findDeal } from "@/db/repositories/deals";
import { findOrder, type StoredOrder } from "@/db/repositories/orders";
import { originOfOrder } from "@/db/repositories/order-lists";
import { namesOf } from "@/db/repositories/parties";
import { type Actor, may } from "@/domain/access/policy";
import type { ShownFile } from "@/domain/files/file";
import type { PricedLine } from "@/domain/bidding/price-charges";
import { samplingNotation } from "@/domain/inspections/sampling-notation";
import { noVisitIn } from "@/domain/inspections/inspection-turn";
import { assert } from "@/domain/shared/result";
import { type Currency, money } from "@/domain/shared/money";
import { filesOn, fileView } from "../files/queries";
import { firstVisitDay } from "../orders/kinds/inspection";

/** A photo as it was kept, with its flags; who may have it, whoever shows it asks. */
export type KeptPhoto = StoredPhoto & { readonly flags: readonly PhotoFlag[] };

/** A round without what depends on who looks. */
export type KeptRound = Omit<InspectionRound, "photos" | "charge" | "flags"> & {
  readonly flags: readonly VisitFlag[];
  readonly photos: readonly KeptPhoto[];
  readonly charge: StoredRound["charge"];
};

function drawOf({ commitment, seed, cartons, drawn }: StoredRound): InspectionRound["draw"] {
  const told = { commitment, seed, cartons, drawn: drawn ?? [] };
  if (seed === null) return { ...told, check: null };
  const again = cartons === null ? [] : drawCartons({ seed, cartons, count: told.drawn.length }, sha256);
  return {
    ...told,
    check: {
      isSeedCommitted: commitmentOf(seed, sha256) === commitment,
      isSameDraw: again.length === told.drawn.length && again.every((carton, at) => carton === told.drawn[at]),
    },
  };
}

/** How often the inspector of a round was the one at its factory lately, by the rules of the day of the visit. */
async function pairingOf(db: Reader, round: StoredRound): Promise<Pairing | null> {
  const { checkedInAt, inspectorKey, factoryKey } = round;
  if (checkedInAt === null || inspectorKey === null) return null;
  const window = await ruleAt(db, "pairing_window", checkedInAt);
  const repeats = await ruleAt(db, "pairing_repeats", checkedInAt);
  const visits = await visitorsOf(db, factoryKey, { upTo: checkedInAt, limit: window });
  return repeatPairing(inspectorKey, { visits, repeats, window });
}

type Found = { readonly photos: readonly StoredPhoto[]; readonly matches: readonly StoredMatch[] };

function photosOf(round: StoredRound, place: Position | null, { photos, matches }: Found): KeptPhoto[] {
  const { orderId, checkedInAt, checkedOutAt, position } = round;
  const visit: Visit = { orderId, checkedInAt, checkedOutAt, place: place ?? position };
  return photos
    .filter(({ roundId }) => roundId === round.id)
    .map((photo) => {
      const same = matches
        .filter(({ fileId }) => fileId === photo.fileId)
        .map(({ otherFileId, otherOrderId, otherRoundId, distance, otherKeptAt }) => ({
          ...{ fileId: otherFileId, orderId: otherOrderId, roundId: otherRoundId },
          ...{ distance, keptAt: otherKeptAt },
        }));
      return { ...photo, flags: photoFlags({ ...photo, same }, visit) };
    });
}

type Fixed = Pick<InspectionRound, "lacks" | "judgement" | "isWrittenLater" | "report">;

function fixedOf(round: StoredRound, photos: readonly StoredPhoto[], now: Instant): Fixed {
  const { results, checkedOutAt, resultsAt, reportFileId: fileId, reportSha256 } = round;
  const lacks = round.checkedInAt === null || round.verdict !== null ? [] : gapsOfRound(round, photos, now);
  const preview = results !== null && gapsOfFindings(round).length === 0 ? judge(round.plan, results) : null;
  return {
    lacks,
    judgement: round.judgement ?? preview,
    isWrittenLater: checkedOutAt !== null && resultsAt !== null && minuteOf(resultsAt) > checkedOutAt,
    report: fileId !== null && reportSha256 !== null ? { fileId, sha256: reportSha256 } : null,
  };
}

async function decisionOf(db: Reader, round: StoredRound): Promise<InspectionRound["decision"]> {
  const { decision, decisionReason: reason, decidedAt: at, decidedByUserId } = round;
  if (decision === null || at === null) return null;
  const person = decidedByUserId === null ? undefined : await findUser(db, decidedByUserId);
  return { decision, reason, at, by: person?.name ?? null };
}

/**
 * The rounds of an order, each with its draw made anew, its photos' flags and what it comes to. `factory` is where the request says that it is, `zone` the
 * one that it keeps; where the request does not say where, later visits are held against the position of the first.
 */
export async function readRounds(
  db: Reader,
  orderId: string,
  of: { readonly factory: Position | null; readonly zone: string; readonly now: Instant },
): Promise<KeptRound[]> {
  const rounds = await roundsOfOrder(db, orderId);
  const ids = rounds.map(({ id }) => id);
  const found = { photos: await photosOfRounds(db, ids), matches: await matchesOfRounds(db, ids) };
  const place = of.factory ?? rounds[0]?.position ?? null;
  const read: KeptRound[] = [];
  for (const round of rounds) {
    const { id, number, state, version, plan, charge, plannedDay, inspectorName } = round;
    const { checkedInAt, checkedOutAt, position, results, resultsAt, issuedAt } = round;
    read.push({
      ...{ id, round: number, state, version, plan, charge, plannedDay, inspectorName },
      ...{ checkedInAt, checkedOutAt, position, results, resultsAt, issuedAt },
      ...fixedOf(
        round,
        found.photos.filter(({ roundId }) => roundId === id),
        of.now,
      ),
      minutesOnSite: minutesOfVisit(round),
      draw: drawOf(round),
      decision: await decisionOf(db, round),
      photos: photosOf(round, of.factory, found),
      flags: visitFlags(round, { place, zone: of.zone }),
      pairing: await pairingOf(db, round),
    });
  }
  return read;
}

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
    agreedDay: await firstVisitDay(read, order, await originOfOrder(read, order)),
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
