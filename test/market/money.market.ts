import { expect, test } from "vitest";
import { nextBankDay } from "../../demo/plan/calendar";
import { DAY_MS, instant } from "../../domain/shared/instant";
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
        and r.day <= date(l.locked_at / 1000, 'unixepoch', '+8 hours') order by r.day desc limit 1) as ratio
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
