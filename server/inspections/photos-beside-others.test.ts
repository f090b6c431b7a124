import { eq } from "drizzle-orm";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { insertMatches, latestMatches, roundsOfOrder, visitorsOf } from "@/db/repositories/inspections";
import { files } from "@/db/schema/files";
import { auditEntries } from "@/db/schema/platform";
import { inspectionPhotos, inspectionRounds } from "@/db/schema/inspections";
import { orders } from "@/db/schema/orders";
import { HOUR_MS, later } from "@/domain/shared/time";
import { mintActor } from "@/server/platform/identity/mint-actor";
import { reportPdf } from "@/server/inspections/report-pdf";
import { reusedPhotos } from "@/server/inspections/queries";
import { reviewFile } from "@/server/files/review-file";
import { execute } from "@/server/platform/execute";
import { smallPicture } from "@/server/files/small-picture";
import { inspectionMarket } from "@/test/inspection-market";
import { actorOf, START } from "@/test/order-market";
import { sceneOf } from "@/test/photo-corpus";

const admin = mintActor({ kind: "user", userId: "a", organisationId: "platform", role: "administrator" });

async function onSite() {
  const market = await inspectionMarket();
  await market.book();
  await market.checkIn();
  const photo = async (number: number) => {
    const kept = await market.photo(await sceneOf(number));
    if (kept.kind !== "done") throw new Error("the photo is kept");
    return kept.value.id;
  };
  /** A round that stands beside the market's: of another order, or of the same one as a later visit. */
  const beside = async (id: string, change: Partial<typeof inspectionRounds.$inferInsert> = {}) =>
    market.database.write(async (tx) => {
      const row = { ...(await market.last()), version: 1, id, orderId: market.idOf("logistics"), ...change };
      await tx.insert(inspectionRounds).values(row as typeof inspectionRounds.$inferInsert);
    });
  return { ...market, photo, beside };
}

test("Results name photos of their own visit alone.", async () => {
  const market = await onSite();
  const own = await market.photo(21);
  const named = async (photoIds: string[]) =>
    market.save(await market.found(0, { defects: [{ code: "scratch", defectClass: "minor", count: 1, photoIds }] }));
  expect(await named([own])).toMatchObject({ kind: "done" });
  await market.beside("other");
  const moved = { subjectId: "other" };
  await market.database.write((tx) => tx.update(files).set(moved).where(eq(files.id, own)));
  await market.database.write((tx) => tx.update(inspectionPhotos).set({ roundId: "other" }));
  expect(await named([own])).toMatchObject({ refusal: { code: "photo_unknown", details: { fileId: own } } });
});

describe("Photos of several visits", () => {
  test("Each visit shows its own photos, each with the flags of its own.", async () => {
    const market = await onSite();
    const [first, second] = [await market.photo(22), await market.photo(23)];
    await market.beside("again", { orderId: market.orderId, number: 2 });
    await market.database.write(async (tx) => {
      await tx.update(inspectionPhotos).set({ roundId: "again" }).where(eq(inspectionPhotos.fileId, second));
      await tx.update(files).set({ subjectId: "again" }).where(eq(files.id, second));
      const common = { distance: 3, otherKeptAt: START, foundAt: START, otherOrderId: market.orderId };
      const [one, other] = [(await roundsOfOrder(tx, market.orderId))[0]?.id ?? "", "again"];
      await insertMatches(tx, [
        { ...common, fileId: first, roundId: one, otherFileId: second, otherRoundId: other },
        { ...common, fileId: second, roundId: other, otherFileId: first, otherRoundId: one },
        { ...common, fileId: second, roundId: other, otherFileId: "gone", otherRoundId: other },
      ]);
    });
    const rounds = (await market.view())?.rounds;
    expect(
      rounds?.map(({ photos }) => photos.map(({ fileId, flags }) => [fileId, flags.map(({ kind }) => kind)])),
    ).toEqual([[[first, ["same_elsewhere"]]], [[second, ["same_elsewhere", "same_in_report"]]]]);
  });

  test("The market's people see each pair once, the last found first, by both reports, and nobody else sees any.", async () => {
    const market = await onSite();
    const { id: own } = await market.last();
    await market.beside("other");
    const pair = (fileId: string, otherFileId: string, hours: number, otherRoundId = "other") => ({
      ...{ fileId, roundId: own, otherFileId, otherRoundId, distance: hours },
      ...{ otherOrderId: otherRoundId === "other" ? market.idOf("logistics") : market.orderId },
      ...{ otherKeptAt: START, foundAt: later(START, hours * HOUR_MS) },
    });
    await market.database.write((tx) =>
      insertMatches(tx, [
        pair("f3", "f1", 1),
        { ...pair("f1", "f3", 1, own), roundId: "other" },
        pair("f5", "f4", 2, own),
        pair("f4", "f5", 2, own),
      ]),
    );
    const referenceOf = async (id: string) =>
      (await market.database.read.select().from(orders).where(eq(orders.id, id)))[0]?.reference;
    const [mine, theirs] = [await referenceOf(market.orderId), await referenceOf(market.idOf("logistics"))];
    expect(await reusedPhotos(market.database.read, { viewer: admin, now: market.now() })).toMatchObject([
      { key: "f5.f4", reference: mine, other: null, distance: 2 },
      { key: "f3.f1", reference: mine, other: { reference: theirs, provider: { id: "provider" } }, distance: 1 },
    ]);
    expect((await latestMatches(market.database.read, 1)).map(({ fileId }) => fileId)).toEqual(["f5"]);
    for (const who of ["lin", "timur", "stranger"] as const)
      expect(await reusedPhotos(market.database.read, { viewer: actorOf(who), now: market.now() })).toBeNull();
  });
});

test("Who was at a factory counts by visits there, up to the one that is asked about, the last ones first.", async () => {
  const market = await onSite();
  const { factoryKey, checkedInAt } = await market.last();
  const at = (hours: number) => later(checkedInAt ?? START, hours * HOUR_MS);
  const visit = (id: string, number: number, change: object) =>
    market.beside(id, { number, inspectorKey: id, ...change });
  await visit("before", 1, { checkedInAt: at(-3) });
  await visit("long-ago", 2, { checkedInAt: at(-9) });
  await visit("elsewhere", 3, { checkedInAt: at(-2), factoryKey: "another" });
  await visit("not-come", 4, { checkedInAt: null });
  await visit("after", 5, { checkedInAt: at(1) });
  const own = (await market.last()).inspectorKey;
  const asked = (upTo: number, limit: number) =>
    visitorsOf(market.database.read, factoryKey, { upTo: at(upTo), limit });
  expect(await asked(0, 9)).toEqual([own, "before", "long-ago"]);
  expect(await asked(0, 2)).toEqual([own, "before"]);
  expect(await asked(1, 1)).toEqual(["after"]);
});

test("A draft of the report is the inspection company's alone, from the arrival on; the kept one is both parties'.", async () => {
  const market = await inspectionMarket();
  const { database, orderId } = market;
  const given = async (who: Parameters<typeof actorOf>[0]) =>
    (await reportPdf(database.read, orderId, { viewer: actorOf(who), now: market.now() }))?.headers
      .get("content-disposition")
      ?.includes("draft");
  await market.book();
  expect(await given("timur")).toBeUndefined();
  await market.checkIn();
  expect([await given("timur"), await given("lin"), await given("stranger")]).toEqual([true, undefined, undefined]);
  const kept = await market.photo(await sceneOf(25));
  const reportFileId = kept.kind === "done" ? kept.value.id : "";
  await database.write((tx) => tx.update(inspectionRounds).set({ reportFileId }));
  expect([await given("timur"), await given("lin"), await given("stranger")]).toEqual([false, false, undefined]);
});

test("Administrators see a picture that was sent twice, as it is or small, with an entry in the audit log, and no other picture.", async () => {
  const market = await onSite();
  const { read } = market.database;
  const [earlier, twice, once] = [await market.photo(26), await market.photo(27), await market.photo(28)];
  const { id: own } = await market.last();
  const pair = { fileId: twice, roundId: own, otherFileId: earlier, otherRoundId: own, otherOrderId: market.orderId };
  const found = { distance: 1, otherKeptAt: START, foundAt: START };
  await market.database.write((tx) => insertMatches(tx, [{ ...pair, ...found }]));
  const seen = async (id: string, viewer = admin) => (await smallPicture(read, id, viewer)) !== null;
  expect([await seen(twice), await seen(earlier), await seen(once)]).toEqual([true, true, false]);
  expect(await reusedPhotos(read, { viewer: admin, now: market.now() })).toMatchObject([
    { fileIds: [twice, earlier], buyer: { id: "buyer" }, provider: { id: "provider" } },
  ]);
  const look = (fileId: string, actor = admin) => execute(reviewFile, { actor, input: { fileId } }, market.on);
  expect(await look(twice)).toMatchObject({ kind: "done" });
  expect(await look(once)).toMatchObject({ refusal: { code: "not_found" } });
  expect(await look(twice, actorOf("lin"))).toMatchObject({ refusal: { code: "not_permitted" } });
  const entries = await read.select().from(auditEntries).where(eq(auditEntries.command, "files.review-file"));
  expect(entries.map(({ outcome, subjectId }) => [outcome, subjectId])).toContainEqual(["done", twice]);
});

test("A small picture is for who may have the picture.", async () => {
  const market = await onSite();
  const id = await market.photo(24);
  const { read } = market.database;
  for (const who of ["lin", "timur"] as const) {
    const { width, format } = await sharp((await smallPicture(read, id, actorOf(who))) ?? Buffer.alloc(0)).metadata();
    expect([width, format]).toEqual([480, "jpeg"]);
  }
  expect(await smallPicture(read, id, actorOf("stranger"))).toBeNull();
});
