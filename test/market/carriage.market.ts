import { describe, expect, test } from "vitest";
import { ask, line, percent, share } from "./built-market";

// Who carries the goods of the built market, and where they are handed over.

describe("where goods are handed over", () => {
  type Asked = Readonly<Record<"mode" | "rule" | "deliverAt", string>>;
  const asked = ask<Asked>(
    `select d.mode, d.incoterm_rule as rule, json_extract(r.spec, '$.deliverAt') as deliverAt
    from requests r join deals d on d.id = r.deal_id where r.service = 'logistics'`,
  );
  const atDoor = ({ deliverAt }: Pick<Asked, "deliverAt">) => deliverAt === "door";

  test("is the door by truck and wherever the seller delivers, and the port under CFR and CIF", () => {
    const ofDoor = asked.filter(({ mode, rule }) => mode === "road" || ["DAP", "DPU", "DDP"].includes(rule));
    const ofPort = asked.filter(({ rule }) => rule === "CFR" || rule === "CIF");
    expect([ofDoor.length > 200, ofPort.length > 30]).toEqual([true, true]);
    expect(ofDoor.filter((one) => !atDoor(one))).toEqual([]);
    expect(ofPort.filter(atDoor)).toEqual([]);
  });

  test("is the door for some and the terminal for others by rail, sea and air", () => {
    for (const by of ["rail", "sea", "air"]) {
      const ofMode = asked.filter(({ mode }) => mode === by);
      const part = share(ofMode.filter(atDoor).length, ofMode.length);
      line(`brought to the door by ${by}: ${percent(part)} of ${ofMode.length}`);
      expect(part).toBeGreaterThan(0.3);
      expect(part).toBeLessThan(0.75);
    }
  });

  test("has a price of delivery where it is the door, and none where it is a terminal", () => {
    const contracts = ask<{ reference: string; deliverAt: string; isDelivered: number }>(
      `select o.reference, json_extract(r.spec, '$.deliverAt') as deliverAt,
        exists (select 1 from json_each(v.content, '$.lines') l where json_extract(l.value, '$.code') = 'DLV') as isDelivered
      from orders o join requests r on r.id = o.request_id join bids b on b.id = o.bid_id
      join bid_versions v on v.bid_id = b.id and v.version = b.version
      where o.service = 'logistics' and v.content is not null`,
    );
    const wrong = contracts.filter((one) => (one.isDelivered === 1) !== atDoor(one));
    line(
      `contracts with a delivery that was not asked for, or without one that was: ${wrong.length} of ${contracts.length}`,
    );
    expect(contracts.length).toBeGreaterThan(300);
    expect(wrong).toEqual([]);
  });
});

test("FOB, CFR and CIF name a port", () => {
  const named = ask<{ place: string; rule: string }>(
    "select incoterm_place as place, incoterm_rule as rule from deals where incoterm_rule in ('FAS', 'FOB', 'CFR', 'CIF')",
  );
  const ports = ask<{ zh: string; en: string }>(
    "select name_zh as zh, name_en as en from places where modes like '%sea%'",
  ).flatMap(({ zh, en }) => [zh, en.replace(/ \(.*$/, "")]);
  const inland = named.filter(({ place }) => !place.split(" · ").every((name) => ports.includes(name)));
  line(`sea terms that name no port: ${inland.length} of ${named.length}`);
  expect(named.length).toBeGreaterThan(30);
  expect(new Set(named.map(({ rule }) => rule))).toEqual(new Set(["FOB", "CFR", "CIF"]));
  expect(inland).toEqual([]);
});

test("no carrier has more than a fifth of the carriage, the first two not a third, and most have some", () => {
  const carried = ask<{ name: string; count: number }>(
    `select p.name_latin as name, count(*) as count from orders o join organisations p on p.id = o.provider_organisation_id
    where o.service = 'logistics' and o.completed_at is not null group by 1 order by 2 desc`,
  );
  const all = carried.reduce((sum, { count }) => sum + count, 0);
  const parts = carried.map(({ name, count }) => `${name} ${percent(share(count, all))}`);
  line(`completed carriage ${all} by ${carried.length} carriers: ${parts.slice(0, 5).join(", ")}`);
  const [first, second] = carried.map(({ count }) => share(count, all));
  expect(all).toBeGreaterThan(300);
  expect(carried.length).toBeGreaterThanOrEqual(18);
  expect(first).toBeLessThanOrEqual(0.2);
  expect((first ?? 0) + (second ?? 0)).toBeLessThanOrEqual(0.33);
});
