import { expect, test } from "vitest";
import { insertNotices } from "@/db/repositories/notices";
import { notices } from "@/db/schema/notices";
import { execute } from "@/server/platform/execute";
import { inboxPage } from "@/server/notices/inbox";
import { unreadCount } from "@/server/notices/queries";
import { actorOf, orderMarket } from "@/test/order-market";
import { markAllRead, markGroupRead, markRead } from "./mark-read";

type Person = "lin" | "wei" | "aigul";

/** Two people of the buyer and one of the provider, each with two unread notices, and one of them with a third in another organisation. */
async function market() {
  const of = await orderMarket();
  const notice = (id: string, userId: string, organisationId: string) => ({
    ...{ id, eventId: `event-${id}`, userId, organisationId, kind: "order_placed", facts: {}, href: "/orders" },
    createdAt: of.now(),
  });
  const rows = [
    ...["lin", "wei"].flatMap((id) => [notice(`${id}1`, id, "buyer"), notice(`${id}2`, id, "buyer")]),
    notice("lin3", "lin", "elsewhere"),
    notice("aigul1", "aigul", "provider"),
    notice("aigul2", "aigul", "provider"),
  ];
  await of.database.write((tx) => insertNotices(tx, rows as Parameters<typeof insertNotices>[1]));
  const unread = async () =>
    (await of.database.read.select().from(notices)).flatMap(({ id, readAt }) => (readAt === null ? [id] : [])).sort();
  expect(await unread()).toHaveLength(rows.length);
  const read = (who: Person, noticeId: string) =>
    execute(markRead, { actor: actorOf(who), input: { noticeId } }, of.on);
  return { ...of, unread, read };
}

test("Who has read everything has read their own notices of that organisation, and none of a colleague's.", async () => {
  const of = await market();
  expect(await execute(markAllRead, { actor: actorOf("lin"), input: {} }, of.on)).toMatchObject({ kind: "done" });
  expect(await of.unread()).toEqual(["aigul1", "aigul2", "lin3", "wei1", "wei2"]);
  expect(await unreadCount(of.database.read, "lin", "buyer")).toBe(0);
  expect(await unreadCount(of.database.read, "lin", "elsewhere")).toBe(1);
  expect(await unreadCount(of.database.read, "wei", "buyer")).toBe(2);
});

test("A person marks one notice of their own as read; a colleague's and a stranger's are not found and stay unread.", async () => {
  const of = await market();
  expect(await of.read("lin", "lin1")).toMatchObject({ kind: "done" });
  for (const other of ["wei1", "aigul1", "none"])
    expect(await of.read("lin", other)).toMatchObject({ kind: "refused", refusal: { code: "not_found" } });
  expect(await of.unread()).toEqual(["aigul1", "aigul2", "lin2", "lin3", "wei1", "wei2"]);
});

const page = { cursor: null, open: null, limit: 10 };

test("An inbox holds the person's own notices of the organisation that they act for.", async () => {
  const of = await market();
  await of.read("lin", "lin2");
  const shown = async (who: Person) => {
    const asked = { ...page, open: "organisation", now: of.now() };
    return (await inboxPage(of.database.read, actorOf(who), asked)).opened?.notices.map(
      ({ id, isRead }) => `${id} ${isRead}`,
    );
  };
  expect(await shown("lin")).toEqual(["lin2 true", "lin1 false"]);
  expect(await shown("wei")).toEqual(["wei2 false", "wei1 false"]);
});

const told = (id: string, dealId: string | null, more: object = {}) => ({
  ...{ id, eventId: `event-${id}`, userId: "lin", organisationId: "buyer", kind: "order_placed", facts: { n: id } },
  ...{ href: `/orders/${id}`, createdAt: 1, dealId, ...more },
});

test("An inbox goes page by page through what was told, a deal a row and the one told of last first, each once with what is unread of it.", async () => {
  const of = await market();
  const { read } = of.database;
  const rows = [
    ...[told("m1", "d1"), told("m2", "d2"), told("m3", "d1"), told("m4", "d3", { readAt: 1 })],
    ...[told("m5", null, { kind: "hub_closed" }), told("m6", "d4", { isQuiet: true, readAt: 1 })],
    told("m7", "d2", { isQuiet: true, readAt: 1 }),
  ];
  await of.database.write((tx) => insertNotices(tx, rows as unknown as Parameters<typeof insertNotices>[1]));
  for (const limit of [1, 2, 3, 10]) {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const asked = { ...page, cursor, limit, now: of.now() };
      const found: Awaited<ReturnType<typeof inboxPage>> = await inboxPage(read, actorOf("lin"), asked);
      seen.push(...found.groups.map(({ key, newest, unread, total }) => `${key} ${newest.id} ${unread}/${total}`));
      cursor = found.nextCursor;
    } while (cursor !== null);
    expect(seen).toEqual(["hubs m5 1/1", "d3 m4 0/1", "d1 m3 2/2", "d2 m2 1/2", "organisation lin2 2/2"]);
  }
  const open = async (key: string) =>
    await inboxPage(read, actorOf("lin"), { ...page, limit: 1, open: key, now: of.now() });
  const { groups, opened } = await open("d4");
  expect([groups.map(({ key }) => key), opened?.notices.map(({ id }) => id)]).toEqual([["d4", "hubs"], ["m6"]]);
  expect((await open("none")).opened).toBeNull();
});

test("Who has read one deal has read their own notices of it in that organisation, and no other's.", async () => {
  const of = await market();
  const rows = [told("m1", "d1"), told("m2", "d2"), told("m3", "d1"), told("m5", null, { kind: "hub_closed" })];
  const others = [told("m6", "d1", { userId: "wei" }), told("m7", "d1", { organisationId: "elsewhere" })];
  await of.database.write((tx) =>
    insertNotices(tx, [...rows, ...others] as unknown as Parameters<typeof insertNotices>[1]),
  );
  const readGroup = (group: string) => execute(markGroupRead, { actor: actorOf("lin"), input: { group } }, of.on);
  const left = async () => (await of.unread()).filter((id) => /^(m|lin)/.test(id));
  expect(await readGroup("d1")).toMatchObject({ kind: "done", value: { group: "d1" } });
  expect(await left()).toEqual(["lin1", "lin2", "lin3", "m2", "m5", "m6", "m7"]);
  await readGroup("hubs");
  expect(await left()).toEqual(["lin1", "lin2", "lin3", "m2", "m6", "m7"]);
  await readGroup("organisation");
  expect(await left()).toEqual(["lin3", "m2", "m6", "m7"]);
});

test("A notice was read when it was read first.", async () => {
  const of = await market();
  const first = of.now();
  await of.read("lin", "lin1");
  of.wait(1_000);
  await of.read("lin", "lin1");
  await execute(markAllRead, { actor: actorOf("lin"), input: {} }, of.on);
  const at = async (id: string) => (await of.database.read.select().from(notices)).find((row) => row.id === id)?.readAt;
  expect([await at("lin1"), await at("lin2")]).toEqual([first, of.now()]);
});
