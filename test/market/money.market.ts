import { expect, test } from "vitest";
import { nextBankDay } from "../../demo/plan/calendar";
import { type Funds, sendableMinor } from "../../domain/services/payment/funds";
import { balanceOf } from "../../domain/services/payment/surplus";
import { holdState } from "../../domain/services/payment/third-party";
import { DAY_MS, instant } from "../../domain/shared/time";
import { ask, line, percent } from "./built-market";

// Whether money of the built market goes as banks and agents let it go.

test("what came back reaches the payee in full when it is sent again, whoever bears what the return has cost", () => {
  const again = ask<{ sent: number; before: number; bearer: string }>(
    `select n.amount_minor as sent, r.amount_minor as before, r.cost_borne_by as bearer
    from remittances r join remittances n on n.order_id = r.order_id and n.attempt = r.attempt + 1`,
  );
  line(`sendings of money that came back: ${again.length}`);
  expect(again.length).toBeGreaterThan(5);
  expect(new Set(again.map(({ bearer }) => bearer))).toContain("payer");
  expect(again.filter(({ sent, before }) => sent !== before)).toEqual([]);
});

test("a rate that is held for a day holds until the same hour of the banks' next day, and only one below the market's waits for the buyer", () => {
  const locks = ask<{ from: number; until: number; waits: number; ratio: number | null }>(
    `select l.locked_at as "from", l.expires_at as until, l.needs_confirmation as waits,
      l.rate / (select r.rate from exchange_rates r where r.base = l.base and r.quote = l.quote
        and r.entered_at <= l.locked_at order by r.day desc limit 1) as ratio
    from rate_locks l join orders o on o.id = l.order_id join requests q on q.id = o.request_id
    where json_extract(q.spec, '$.lockMinutes') = 1440`,
  );
  const odd = locks.filter(({ from, until }) => nextBankDay(instant(from)) !== until);
  line(`rates locked for a day: ${locks.length}, held for longer than until the banks' next day: ${odd.length}`);
  expect(locks.length).toBeGreaterThan(20);
  expect(odd.length).toBeLessThanOrEqual(locks.length * 0.03);
  expect(odd.filter(({ from, until }) => until < nextBankDay(instant(from)))).toEqual([]);
  const known = locks.filter(({ ratio }) => ratio !== null);
  expect(known.filter(({ waits, ratio }) => (waits === 1) !== Number(ratio) < 0.99999)).toEqual([]);
  expect(known.some(({ waits }) => waits === 1)).toBe(true);
});

/** Deals of these days are bid on as one check of their client is under way or just done. */
const UNDER_WAY_MS = 10 * DAY_MS;

test("a client pays for its check once, is approved after some hours, and money takes some hours from bank to bank", () => {
  const checked = ask<{ pair: string; at: number; approved: number | null }>(
    `select o.buyer_organisation_id || o.provider_organisation_id as pair, v.submitted_at as at,
      (select m.occurred_at from order_milestones m where m.order_id = o.id and m.code = 'kyc_approved') as approved
    from orders o join bids b on b.id = o.bid_id join bid_versions v on v.bid_id = b.id and v.version = b.version
    where o.service = 'payment' and v.content like '%"code":"KYC"%'`,
  );
  const twice = checked.filter((one) =>
    checked.some(({ pair, approved }) => pair === one.pair && approved !== null && approved < one.at - UNDER_WAY_MS),
  );
  const steps = (from: string, to: string) =>
    ask<{ hours: number }>(
      `select (b.occurred_at - a.occurred_at) / 3600000.0 as hours from order_milestones a join order_milestones b
        on b.order_id = a.order_id and a.code = '${from}' and b.code = '${to}' where b.occurred_at is not null and a.occurred_at is not null`,
    ).map(({ hours }) => hours);
  const [approval, transfer] = [steps("kyc_submitted", "kyc_approved"), steps("sent", "received_by_payee")];
  line(
    `orders with a check of the client: ${checked.length}; twice: ${twice.length}; shortest approval ${Math.min(...approval).toFixed(1)} h, transfer ${Math.min(...transfer).toFixed(1)} h`,
  );
  expect(checked.length).toBeGreaterThan(0);
  expect(twice).toEqual([]);
  expect(Math.min(...approval)).toBeGreaterThanOrEqual(4.9);
  expect(Math.min(...transfer)).toBeGreaterThanOrEqual(3.9);
});

test("carriage to the border is asked for at what the way costs, and not at a part of the value", () => {
  const stated = ask<{ hub: string; freight: number; insurance: number }>(
    `select d.hub_id as hub, json_extract(r.spec, '$.freightToBorder.minor') * 1.0 / d.goods_value_minor as freight,
      json_extract(r.spec, '$.insuranceToBorder.minor') * 1.0 / d.goods_value_minor as insurance
    from requests r join deals d on d.id = r.deal_id
    where r.service = 'customs' and json_extract(r.spec, '$.freightToBorder.minor') is not null
      and json_extract(r.spec, '$.freightToBorder.currency') = d.goods_currency`,
  );
  const shares = stated.map(({ freight }) => freight).sort((a, b) => a - b);
  const at = (part: number) => shares[Math.floor(shares.length * part)] ?? 0;
  line(`carriage to the border: ${[0.1, 0.5, 0.9].map((part) => percent(at(part))).join(", ")} of the value`);
  expect(stated.length).toBeGreaterThan(20);
  expect(at(0.9)).toBeGreaterThan(3 * at(0.1));
  expect(stated.filter(({ freight }) => Math.abs(freight - 0.045) < 0.00001).length).toBeLessThan(stated.length * 0.1);
  expect(stated.filter(({ insurance }) => Math.abs(insurance - 0.003) > 0.0005).length).toBeLessThan(
    stated.length * 0.1,
  );
});

/** Digits six to eight of a Russian account, by the currency that it is kept in. */
const RUSSIAN_DIGITS: Readonly<Record<string, string>> = { RUB: "810", USD: "840", CNY: "156" };

test("a payee in Russia is paid into an account of the currency that it receives", () => {
  const payees = ask<{ account: string; currency: string }>(
    `select json_extract(spec, '$.payee.account') as account, json_extract(spec, '$.payeeCurrency') as currency
    from requests where service = 'payment' and json_extract(spec, '$.payee.bic') like '____RU%'`,
  );
  const byCurrency = Map.groupBy(payees, ({ currency }) => currency);
  line(`payees in Russia: ${[...byCurrency].map(([currency, of]) => `${of.length} in ${currency}`).join(", ")}`);
  expect(payees.length).toBeGreaterThan(10);
  expect(payees.filter(({ account, currency }) => account.slice(5, 8) !== RUSSIAN_DIGITS[currency])).toEqual([]);
});

test("no payment was sent without its funds and its clearance, to a client that was approved or known", () => {
  const sent = ask<{ codes: string; steps: string; known: number }>(
    `select group_concat(case when m.occurred_at is not null then m.code end) as codes, group_concat(m.code) as steps,
      exists (select 1 from orders e join order_milestones a on a.order_id = e.id and a.code = 'kyc_approved'
        where e.service = 'payment' and e.buyer_organisation_id = o.buyer_organisation_id
        and e.provider_organisation_id = o.provider_organisation_id and a.occurred_at <= o.contracted_at) as known
    from orders o join order_milestones m on m.order_id = o.id
    where o.id in (select order_id from order_milestones where code = 'sent' and occurred_at is not null)
    group by o.id`,
  ).map(({ codes, steps, known }) => ({ told: codes.split(","), steps: steps.split(","), known: known === 1 }));
  const ofKnown = sent.filter(({ steps }) => !steps.includes("kyc_approved"));
  line(`payments sent: ${sent.length}, for clients known before ${ofKnown.length}`);
  expect(sent.length).toBeGreaterThan(20);
  expect(ofKnown.length).toBeGreaterThan(0);
  expect(ofKnown.filter(({ known }) => !known)).toEqual([]);
  for (const code of ["funds_received", "compliance_cleared"])
    expect(sent.filter(({ told }) => !told.includes(code))).toEqual([]);
  expect(sent.filter(({ steps, told }) => steps.includes("kyc_approved") && !told.includes("kyc_approved"))).toEqual(
    [],
  );
});

test("funds come from half an hour to a bank day after the lock, each at a time of its own and in the banks' hours", () => {
  const funded = ask<{ locked: number; at: number; minutes: number }>(
    `select l.occurred_at as locked, f.occurred_at as at, round((f.occurred_at - l.occurred_at) / 60000.0) as minutes
    from order_milestones l join order_milestones f on f.order_id = l.order_id and f.code = 'funds_received'
    where l.code = 'rate_locked' and l.occurred_at is not null and f.occurred_at is not null`,
  );
  const often = Math.max(...[...Map.groupBy(funded, ({ minutes }) => minutes).values()].map(({ length }) => length));
  const sorted = funded.map(({ minutes }) => minutes).sort((a, b) => a - b);
  line(`funds after the lock: ${sorted[0]} to ${sorted.at(-1)} minutes, ${often} of ${funded.length} after one gap`);
  expect(funded.length).toBeGreaterThan(20);
  expect(often).toBeLessThanOrEqual(funded.length * 0.1);
  expect(sorted[0]).toBeGreaterThanOrEqual(30);
  expect(funded.filter(({ locked, at }) => at > nextBankDay(instant(locked)))).toEqual([]);
  const hourOf = (at: number) => ((at / 3_600_000 + 8) % 24) | 0;
  expect(funded.filter(({ at }) => hourOf(at) < 8 || hourOf(at) >= 18)).toEqual([]);
});

test("a few payers pay more than asked for or through their group: the surplus went back and the payer was accepted before money moved", () => {
  const paid = ask<{ evidence: string; cleared: number | null; sent: number | null }>(
    `select f.evidence as evidence, c.occurred_at as cleared, s.occurred_at as sent
    from order_milestones f join order_milestones c on c.order_id = f.order_id and c.code = 'compliance_cleared'
    join order_milestones s on s.order_id = f.order_id and s.code = 'sent'
    where f.code = 'funds_received' and f.evidence like '%"receipts"%'`,
  ).map(({ evidence, ...times }) => ({ ...times, funds: (JSON.parse(evidence) as { readonly funds: Funds }).funds }));
  const over = paid.filter(({ funds }) => funds.surplus || funds.receipts.some(({ returns }) => returns));
  const ofThird = paid.filter(({ funds }) => funds.receipts.some(({ thirdPartyReason }) => thirdPartyReason !== null));
  line(
    `payments: ${paid.length}, overpaid ${percent(over.length / paid.length)}, by a third party ${percent(ofThird.length / paid.length)}`,
  );
  for (const [few, most] of [
    [over.length, paid.length / 20],
    [ofThird.length, paid.length / 30],
  ] as const)
    expect(few).toBeLessThan(Math.max(most, 6));
  // Chance may leave a year without the one or the other.
  expect(over.length + ofThird.length).toBeGreaterThan(0);
  expect(over.filter(({ funds, sent }) => sent !== null && funds.surplus)).toEqual([]);
  expect(ofThird.filter(({ funds, cleared }) => cleared !== null && holdState(funds) !== null)).toEqual([]);
  for (const { funds } of over) {
    const balance = balanceOf(funds, sendableMinor(funds));
    expect(balance?.fees.minor).toBe(0);
    for (const { valueDate, returns = [] } of funds.receipts)
      for (const one of returns) expect(one.valueDate >= valueDate).toBe(true);
  }
});
