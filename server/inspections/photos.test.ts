import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { cartonsOf, inspectionMarket } from "@/test/inspection-market";
import { actorOf } from "@/test/order-market";
import { copiesOf, sceneOf, takenPicture } from "@/test/photo-corpus";
import { contractDeal } from "@/test/traffic-market";
import { eq } from "drizzle-orm";
import { cargoLines } from "../../db/schema/deals";
import { orders } from "../../db/schema/orders";
import { requests } from "../../db/schema/requests";
import { wireSpecExample } from "../../domain/services/inspection/spec-example";
import { DAY_MS, dayOf, toIso } from "../../domain/shared/time";
import { execute } from "../platform/execute";
import { receiveUpload } from "../files/receive-upload";
import { orderPage } from "../orders/queries/orders";
import { packsView } from "../documents/queries";
import { inspection } from "../../views/inspections";
import { inspectionView } from "./queries";
import { removeFile } from "../files/remove-file";
import { bookRound, checkIn } from "./visit";

const refused = (code: string) => ({ kind: "refused", refusal: { code } });
const DONE = { kind: "done" };
type Market = Awaited<ReturnType<typeof inspectionMarket>>;

async function onSite(): Promise<Market> {
  const market = await inspectionMarket();
  await market.book();
  await market.checkIn();
  return market;
}

async function* whole(content: Buffer): AsyncGenerator<Buffer> {
  yield content;
}

/** Another inspection of the same company for the same buyer, on site. */
async function another(market: Market) {
  const { database, on, now } = market;
  const deal = { hubId: "horgos", isBorderHub: true, services: ["inspection"], at: now() } as const;
  const contracted = await contractDeal(database, deal);
  const orderId = contracted.orders.inspection as string;
  await database.write(async (tx) => {
    await tx.insert(cargoLines).values(cartonsOf(contracted.deal));
    await tx
      .update(requests)
      .set({ spec: wireSpecExample })
      .where(eq(requests.id, `r-${orderId}`));
  });
  const actor = actorOf("timur");
  const run = async (command: Parameters<typeof execute>[0], input: object) =>
    expect(await execute(command, { actor, input: { orderId, ...input } }, on)).toMatchObject(DONE);
  await run(bookRound as never, { plannedDay: dayOf(now()), inspectorName: "Wang Wei", isConfirmed: true });
  await run(checkIn as never, { occurredAt: toIso(now()), cartons: 160 });
  const view = () => inspectionView(database.read, orderId, { viewer: actorOf("lin"), now: now() });
  return {
    orderId,
    view,
    async photo(content: Buffer) {
      const round = (await view())?.rounds[0];
      const upload = {
        ...{ actor, origin: { ip: null, requestId: null }, idempotencyKey: null },
        ...{ name: "photo.jpg", declaredType: "image/jpeg", body: whole(content) },
        subject: { kind: "inspection", id: round?.id ?? "" } as const,
      };
      expect(await receiveUpload(upload, { ...on, isMetered: false })).toMatchObject(DONE);
    },
  };
}

const flagsOf = async (market: { view: () => ReturnType<Market["view"]> }) =>
  (await market.view())?.rounds[0]?.photos.map(({ flags }) => flags.map(({ kind }) => kind));

describe("lesson 36: a photo that is used again", () => {
  test("for another order, resized and pressed anew, is pointed out in both reports and blocks neither", async () => {
    const market = await onSite();
    const scene = await sceneOf(1);
    expect(await market.photo(scene)).toMatchObject(DONE);
    expect(await market.photo(await sceneOf(2))).toMatchObject(DONE);
    expect(await flagsOf(market)).toEqual([[], []]);
    const other = await another(market);
    const [copy] = await copiesOf(scene, 1);
    await other.photo(copy?.content ?? scene);
    expect(await flagsOf(other)).toEqual([["same_elsewhere"]]);
    expect(await flagsOf(market)).toEqual([["same_elsewhere"], []]);
    const told = (await other.view())?.rounds[0]?.photos[0]?.flags[0];
    expect(told).toMatchObject({ otherOrderId: market.orderId, at: market.now() });
    await market.save(await market.found());
    await market.stay();
    await market.checkOut();
    expect(await market.issue()).toMatchObject(DONE);
  });

  test("names the other order to its own parties alone; a stranger to it learns when, and not which", async () => {
    const market = await onSite();
    const scene = await sceneOf(11);
    await market.photo(scene);
    const other = await another(market);
    await other.photo(scene);
    await market.database.write((tx) =>
      tx.update(orders).set({ buyerOrganisationId: "elsewhere" }).where(eq(orders.id, market.orderId)),
    );
    const asked = (who: "lin" | "timur") =>
      inspectionView(market.database.read, other.orderId, { viewer: actorOf(who), now: market.now() });
    const told = async (who: "lin" | "timur") => (await asked(who))?.rounds[0]?.photos[0]?.flags;
    const flag = { kind: "same_elsewhere", at: market.now(), otherOrderId: null, otherReference: null };
    expect(await told("lin")).toMatchObject([flag]);
    expect(await told("timur")).toMatchObject([{ otherOrderId: market.orderId }]);
    const wire = async (who: "lin" | "timur") =>
      JSON.stringify(z.encode(inspection, (await asked(who)) as z.output<typeof inspection>));
    expect(await wire("lin")).not.toContain(market.orderId);
    expect(await wire("timur")).toContain(market.orderId);
  });

  test("within one report is pointed out there, and the market's people hear of it once a report", async () => {
    const market = await onSite();
    const scene = await sceneOf(3);
    for (const { content } of (await copiesOf(scene, 3)).slice(0, 3)) await market.photo(content);
    const flags = await flagsOf(market);
    expect(flags).toEqual(Array.from({ length: 3 }, () => ["same_in_report", "same_in_report"]));
    const events = (await market.events()).filter(({ type }) => type === "inspection.photo_reused");
    expect(events).toHaveLength(1);
  });

  test("is found also where the first one was taken away meanwhile", async () => {
    const market = await onSite();
    const scene = await sceneOf(4);
    const kept = await market.photo(scene);
    if (kept.kind !== "done") throw new Error("the photo is kept");
    expect(await market.run("timur", removeFile, { fileId: kept.value.id })).toMatchObject(DONE);
    expect(await flagsOf(market)).toEqual([]);
    const other = await another(market);
    await other.photo(scene);
    expect(await flagsOf(other)).toEqual([["same_elsewhere"]]);
  });
});

describe("what a photo says of itself", () => {
  test("is held against the visit: taken the day before and far away", async () => {
    const market = await inspectionMarket({ factoryPosition: { latE6: 29_310_000, lonE6: 120_075_000 } });
    await market.book();
    await market.checkIn();
    const there = { offset: "+08:00", north: "29/1 18/1 36/1", east: "120/1 4/1 30/1" };
    const elsewhere = { ...there, north: "30/1 18/1 36/1" };
    await market.photo(await takenPicture(await sceneOf(5), { at: "2026:11:24 10:05:00", ...there }));
    await market.photo(await takenPicture(await sceneOf(6), { at: "2026:11:23 10:05:00", ...elsewhere }));
    expect(await flagsOf(market)).toEqual([[], ["taken_before", "far_away"]]);
    market.wait(60_000);
    await market.checkOut();
    await market.photo(await takenPicture(await sceneOf(7), { at: "2026:11:24 10:30:00", ...there }));
    expect(await flagsOf(market)).toEqual([[], ["taken_before", "far_away"], ["taken_after"]]);
  });

  test("is gone from the picture that is kept", async () => {
    const market = await onSite();
    const kept = await market.photo(
      await takenPicture(await sceneOf(8), { at: "2026:11:24 10:05:00", north: "29/1", east: "120/1" }),
    );
    expect(kept).toMatchObject(DONE);
    const photo = (await market.view())?.rounds[0]?.photos[0];
    expect(photo).toMatchObject({ position: { latE6: 29_000_000, lonE6: 120_000_000 }, mayRead: true });
    const { openFile } = await import("../files/queries");
    const opened = await openFile(market.database.read, photo?.fileId ?? "", { viewer: actorOf("lin") });
    const content = Buffer.concat(await Array.fromAsync(opened?.content ?? []));
    expect((await sharp(content).metadata()).exif).toBeUndefined();
  });

  test("a photo is about what its sender says", async () => {
    const market = await onSite();
    await market.photo(await sceneOf(9), "timur", "scratch");
    expect((await market.view())?.rounds[0]?.photos[0]).toMatchObject({ about: "scratch" });
  });
});

test("photos are the inspection company's to send, and only until the report is issued", async () => {
  const market = await onSite();
  const scene = await sceneOf(10);
  expect(await market.photo(scene, "lin")).toMatchObject(refused("not_permitted"));
  expect(await market.photo(scene, "stranger")).toMatchObject(refused("not_found"));
  await market.save(await market.found());
  await market.stay();
  await market.checkOut();
  await market.issue();
  expect(await market.photo(scene)).toMatchObject(refused("no_more_files"));
});

test("lesson 36: an inspector who made three of a factory's last four visits is pointed out, and blocked by nothing", async () => {
  const market = await onSite();
  expect((await market.view())?.rounds[0]?.pairing).toBeNull();
  market.wait(DAY_MS);
  const second = await another(market);
  market.wait(DAY_MS);
  const third = await another(market);
  expect((await second.view())?.rounds[0]?.pairing).toBeNull();
  expect((await third.view())?.rounds[0]?.pairing).toEqual({ times: 3, of: 3 });
});

test("a visit's photos and position are what the order's own page and deliverables have of them, and its goods name their packages", async () => {
  const market = await onSite();
  const page = async () => orderPage(market.database.read, actorOf("lin"), { id: market.orderId, now: market.now() });
  const missing = async () => (await page())?.milestones.find(({ code }) => code === "on_site")?.missingEvidence;
  expect(await missing()).toContain("photo");
  expect(await market.photo(await sceneOf(1))).toMatchObject(DONE);
  expect(await missing()).not.toContain("photo");
  const packs = await packsView(market.database.read, actorOf("lin"), { orderId: market.orderId, now: market.now() });
  expect(packs?.deliverables.find(({ code }) => code === "photographs")).toMatchObject({
    state: "there",
    shownBy: { room: "visit" },
  });
  const dealId = (await page())?.dealId ?? "";
  const line = (position: number, packageType: string) => ({
    ...{ dealId, position, description: "Boards", hsCode: "440710", packages: 10, packageType },
    ...{ grossWeightGrams: 1_000, volumeCm3: 1_000 },
  });
  await market.database.write((tx) =>
    tx.insert(cargoLines).values([line(1, "BE"), line(2, "BE")] as (typeof cargoLines.$inferInsert)[]),
  );
  expect((await market.view())?.packageTypes).toEqual(["CT", "BE"]);
});
