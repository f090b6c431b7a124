import { expect, test } from "vitest";
import { contactIn } from "../../domain/shared/contact-in-text";
import { ask, line, percent, share } from "./built-market";

type Said = {
  readonly bid: string;
  readonly seq: number;
  readonly by: "buyer" | "provider";
  readonly at: number;
  readonly words: string;
  readonly orderId: string | null;
  readonly contractedAt: number | null;
  readonly openedAt: number;
  readonly completedAt: number | null;
  readonly service: string;
  readonly buyerCountry: string;
  readonly providerCountry: string;
};

const said =
  ask<Said>(`select m.bid_id as bid, m.seq, m.by, m.at, m.words, o.id as orderId, o.contracted_at as contractedAt,
    coalesce(r.opened_at, b.submitted_at) as openedAt, o.completed_at as completedAt, r.service, ob.country as buyerCountry, op.country as providerCountry
  from thread_messages m join bids b on b.id = m.bid_id join requests r on r.id = b.request_id
    join organisations ob on ob.id = r.buyer_organisation_id join organisations op on op.id = b.provider_organisation_id
    left join orders o on o.bid_id = b.id order by m.bid_id, m.seq`);
const threads = [...Map.groupBy(said, ({ bid }) => bid).values()];
const orders = ask<{ n: number }>("select count(*) as n from orders")[0]?.n ?? 0;

test("a part of the orders, not all, have something written beside them, and some bids before their award", () => {
  const beside = threads.filter((thread) => thread.some(({ orderId }) => orderId !== null)).length;
  const before = threads.filter(
    ([first]) => first && first.at < (first.contractedAt ?? Number.POSITIVE_INFINITY),
  ).length;
  line(
    `${said.length} messages in ${threads.length} threads: ${percent(share(beside, orders))} of the orders, ${before} begun before the award`,
  );
  expect(share(beside, orders)).toBeGreaterThan(0.15);
  expect(share(beside, orders)).toBeLessThan(0.5);
  expect(before).toBeGreaterThan(30);
});

test("both sides write, one after the other", () => {
  const both = threads.filter((thread) => new Set(thread.map(({ by }) => by)).size === 2).length;
  expect(share(both, threads.length)).toBeGreaterThan(0.95);
  for (const thread of threads)
    for (const [place, { at, seq }] of thread.entries()) {
      expect(seq).toBe(place + 1);
      expect(at).toBeGreaterThanOrEqual(thread[place - 1]?.at ?? 0);
    }
});

test("nobody writes before the opening, nor of an order after it is over", () => {
  for (const { at, openedAt, completedAt, words } of said) {
    expect(at, words).toBeGreaterThan(openedAt);
    if (completedAt !== null) expect(at, words).toBeLessThan(completedAt);
  }
});

test("what is written beside an order stands between two of its steps", () => {
  type Step = { readonly orderId: string; readonly first: number; readonly last: number };
  const steps = new Map(
    ask<Step>(
      "select order_id as orderId, min(occurred_at) as first, max(occurred_at) as last from order_milestones where occurred_at is not null group by order_id",
    ).map((one) => [one.orderId, one]),
  );
  const beside = said.filter(({ orderId, at, contractedAt }) => orderId !== null && at >= (contractedAt ?? 0));
  const within = beside.filter(({ orderId, at }) => {
    const span = steps.get(orderId ?? "");
    return span && at >= span.first;
  });
  expect(share(within.length, beside.length)).toBeGreaterThan(0.97);
});

test("no message names a contact, and each is in a language that one of its sides speaks", () => {
  const languages = { zh: /^[^·]*$/u, ru: /\p{Script=Cyrillic}/u, vi: /[đơưạ-ỹ]/u } as const;
  for (const { words, buyerCountry, providerCountry } of said) {
    expect(contactIn(words), words).toBeNull();
    expect(words, "a Chinese reader reads it").toMatch(/^[^·]*\p{Script=Han}/u);
    const countries = [buyerCountry, providerCountry];
    if (languages.zh.test(words)) expect(countries, words).toEqual(["CN", "CN"]);
    if (languages.ru.test(words))
      expect(
        countries.some((one) => ["RU", "KZ", "KG", "UZ"].includes(one)),
        words,
      ).toBe(true);
    if (languages.vi.test(words)) expect(countries, words).toContain("VN");
  }
  for (const form of Object.values(languages)) expect(said.some(({ words }) => form.test(words))).toBe(true);
  expect(said.some(({ words }) => Object.values(languages).every((form) => !form.test(words)))).toBe(true);
});

test("most of what was written has been read", () => {
  const [row] = ask<{ n: number; unread: number }>(
    "select count(*) as n, sum(buyer_unread + provider_unread > 0) as unread from threads",
  );
  expect(share(row?.unread ?? 0, row?.n ?? 1)).toBeLessThan(0.1);
});
