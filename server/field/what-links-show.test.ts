import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { findLink, insertPhoto } from "@/db/repositories/field";
import { PHOTOS_PER_LINK_MAX } from "@/domain/field/link";
import { DAY_MS, HOUR_MS, later, MINUTE_MS } from "@/domain/shared/time";
import { outbox } from "@/db/schema/notices";
import { fieldMarket, phonePicture, PLACED } from "@/test/field-market";
import { heldTo } from "@/test/held-order";
import { must } from "@/test/must";
import { wireSpecExample } from "@/domain/services/inspection/spec-example";
import { actorOf, START } from "@/test/order-market";
import { files } from "../../db/schema/files";
import { bookRound } from "../inspections/visit";
import { revokeLink } from "./links";
import { openLink } from "../platform/identity/field-gate";
import { fieldView, linksOfOrder } from "./queries";
import { witnessesOf } from "../orders/queries/witness-reports";

type Market = Awaited<ReturnType<typeof fieldMarket>>;
type Who = Parameters<typeof actorOf>[0];

const linksSeen = ({ database, orderId, now }: Market, who: Who) =>
  linksOfOrder(database.read, orderId, { viewer: actorOf(who), now: now() });

test("A party sees its own links, the newest first, each with what came by it and with its address while it stands.", async () => {
  const market = await fieldMarket();
  await market.book();
  const short = await market.token("timur", { days: 1 });
  const [long, yard] = [await market.token("aigul", { person: "Bolat" }), await market.token("lin", { role: "yard" })];
  await market.report(short.token, "picked_up");
  market.wait(HOUR_MS);
  await market.report(short.token, "arrived_hub");
  market.wait(HOUR_MS);
  await market.report(yard.token, "picked_up", { at: START });
  const seen = await linksSeen(market, "timur");
  expect(seen).toMatchObject({
    roles: ["driver", "yard"],
    links: [
      { id: long.id, person: "Bolat", madeByName: "Aigul", state: "stands", reportCount: 0, lastReportAt: null },
      { id: short.id, madeByName: "Timur", reportCount: 2, lastReportAt: later(START, HOUR_MS) },
    ],
  });
  expect(seen?.links.map(({ address }) => address?.includes("/en/f/"))).toEqual([true, true]);
  expect(await linksSeen(market, "lin")).toMatchObject({ roles: ["yard"], links: [{ id: yard.id, reportCount: 1 }] });
  for (const who of ["wei", "stranger"] as const) expect(await linksSeen(market, who)).toBeNull();
  await must(market.on, revokeLink, { actor: actorOf("timur"), input: { linkId: long.id } });
  market.wait(DAY_MS);
  expect((await linksSeen(market, "timur"))?.links.map(({ state, address }) => [state, address])).toEqual([
    ["revoked", null],
    ["expired", null],
  ]);
});

test("A link that was called back stays called back since the first time.", async () => {
  const market = await fieldMarket();
  const { id } = await market.token();
  await must(market.on, revokeLink, { actor: actorOf("timur"), input: { linkId: id } });
  market.wait(HOUR_MS);
  await must(market.on, revokeLink, { actor: actorOf("aigul"), input: { linkId: id } });
  expect(await findLink(market.database.read, id)).toMatchObject({ revokedAt: START, revokedByUserId: "timur" });
});

test("A link takes so many pictures, whatever came by others of the same person.", async () => {
  const market = await fieldMarket();
  const [full, other] = [await market.token(), await market.token()];
  const picture = await phonePicture();
  await market.photo(full.token, randomUUID(), picture);
  await market.database.write(async (tx) => {
    for (let at = 2; at < PHOTOS_PER_LINK_MAX; at++)
      await insertPhoto(tx, {
        ...{ linkId: full.id, id: randomUUID(), fileId: `f${at}`, originalSha256: "", receivedAt: START },
      });
  });
  expect(await market.photo(full.token, randomUUID(), picture)).toMatchObject({ status: 201 });
  expect(await market.photo(full.token, randomUUID(), picture)).toMatchObject({ code: "too_many_files" });
  expect(await market.photo(other.token, randomUUID(), picture)).toMatchObject({ status: 201 });
});

test("A picture whose camera names its zone is read by that, whatever the phone's is; it is its link's maker's file.", async () => {
  const market = await fieldMarket();
  await market.book();
  const { id: linkId, token } = await market.token("aigul");
  const id = randomUUID();
  await market.photo(token, id, await phonePicture(PLACED), { offset: 300 });
  await market.report(token, "picked_up", { photoIds: [id] });
  const { orderId, database } = market;
  await market.report(token, "picked_up", { photoIds: [id], note: "once more" });
  const [witness] = await witnessesOf(database.read, orderId);
  expect(witness?.evidence.photos).toMatchObject([{ takenAt: Date.parse("2026-11-24T01:30:00Z") }]);
  const [file] = await database.read.select().from(files);
  expect(file).toMatchObject({ uploadedByUserId: "aigul", fieldLinkId: linkId, subjectId: orderId });
});

test("What was told beside the steps is read in the order in which it came, without the steps' own reports.", async () => {
  const market = await fieldMarket();
  await market.book();
  market.wait(DAY_MS);
  const [driver, yard] = [await market.token(), await market.token("lin", { role: "yard" })];
  await market.report(driver.token, "picked_up", { note: "the step" });
  market.wait(MINUTE_MS);
  await market.report(yard.token, "picked_up", { note: "first", at: market.now() });
  market.wait(MINUTE_MS);
  await market.report(driver.token, "picked_up", { note: "second", at: START });
  const told = await witnessesOf(market.database.read, market.orderId);
  expect(told.map(({ note, isReopened, occurredAt }) => [note, isReopened, occurredAt])).toEqual([
    ["first", false, later(START, DAY_MS + MINUTE_MS)],
    ["second", false, START],
  ]);
  const events = (await market.database.read.select().from(outbox)).map(({ event }) => event.type);
  expect(events.filter((type) => type === "order.evidence_added")).toHaveLength(2);
});

test("A link shows its person the steps of its role with their times, and who gave it out, and no other order's.", async () => {
  const market = await fieldMarket();
  await market.book();
  const { token } = await market.token("timur", { role: "yard" });
  await market.report(token, "picked_up");
  const opened = await openLink(token);
  if (opened.kind !== "stands") throw new Error("the link stands");
  const { link, actor } = opened;
  expect(await fieldView(market.database.read, link, actor)).toMatchObject({
    ...{ role: "yard", isOver: false, slots: [] },
    dispatcher: { organisation: { id: "provider" }, name: "Timur", email: "timur@example.com" },
    steps: [
      { code: "picked_up", occurredAt: START, isBeside: false },
      { code: "arrived_hub", occurredAt: null },
      { code: "arrived_destination", occurredAt: null },
      { code: "delivered", occurredAt: null },
    ],
  });
  const ofBuyer = await fieldView(market.database.read, { ...link, organisationId: "buyer" }, actor);
  expect(ofBuyer?.steps.map(({ isBeside }) => isBeside)).toEqual([true, true, true, true]);
  expect(await fieldView(market.database.read, { ...link, orderId: "another" }, actor)).toBeNull();
});

test("A link says of which steps its reports stand beside: those that the record of the site tells.", async () => {
  const market = await fieldMarket({ services: ["inspection"] });
  const { database, on, orderId } = market;
  await heldTo(database, orderId, { spec: { ...wireSpecExample, date: "2026-12-10" } });
  const { token } = await market.token("timur", { role: "inspector" });
  const besides = async () => {
    const opened = await openLink(token);
    if (opened.kind !== "stands") throw new Error("the link stands");
    return (await fieldView(database.read, opened.link, opened.actor))?.steps.map(({ isBeside }) => isBeside);
  };
  expect(await besides()).toEqual([false, false]);
  const visit = { orderId, plannedDay: "2026-11-24", inspectorName: "Wang Wei", isConfirmed: true };
  await must(on, bookRound, { actor: actorOf("timur"), input: visit });
  expect(await besides()).toEqual([true, true]);
  expect(await market.report(token, "report_drafted")).toMatchObject({ body: { isStep: false } });
});
