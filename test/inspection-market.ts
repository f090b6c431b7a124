import { eq } from "drizzle-orm";
import { roundsOfOrder } from "../db/repositories/inspections";
import { bidVersions, requests } from "../db/schema/requests";
import { cargoLines } from "../db/schema/deals";
import type { BidContent } from "../domain/bidding/bid";
import { wireSpecExample } from "../domain/services/inspection/spec-example";
import { dayOf, HOUR_MS, toIso } from "../domain/shared/time";
import { bookRound, checkIn, checkOut } from "../server/inspections/visit";
import { decideGoods } from "../server/inspections/decide-goods";
import { issueReport } from "../server/inspections/issue-report";
import { saveResults } from "../server/inspections/save-results";
import { receiveUpload } from "../server/files/receive-upload";
import type { Outcome } from "../server/platform/execute";
import { inspectionView } from "../server/inspections/queries";
import { chainMarket } from "./chain-market";
import { actorOf } from "./order-market";
import { sceneOf, takenPicture } from "./photo-corpus";

type Who = Parameters<typeof actorOf>[0];

export const CARTONS = 160;

/** The goods of a deal: so many cartons. */
export const cartonsOf = (dealId: string) =>
  ({
    ...{ dealId, position: 0, description: "Lamps", hsCode: "940540", packages: CARTONS, packageType: "CT" },
    ...{ grossWeightGrams: 1_920_000, volumeCm3: 9_600_000 },
  }) as typeof cargoLines.$inferInsert;

/** What a re-inspection costs by the contracted bid. */
export const REINSPECTION = {
  code: "MND",
  basis: "reinspection",
  unitPriceMinor: "168000",
  rateBps: null,
  quantityMilli: null,
  amountMinor: null,
  isPassThrough: false,
  note: "",
} as const;

/** What photos of a visit before shipment must show. */
export const PHOTOS_DUE = ["product", "packing", "marks", "measuring"] as const;

const onSite = new Map<number, Promise<Buffer>>();

/** Pictures are drawn once for all tests of a file. */
export function pictureOnSite(number: number): Promise<Buffer> {
  const place = { north: "29/1 18/1 0/1", east: "120/1 4/1 0/1" };
  const drawn =
    onSite.get(number) ??
    sceneOf(500 + number).then((scene) =>
      takenPicture(scene, { at: "2026:11:24 17:00:00", offset: "+08:00", ...place }),
    );
  onSite.set(number, drawn);
  return drawn;
}

async function* whole(content: Buffer): AsyncGenerator<Buffer> {
  yield content;
}

/** A deal of four services whose inspection is of 3,200 pieces at level II and AQL 2.5 with one check a piece, contracted with a price for another visit. */
export async function inspectionMarket(spec: object = {}, terms: object = {}) {
  const market = await chainMarket();
  const { database, on, idOf, run, now } = market;
  const orderId = idOf("inspection");
  await database.write(async (tx) => {
    await tx.insert(cargoLines).values(cartonsOf(market.dealId));
    await tx
      .update(requests)
      .set({ spec: { ...wireSpecExample, date: "2026-12-10", checksPerUnit: 1, ...spec } })
      .where(eq(requests.id, `r-${orderId}`));
    await tx.insert(bidVersions).values({
      bidId: `b-${orderId}`,
      version: 1,
      submittedAt: now(),
      receipt: "r",
      content: { lines: [REINSPECTION], terms, currency: "CNY", totalMinor: "100" } as unknown as BidContent,
    });
  });
  const at = () => ({ occurredAt: toIso(now()) });
  const verbs = {
    book: (who: Who = "timur", more: object = {}) =>
      run(who, bookRound, { orderId, plannedDay: dayOf(now()), inspectorName: "Wang Wei", isConfirmed: true, ...more }),
    checkIn: (who: Who = "timur", more: object = {}) =>
      run(who, checkIn, { orderId, cartons: CARTONS, ...at(), ...more }),
    save: (results: object, who: Who = "timur", more: object = {}) =>
      run(who, saveResults, { orderId, results, ...more }),
    checkOut: (who: Who = "timur", more: object = {}) => run(who, checkOut, { orderId, ...at(), ...more }),
    issue: (who: Who = "timur", more: object = {}) => run(who, issueReport, { orderId, ...more }),
    decide: (decision: string, reason = "", who: Who = "lin", more: object = {}) =>
      run(who, decideGoods, { orderId, decision, reason, ...more }),
  };
  const rounds = () => roundsOfOrder(database.read, orderId);
  const last = async () => {
    const round = (await rounds()).at(-1);
    if (!round) throw new Error("a round was booked");
    return round;
  };
  /** What was found where all was looked at, with so many major defects. */
  const found = async (majors = 0, more: object = {}) => ({
    openedCartons: (await last()).drawn ?? [],
    unitsInspected: 125,
    quantities: [{ line: 0, presented: 3_200, packed: 3_200 }],
    defects: majors === 0 ? [] : [{ code: "scratch", defectClass: "major", count: majors }],
    ...more,
  });
  let pictures = 0;
  async function photo(content: Buffer, who: Who = "timur", about: string | null = null) {
    return receiveUpload(
      {
        actor: actorOf(who),
        origin: { ip: null, requestId: null },
        idempotencyKey: null,
        name: "photo.jpg",
        declaredType: "image/jpeg",
        subject: { kind: "inspection", id: (await last()).id },
        about,
        body: whole(content),
      },
      { ...on, isMetered: false },
    );
  }
  async function sendPhotosDue() {
    for (const about of PHOTOS_DUE) await photo(await pictureOnSite(pictures++), "timur", about);
  }
  /** All that a visit before shipment must have beside its findings: two hours on site, and its photos, which say where they were taken. */
  async function stay() {
    market.wait(2 * HOUR_MS);
    await sendPhotosDue();
  }
  return {
    ...market,
    ...verbs,
    photo,
    sendPhotosDue,
    stay,
    orderId,
    rounds,
    last,
    found,
    /** A whole visit from the booking to the issued report; every step has to be taken. */
    async visit(majors = 0, more: object = {}) {
      const steps: (() => Promise<Outcome<unknown>>)[] = [
        () => verbs.book(),
        () => verbs.checkIn(),
        async () => verbs.save(await found(majors, more)),
        async () => {
          await stay();
          return verbs.checkOut();
        },
        () => verbs.issue(),
      ];
      for (const step of steps) {
        const outcome = await step();
        if (outcome.kind !== "done") throw new Error(JSON.stringify(outcome));
      }
      return last();
    },
    view: (who: Who = "lin") => inspectionView(database.read, orderId, { viewer: actorOf(who), now: now() }),
  };
}
