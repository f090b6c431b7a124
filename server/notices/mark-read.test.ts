import { expect, test } from "vitest";
import { insertNotices } from "@/db/repositories/notices";
import { notices } from "@/db/schema/notices";
import { execute } from "@/server/platform/execute";
import { inbox, unreadCount } from "@/server/notices/queries";
import { actorOf, orderMarket } from "@/test/order-market";
import { markAllRead, markRead } from "./mark-read";

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

test("An inbox holds the person's own notices of the organisation that they act for.", async () => {
  const of = await market();
  await of.read("lin", "lin2");
  const shown = async (who: Person) =>
    (await inbox(of.database.read, actorOf(who), { cursor: null, limit: 10 })).items.map(({ id }) => id);
  expect(await shown("lin")).toEqual(["lin1", "lin2"]);
  expect(await shown("wei")).toEqual(["wei2", "wei1"]);
});

test("An inbox goes page by page through what is unread, the newest first, and then through what was read, each once.", async () => {
  const of = await market();
  const { read } = of.database;
  const more = ["lin4", "lin5", "lin6"].map((id) => ({
    ...{ id, eventId: `event-${id}`, userId: "lin", organisationId: "buyer", kind: "order_placed", facts: { n: id } },
    ...{ href: `/orders/${id}`, createdAt: of.now() },
  }));
  await of.database.write((tx) => insertNotices(tx, more as unknown as Parameters<typeof insertNotices>[1]));
  await of.read("lin", "lin5");
  await of.read("lin", "lin2");
  for (const limit of [1, 2, 4, 10]) {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof inbox>> = await inbox(read, actorOf("lin"), { cursor, limit });
      seen.push(...page.items.map(({ id, isRead }) => `${id} ${isRead}`));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen).toEqual(["lin6 false", "lin4 false", "lin1 false", "lin5 true", "lin2 true"]);
  }
  const [first] = (await inbox(read, actorOf("lin"), { cursor: "no cursor", limit: 1 })).items;
  expect(first).toMatchObject({ id: "lin6", href: "/orders/lin6", facts: { n: "lin6" }, at: of.now() });
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
