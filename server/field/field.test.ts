import { createHash, randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { fieldMarket, phonePicture, PLACED } from "@/test/field-market";
import { heldTo } from "@/test/held-order";
import { actorOf, START } from "@/test/order-market";
import { entriesOf } from "../../db/repositories/address-book";
import { findLink, reportsOfOrder } from "../../db/repositories/field";
import { filesOfSubject } from "../../db/repositories/files";
import { findMilestones } from "../../db/repositories/orders";
import { deals } from "../../db/schema/deals";
import { DAY_MS, HOUR_MS, later, type LocalDate, MINUTE_MS, toIso } from "../../domain/shared/time";
import { removeFile } from "../files/remove-file";
import { revokeLink } from "./links";
import { cancelOrder } from "../orders/cancel-order";
import { reportMilestone } from "../orders/report-milestone";
import { execute } from "../platform/execute";
import { linksOfOrder } from "./queries";
import { readLinkToken } from "../platform/identity/tokens";

type Market = Awaited<ReturnType<typeof fieldMarket>>;

const asked = ({ now }: Market, who: Parameters<typeof actorOf>[0]) => ({ viewer: actorOf(who), now: now() });
const milestonesOf = ({ database, orderId }: Market) =>
  findMilestones(database.read, { id: orderId, service: "logistics" });
const stepOf = async (market: Market, code: string) =>
  (await milestonesOf(market)).find((milestone) => milestone.code === code);

test("a link that nobody signed is not found, whichever letter of it was changed", async () => {
  const market = await fieldMarket();
  await market.book();
  const { token } = await market.token();
  for (const at of [0, 20, 28, 40, token.length - 1]) {
    const letter = token[at] === "a" ? "b" : "a";
    const forged = `${token.slice(0, at)}${letter}${token.slice(at + 1)}`;
    expect(await market.report(forged, "picked_up")).toMatchObject({ status: 404, code: "not_found" });
  }
  expect(await market.report("", "picked_up")).toMatchObject({ status: 404 });
  expect((await stepOf(market, "picked_up"))?.occurredAt).toBeNull();
});

test("a link cannot be made to last longer than it was signed for", async () => {
  const market = await fieldMarket();
  const { token } = await market.token();
  const [id = "", seconds = "", mac = ""] = token.split("-");
  const longer = `${id}-${(Number.parseInt(seconds, 36) + 86_400).toString(36)}-${mac}`;
  expect(readLinkToken(longer)).toBeNull();
});

test("a link is open up to its end and gone from that millisecond on", async () => {
  const market = await fieldMarket();
  await market.book();
  const { token } = await market.token("timur", { days: 1 });
  market.wait(DAY_MS - 1);
  expect(await market.report(token, "picked_up")).toMatchObject({ status: 201 });
  market.wait(1);
  expect(await market.report(token, "arrived_hub")).toMatchObject({ status: 410, code: "link_expired" });
  expect(await market.photo(token, randomUUID(), await phonePicture())).toMatchObject({ status: 410 });
});

test("a link that was called back is gone at once, and what came by it stays", async () => {
  const market = await fieldMarket();
  await market.book();
  const { id, token } = await market.token();
  expect(await market.report(token, "picked_up")).toMatchObject({ status: 201 });
  await execute(revokeLink, { actor: actorOf("aigul"), input: { linkId: id } }, market.on);
  expect(await market.report(token, "arrived_hub")).toMatchObject({ status: 410, code: "link_revoked" });
  expect((await stepOf(market, "picked_up"))?.occurredAt).toBe(START);
});

test("a replay is refused with the same words and with others, and changes nothing", async () => {
  const market = await fieldMarket();
  await market.book();
  const { token } = await market.token();
  const id = randomUUID();
  expect(await market.report(token, "picked_up", { id, note: "first" })).toMatchObject({ status: 201 });
  const before = await milestonesOf(market);
  const refused = { status: 409, code: "already_received" };
  expect(await market.report(token, "picked_up", { id, note: "first" })).toMatchObject(refused);
  expect(await market.report(token, "arrived_hub", { id, note: "another" })).toMatchObject(refused);
  expect(await milestonesOf(market)).toEqual(before);
  expect(await reportsOfOrder(market.database.read, market.orderId)).toHaveLength(1);
});

test("one report that is sent ten times at once is taken once", async () => {
  const market = await fieldMarket();
  await market.book();
  const { token } = await market.token();
  const id = randomUUID();
  const answers = await Promise.all(Array.from({ length: 10 }, () => market.report(token, "picked_up", { id })));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(9).fill(409)]);
  expect(new Set(answers.flatMap(({ code }) => code ?? []))).toEqual(new Set(["already_received"]));
});

test("five reports that come in another order than they happened arrive once and stand in order", async () => {
  const market = await fieldMarket();
  await market.book();
  const { token } = await market.token();
  const codes = ["picked_up", "arrived_hub", "export_released", "crossed_border", "import_released"];
  market.wait(10 * DAY_MS);
  const sent = [0, 2, 1, 4, 3].map((day) => ({
    code: codes[day] as string,
    at: later(START, day * DAY_MS),
    id: randomUUID(),
  }));
  for (const { code, ...more } of sent) expect(await market.report(token, code, more)).toMatchObject({ status: 201 });
  for (const { code, ...more } of sent) expect(await market.report(token, code, more)).toMatchObject({ status: 409 });
  const told = (await milestonesOf(market)).filter(({ code }) => codes.includes(code));
  expect(told.map(({ code, occurredAt }) => [code, occurredAt])).toEqual(
    codes.map((code, day) => [code, later(START, day * DAY_MS)]),
  );
  expect(await reportsOfOrder(market.database.read, market.orderId)).toHaveLength(5);
});

test("a link reports on its own order alone, and only steps of its role", async () => {
  const market = await fieldMarket({ services: ["logistics", "inspection"] });
  const { logistics = "", inspection = "" } = market.orders;
  await market.book(logistics);
  const { token } = await market.token("timur", { orderId: logistics });
  expect(await market.report(token, "picked_up", { orderId: inspection })).toMatchObject({ status: 422 });
  expect(await market.report(token, "on_site")).toMatchObject({ status: 422, code: "milestone_unknown" });
  expect(await market.report(token, "documents_closed")).toMatchObject({ status: 422, code: "milestone_unknown" });
  expect(await reportsOfOrder(market.database.read, inspection)).toEqual([]);
  expect(await market.make("timur", { orderId: inspection, role: "driver" })).toMatchObject({
    refusal: { code: "role_of_other_side" },
  });
});

test("a picture is taken once, drawn anew without its place, and its place, time and hash are kept as evidence", async () => {
  const market = await fieldMarket();
  await market.book();
  const { token } = await market.token();
  const [id, original] = [randomUUID(), await phonePicture(PLACED)];
  expect(await market.photo(token, id, original)).toMatchObject({ status: 201 });
  expect(await market.photo(token, id, original)).toMatchObject({ status: 409, code: "already_received" });
  expect(await market.report(token, "picked_up", { photoIds: [id] })).toMatchObject({ status: 201 });
  const [file] = await filesOfSubject(market.database.read, { kind: "order", id: market.orderId });
  expect(file).toMatchObject({ milestoneCode: "picked_up", organisationId: "provider" });
  expect((await stepOf(market, "picked_up"))?.evidence?.photos).toEqual([
    {
      fileId: file?.id,
      originalSha256: createHash("sha256").update(original).digest("hex"),
      takenAt: Date.parse("2026-11-24T01:30:00Z"),
      takenPosition: { latE6: 44_210_000, lonE6: 80_400_000 },
    },
  ]);
});

test("a camera that names no zone is read by the phone's, and one without any data is a picture all the same", async () => {
  const market = await fieldMarket();
  await market.book();
  const { token } = await market.token();
  const ids = [randomUUID(), randomUUID()];
  const zoneless = await phonePicture({ IFD2: { DateTimeOriginal: "2026:11:24 07:30:00" } });
  await market.photo(token, ids[0] ?? "", zoneless, { offset: 360 });
  await market.photo(token, ids[1] ?? "", await phonePicture());
  await market.report(token, "picked_up", { photoIds: ids });
  const photos = (await stepOf(market, "picked_up"))?.evidence?.photos;
  expect(photos?.map(({ takenAt }) => takenAt).sort()).toEqual([Date.parse("2026-11-24T01:30:00Z"), null]);
});

test("what is no picture is not taken, whatever it is called", async () => {
  const market = await fieldMarket();
  const { token } = await market.token();
  const send = (content: Buffer, more = {}) => market.photo(token, randomUUID(), content, more);
  expect(await send(Buffer.from("%PDF-1.4"), { name: "a.pdf", type: "application/pdf" })).toMatchObject({
    status: 422,
  });
  expect(await send(Buffer.from("a,b\n1,2\n"), { name: "a.csv", type: "text/csv" })).toMatchObject({
    ...{ status: 422, code: "type_not_allowed" },
  });
  expect(await send(Buffer.from("no picture"))).toMatchObject({ status: 422 });
  expect(await filesOfSubject(market.database.read, { kind: "order", id: market.orderId })).toEqual([]);
});

test("a picture from the field is not taken away, not even by whose link it was", async () => {
  const market = await fieldMarket();
  const { token } = await market.token();
  await market.photo(token, randomUUID(), await phonePicture());
  const [file] = await filesOfSubject(market.database.read, { kind: "order", id: market.orderId });
  const outcome = await execute(removeFile, { actor: actorOf("aigul"), input: { fileId: file?.id } }, market.on);
  expect(outcome).toMatchObject({ kind: "refused", refusal: { code: "no_more_files" } });
});

test("numbers, weights and place are kept with the step; a number that cannot be is refused beside its field", async () => {
  const market = await fieldMarket();
  await market.book();
  const { id: linkId, token } = await market.token();
  const evidence = {
    seals: ["cn 1001"],
    containerNumber: "CSQU 305438 3",
    grossWeightGrams: 1_000,
    position: null,
  };
  const wrong = { ...evidence, containerNumber: "CSQU3054384" };
  const refused = await market.report(token, "picked_up", { evidence: wrong });
  expect([refused.status, JSON.stringify(refused.body)]).toEqual([422, expect.stringContaining("container_check")]);
  expect(await market.report(token, "picked_up", { evidence })).toMatchObject({ status: 201 });
  expect((await stepOf(market, "picked_up"))?.evidence).toEqual({
    seals: ["CN1001"],
    containerNumber: "CSQU3054383",
    grossWeightGrams: 1_000,
    position: null,
    field: { linkId, role: "driver", person: "Azamat", clockDriftMs: 0 },
  });
});

test("a phone's clock that is wrong is told and made up for, one that is right to two minutes is left alone", async () => {
  const market = await fieldMarket();
  await market.book();
  market.wait(DAY_MS);
  const { token } = await market.token();
  const now = market.now();
  const [ahead, slow] = [later(now, 90 * MINUTE_MS), later(now, -MINUTE_MS)];
  await market.report(token, "picked_up", { at: later(ahead, -MINUTE_MS), madeAt: ahead, sentAt: ahead });
  await market.report(token, "arrived_hub", { at: slow, madeAt: slow, sentAt: slow });
  const reports = await reportsOfOrder(market.database.read, market.orderId);
  expect(reports.map(({ occurredAt, evidence }) => [occurredAt, evidence.field?.clockDriftMs]).sort()).toEqual(
    [
      [later(now, -MINUTE_MS), 90 * MINUTE_MS],
      [slow, -MINUTE_MS],
    ].sort(),
  );
});

test("the buyer's yard bears witness beside the provider's report and moves nothing", async () => {
  const market = await fieldMarket();
  await market.book();
  const { token } = await market.token("lin", { role: "yard", person: "Yard 3" });
  expect(await market.report(token, "picked_up", { note: "two seals" })).toMatchObject({
    status: 201,
    body: { isStep: false },
  });
  expect((await stepOf(market, "picked_up"))?.occurredAt).toBeNull();
  const [report] = await reportsOfOrder(market.database.read, market.orderId);
  expect(report).toMatchObject({ code: "picked_up", isStep: false, note: "two seals" });
  expect(await market.make("lin", { role: "driver" })).toMatchObject({ refusal: { code: "role_of_other_side" } });
});

test("a step that the office has reported takes the driver's evidence beside it", async () => {
  const market = await fieldMarket();
  await market.book();
  const input = { orderId: market.orderId, code: "picked_up", occurredAt: toIso(START), note: "office" };
  await execute(reportMilestone, { actor: actorOf("timur"), input }, market.on);
  const { token } = await market.token();
  expect(await market.report(token, "picked_up", { note: "driver" })).toMatchObject({ body: { isStep: false } });
  expect(await stepOf(market, "picked_up")).toMatchObject({ note: "office", occurredAt: START });
});

test("evidence beside a step is held to the times of the steps around it, whichever side's phone it comes from", async () => {
  const market = await fieldMarket();
  await market.book();
  const [driver, yard] = [await market.token(), await market.token("lin", { role: "yard" })];
  market.wait(3 * DAY_MS);
  const onDay = (day: number) => later(START, day * DAY_MS);
  await market.report(driver.token, "picked_up", { at: onDay(1) });
  await market.report(driver.token, "arrived_hub", { at: onDay(2) });
  for (const { token } of [driver, yard]) {
    const told = (day: number) => market.report(token, "arrived_hub", { at: onDay(day) });
    expect(await told(0.5)).toMatchObject({ status: 422, code: "occurred_out_of_order" });
    expect(await told(4)).toMatchObject({ status: 422, code: "occurred_in_future" });
    expect(await told(2.5)).toMatchObject({ status: 201, body: { isStep: false } });
  }
});

test("a report that a rule refuses can be sent again with the same id once the rule lets it", async () => {
  const market = await fieldMarket();
  const { token } = await market.token();
  const id = randomUUID();
  expect(await market.report(token, "picked_up", { id })).toMatchObject({
    status: 409,
    code: "milestone_out_of_order",
  });
  await market.book();
  expect(await market.report(token, "picked_up", { id })).toMatchObject({ status: 201 });
});

test("a step that is sooner than it can be is taken from the field once it says why, by the id of what was refused", async () => {
  const market = await fieldMarket();
  await market.book();
  await market.database.write((tx) => tx.update(deals).set({ readyDate: "2026-12-24" as LocalDate }));
  const { token } = await market.token();
  const id = randomUUID();
  const early = { status: 422, code: "early_without_reason" };
  expect(await market.report(token, "picked_up", { id })).toMatchObject(early);
  expect((await stepOf(market, "picked_up"))?.occurredAt).toBeNull();
  const earlyReason = "Packed a week ahead";
  expect(await market.report(token, "picked_up", { id, earlyReason })).toMatchObject({ status: 201 });
  const earliestAt = Date.parse("2026-12-22T16:00:00Z");
  expect(await stepOf(market, "picked_up")).toMatchObject({ occurredAt: START, earliestAt, earlyReason });
});

test("a step that is later than it was due is taken from the field with a reason that fits", async () => {
  const market = await fieldMarket();
  const pickupTo = toIso(later(START, HOUR_MS));
  await heldTo(market.database, market.orderId, { spec: { pickupTo }, terms: { borderWaitHours: 1 } });
  await market.book();
  const { token } = await market.token();
  market.wait(20 * HOUR_MS);
  const late = { status: 422, code: "late_without_reason" };
  for (const said of [{}, { lateReason: "rolled" }])
    expect(await market.report(token, "picked_up", said)).toMatchObject(late);
  expect(await market.report(token, "picked_up", { lateReason: "goods_not_ready" })).toMatchObject({ status: 201 });
  expect((await stepOf(market, "picked_up"))?.evidence?.late).toMatchObject({ reason: "goods_not_ready" });
});

test("numbers that are not of the order's way, or that its customs cannot have given, are refused of a step and of what stands beside one", async () => {
  const market = await fieldMarket();
  await market.book();
  const [driver, yard] = [await market.token(), await market.token("lin", { role: "yard" })];
  const wagon = { evidence: { wagonNumber: "52345675" } };
  for (const { token } of [driver, yard])
    expect(await market.report(token, "picked_up", wagon)).toMatchObject({ status: 422, code: "number_not_of_order" });
  const foreign = { evidence: { declarations: [{ country: "CN", number: "990020260123456789" }] } };
  expect(await market.report(driver.token, "picked_up", foreign)).toMatchObject({
    ...{ status: 422, code: "declaration_number_malformed" },
  });
  expect(await reportsOfOrder(market.database.read, market.orderId)).toEqual([]);
  const plates = { evidence: { tractorPlate: "123 ABC 02" } };
  expect(await market.report(driver.token, "picked_up", plates)).toMatchObject({ status: 201 });
});

test.each([
  ["a viewer", "wei", "not_permitted"],
  ["a stranger", "stranger", "not_found"],
] as const)("%s gives out no link and calls none back", async (_, who, code) => {
  const market = await fieldMarket();
  const { id } = await market.token();
  const refusal = { kind: "refused", refusal: { code } };
  expect(await market.make(who)).toMatchObject(refusal);
  const outcome = await execute(revokeLink, { actor: actorOf(who), input: { linkId: id } }, market.on);
  expect(outcome.kind).toBe("refused");
  expect((await findLink(market.database.read, id))?.revokedAt).toBeNull();
});

test("the other party of an order does not call back a link that is not its own", async () => {
  const market = await fieldMarket();
  const { id } = await market.token();
  const outcome = await execute(revokeLink, { actor: actorOf("lin"), input: { linkId: id } }, market.on);
  expect(outcome).toMatchObject({ kind: "refused", refusal: { code: "not_found" } });
});

test("what waits on a phone whose link ended goes by another link, also once its order is over, and moves nothing", async () => {
  const market = await fieldMarket();
  const { orderId, on } = market;
  await market.book();
  await market.token("timur", { days: 1 });
  market.wait(DAY_MS);
  await execute(cancelOrder, { actor: actorOf("lin"), input: { orderId, reason: "plans changed" } }, on);
  const given = await linksOfOrder(market.database.read, orderId, asked(market, "timur"));
  expect(given).toMatchObject({ isOver: true, roles: expect.arrayContaining(["driver"]) });
  const { token } = await market.token("timur");
  const sent = await market.report(token, "picked_up");
  expect(sent).toMatchObject({ status: 201, body: { isStep: false } });
  expect(await reportsOfOrder(market.database.read, orderId)).toHaveLength(1);
  expect((await stepOf(market, "picked_up"))?.occurredAt).toBeNull();
  // The other party gave out none that could have something waiting.
  expect(await market.make("lin", { role: "yard" })).toMatchObject({ refusal: { code: "wrong_state" } });
});

test("an order that is over gets no link", async () => {
  const market = await fieldMarket();
  const { orderId, on } = market;
  await execute(cancelOrder, { actor: actorOf("lin"), input: { orderId, reason: "plans changed" } }, on);
  expect(await market.make("timur")).toMatchObject({ kind: "refused", refusal: { code: "wrong_state" } });
});

test("Twenty links of one party may stand on an order: those that are over, or are the other party's, take none of their places.", async () => {
  const market = await fieldMarket();
  for (let at = 0; at < 19; at++) await market.token("timur", { days: 1 + (at % 2) });
  await market.token("lin", { role: "yard" });
  const { id } = await market.token("timur", { days: 2 });
  const full = { refusal: { code: "too_many_links", details: { maximum: 20 } } };
  expect(await market.make("timur")).toMatchObject(full);
  await execute(revokeLink, { actor: actorOf("timur"), input: { linkId: id } }, market.on);
  await market.token("timur");
  expect(await market.make("timur")).toMatchObject(full);
  market.wait(DAY_MS);
  for (let at = 0; at < 10; at++) await market.token("timur");
  expect(await market.make("timur")).toMatchObject(full);
});

test("whoever is given a link becomes a contact of the organisation that gave it, and of nobody else", async () => {
  const market = await fieldMarket();
  const { id } = await market.token("timur", { person: "Azamat, 123 ABC 02" });
  const link = await findLink(market.database.read, id);
  const entries = await entriesOf(market.database.read, link?.organisationId ?? "", 10);
  expect(entries).toMatchObject([
    { kind: "contact", facts: { name: "Azamat, 123 ABC 02", role: "driver", locale: "en" } },
  ]);
  const { organisationId: buyerId } = actorOf("lin");
  expect(await entriesOf(market.database.read, buyerId ?? "", 10)).toEqual([]);
});
