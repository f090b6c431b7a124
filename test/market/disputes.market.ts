import { describe, expect, test } from "vitest";
import { DAY_MS, dayOf, instant } from "../../domain/shared/time";
import { ask, line, percent, share } from "./built-market";

// Disputes and who registered when, in the built market.

type Row = {
  id: string;
  code: string;
  state: string;
  service: string;
  openedAt: number;
  endedAt: number | null;
  deliveredAt: number;
  opener: string;
  buyer: string;
  provider: string;
  shareBps: number | null;
  effect: string | null;
  words: string;
  answers: number;
  said: string | null;
  rules: string | null;
  chargeMinor: number | null;
  contractCny: number;
  contract: number;
  orderState: string;
};

const disputes = ask<Row>(
  `select d.id, d.code, d.state, o.service, d.opened_at as openedAt, d.ended_at as endedAt, o.delivered_at as deliveredAt,
    d.opened_by_organisation_id as opener, o.buyer_organisation_id as buyer, o.provider_organisation_id as provider,
    json_extract(d.ending, '$.shareBps') as shareBps, json_extract(d.ending, '$.effect') as effect, d.words, o.state as orderState,
    json_extract(d.charge, '$.minor') as chargeMinor, o.contract_cny_minor as contractCny, o.contract_minor as contract,
    (select group_concat(e.words, char(10)) from dispute_entries e where e.dispute_id = d.id) as said,
    case when d.decided_by_user_id is not null then d.ending_words end as rules,
    (select count(*) from dispute_entries e where e.dispute_id = d.id and e.organisation_id <> d.opened_by_organisation_id) as answers
  from disputes d join orders o on o.id = d.order_id order by d.opened_at`,
);
const now = ask<{ at: number }>("select max(entered_at) as at from exchange_rates")[0]?.at ?? 0;
const [{ n: orders } = { n: 0 }] = ask<{ n: number }>("select count(*) as n from orders");

describe("disputes", () => {
  test("of a hundred orders about one, all over the year, between many companies and of each kind", () => {
    const months = new Set(disputes.map(({ openedAt }) => dayOf(instant(openedAt)).slice(0, 7)));
    const sides = (of: "buyer" | "provider") => new Set(disputes.map((one) => one[of]));
    const most = Math.max(...[...Map.groupBy(disputes, ({ buyer }) => buyer).values()].map(({ length }) => length));
    const codes = Map.groupBy(disputes, ({ code }) => code);
    line(
      `disputes ${disputes.length}, ${percent(share(disputes.length, orders))} of the orders, in ${months.size} months, of ${sides("buyer").size} buyers and ${sides("provider").size} providers: ${[...codes].map(([code, all]) => `${code} ${all.length}`).join(", ")}`,
    );
    expect(share(disputes.length, orders)).toBeGreaterThan(0.008);
    expect(share(disputes.length, orders)).toBeLessThan(0.02);
    expect(months.size).toBeGreaterThanOrEqual(7);
    expect(sides("buyer").size).toBeGreaterThanOrEqual(8);
    expect(sides("provider").size).toBeGreaterThanOrEqual(8);
    expect(most).toBeLessThanOrEqual(3);
    expect([...codes.keys()]).toEqual(
      expect.arrayContaining(["late", "damaged", "not_as_agreed", "charge_not_agreed", "wrong_papers"]),
    );
    expect(new Set(disputes.map(({ service }) => service)).size).toBeGreaterThanOrEqual(3);
    expect(new Set(disputes.map(({ words }) => words)).size).toBeGreaterThan(disputes.length / 2);
    expect(disputes.filter(({ opener, buyer }) => opener !== buyer).length).toBeLessThan(disputes.length / 2);
  });

  test("each is opened after the delivery and ends within 3 to 20 days, answered, about a third of them wholly for one side", () => {
    const ended = disputes.filter((one) => one.endedAt !== null);
    expect(ended.length).toBeGreaterThan(5);
    expect(disputes.filter(({ openedAt, deliveredAt }) => openedAt <= deliveredAt)).toEqual([]);
    for (const { openedAt, endedAt, answers, effect } of ended) {
      const days = ((endedAt ?? 0) - openedAt) / DAY_MS;
      expect(days).toBeGreaterThanOrEqual(2.5);
      expect(days).toBeLessThanOrEqual(20);
      expect(answers).toBeGreaterThan(0);
      expect(effect).toBe("accepted");
    }
    const whole = ended.filter(({ shareBps }) => shareBps === 0 || shareBps === 10_000);
    expect(share(whole.length, ended.length)).toBeGreaterThan(0.15);
    expect(share(whole.length, ended.length)).toBeLessThan(0.6);
    const over = ended.filter(
      ({ orderState, endedAt }) => orderState === "completed" && now - (endedAt ?? 0) > 30 * DAY_MS,
    );
    expect(over.filter(({ state }) => state !== "closed")).toEqual([]);
  });

  test("some are open now, and none for longer than three weeks", () => {
    const open = disputes.filter(({ endedAt }) => endedAt === null);
    line(`open disputes ${open.length}: ${open.map(({ code, state }) => `${code} ${state}`).join(", ")}`);
    expect(open.length).toBeGreaterThanOrEqual(2);
    expect(open.length).toBeLessThanOrEqual(7);
    expect(open.filter(({ openedAt }) => now - openedAt > 21 * DAY_MS)).toEqual([]);
  });
});

test("some are over the report of an inspection, and what is found on arrival is said once the goods are there", () => {
  const own = disputes.filter(({ service }) => service === "inspection");
  const arrivals = ask<{ id: string; at: number | null; says: string }>(
    `select d.id, d.words as says, m.occurred_at as at from disputes d join orders o on o.id = d.order_id
    left join orders l on l.deal_id = o.deal_id and l.service = 'logistics'
    left join order_milestones m on m.order_id = l.id and m.code = 'delivered'
    where o.service = 'inspection' and (d.words like '%到货%' or d.words like '%货到%')`,
  );
  line(`disputes over inspections ${own.length}, of these over what was found on arrival ${arrivals.length}`);
  expect(own.length).toBeGreaterThanOrEqual(2);
  const openedAt = new Map(own.map((one) => [one.id, one.openedAt]));
  expect(arrivals.filter(({ id, at }) => at === null || at >= (openedAt.get(id) ?? 0))).toEqual([]);
});

describe("what is said in disputes", () => {
  test("a dispute over a haul tells of what happens by its mode", () => {
    const hauls = ask<{ reference: string; mode: string; says: string }>(
      `select o.reference, o.mode, d.words || coalesce((select group_concat(e.words) from dispute_entries e where e.dispute_id = d.id), '') as says
      from disputes d join orders o on o.id = d.order_id where o.service = 'logistics'`,
    );
    const ofTrucks = /每日两次报位置|一车（柜）|急刹|口岸等待/;
    const ofFlights = /航班|计费重|空运/;
    line(`disputes over hauls ${hauls.length}, by air ${hauls.filter(({ mode }) => mode === "air").length}`);
    expect(hauls.length).toBeGreaterThan(3);
    expect(hauls.filter(({ mode, says }) => (mode === "air" ? ofTrucks : ofFlights).test(says))).toEqual([]);
  });

  test("no two share a sentence", () => {
    const sentences = disputes.flatMap(({ words, said, rules }) =>
      [words, ...(said ?? "").split("\n"), ...(rules ? [rules] : [])].filter(Boolean),
    );
    expect(sentences.length).toBeGreaterThan(disputes.length * 2);
    expect(new Set(sentences).size).toBe(sentences.length);
  });

  test("a charge that was not agreed has its amount, and what a bank took is 15 to 50 dollars", () => {
    const charged = disputes.filter(({ code }) => code === "charge_not_agreed");
    expect(charged.length).toBeGreaterThan(0);
    expect(charged.filter(({ chargeMinor }) => chargeMinor === null)).toEqual([]);
    const cny = charged.flatMap(({ service, chargeMinor, contractCny, contract }) =>
      service === "payment" ? (((chargeMinor ?? 0) / contract) * contractCny) / 100 : [],
    );
    line(`charges of banks in yuan: ${cny.map((amount) => amount.toFixed(2)).join(", ")}`);
    expect(cny.filter((amount) => amount < 15 * 6.5 || amount > 50 * 7.6)).toEqual([]);
  });

  test("nobody complains of what a foreign company has no part in, nor of a refund that is weeks away", () => {
    expect(disputes.filter(({ words }) => /结汇|退税/.test(words))).toEqual([]);
  });
});

describe("who registered when", () => {
  const companies = ask<{ id: string; at: number }>(
    "select id, created_at as at from organisations where kind = 'trader'",
  );
  const joined = new Map(companies.map(({ id, at }) => [id, at]));

  test("companies came over more than two years, on days of their own, and some over the last one", () => {
    const monthOf = (at: number) => dayOf(instant(at)).slice(0, 7);
    const months = Map.groupBy(companies, ({ at }) => monthOf(at));
    const most = Math.max(...[...months.values()].map(({ length }) => length));
    const ago = companies.map(({ at }) => (now - at) / DAY_MS);
    const newcomers = ago.filter((days) => days < 366);
    line(
      `companies ${companies.length} in ${months.size} months, ${most} in one at most; of the last year ${newcomers.length}`,
    );
    expect(months.size).toBeGreaterThan(24);
    expect(share(most, companies.length)).toBeLessThan(0.25);
    expect(newcomers.length).toBeGreaterThan(10);
    expect(share(newcomers.length, companies.length)).toBeLessThan(0.2);
  });

  test.each([
    ["posts a deal", "select buyer_organisation_id as id, min(created_at) as at from deals group by 1"],
    ["bids", "select provider_organisation_id as id, min(submitted_at) as at from bids group by 1"],
    ["lists a service", "select organisation_id as id, min(created_at) as at from listings group by 1"],
    ["is looked up", "select organisation_id as id, min(checked_at) as at from organisation_checks group by 1"],
    ["enters a paper", "select entered_by_organisation_id as id, min(entered_at) as at from deal_documents group by 1"],
  ])("nobody %s before it is registered", (_, query) => {
    const first = ask<{ id: string; at: number }>(query);
    expect(first.length).toBeGreaterThan(20);
    expect(first.filter(({ id, at }) => at < (joined.get(id) ?? 0))).toEqual([]);
  });
});
