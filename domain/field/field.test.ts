import fc from "fast-check";
import { expect, test } from "vitest";
import { milestonesFor, SERVICE_KINDS } from "../services/registry";
import { SERVICES } from "../shared/vocabulary";
import { DAY_MS, instant, later, MINUTE_MS } from "../shared/time";
import { givesOutLinks, LINKS_PER_ORDER_MAX, makeLink, overSince, stateOfLink } from "./link";
import { phoneTime } from "./phone-outbox";
import { FIELD_ROLES, rolesFor, stepsOf } from "../access/field-role";

const NOW = instant(Date.parse("2026-11-24T02:00:00.500Z"));

test.each([
  ["logistics", "provider", ["driver", "yard"]],
  ["logistics", "buyer", ["yard"]],
  ["inspection", "provider", ["inspector"]],
  ["inspection", "buyer", []],
  ["customs", "provider", []],
  ["payment", "buyer", []],
] as const)("on an order for %s its %s gives links to %j", (service, side, roles) => {
  expect(rolesFor(service, side)).toEqual(roles);
});

test("nobody in the field schedules an order, or reports what is done at a desk after the delivery", () => {
  for (const service of SERVICES) {
    const codes = SERVICE_KINDS[service].milestones.map(({ code }) => code);
    for (const role of FIELD_ROLES) {
      const own = stepsOf(role, SERVICE_KINDS[service]).map(({ code }) => code);
      expect(codes.filter((code) => own.includes(code))).toEqual(own);
      expect(own).not.toContain(codes[0]);
      expect(own).not.toContain("documents_closed");
    }
  }
});

test("a yard tells what is loaded and discharged of an order by sea, and a driver no voyage", () => {
  const told = (role: "driver" | "yard", mode: "road" | "sea") =>
    stepsOf(role, { service: "logistics", milestones: milestonesFor("logistics", mode) }).map(({ code }) => code);
  expect(told("yard", "sea")).toEqual([
    ...["picked_up", "arrived_hub", "loaded", "arrived_port", "arrived_destination", "delivered"],
  ]);
  expect(told("yard", "road")).toEqual(["picked_up", "arrived_hub", "arrived_destination", "delivered"]);
  const driven = ["picked_up", "arrived_hub", "export_released"];
  const onward = ["import_released", "arrived_destination", "delivered"];
  expect(told("driver", "sea")).toEqual([...driven, ...onward]);
});

test("a link stands until its last millisecond, and one that was called back never", () => {
  const expiresAt = later(NOW, DAY_MS);
  expect(stateOfLink({ expiresAt, revokedAt: null }, later(expiresAt, -1))).toBe("stands");
  expect(stateOfLink({ expiresAt, revokedAt: null }, expiresAt)).toBe("expired");
  expect(stateOfLink({ expiresAt, revokedAt: NOW }, NOW)).toBe("revoked");
});

const order = { service: "logistics", state: "scheduled", side: "provider", overSince: null } as const;
const over = { ...order, state: "completed", overSince: later(NOW, -30 * DAY_MS + 1) } as const;

test("a link ends so many days from now, on a whole second", () => {
  const made = makeLink(order, { role: "driver", days: 14, given: 0, standing: 0 }, NOW);
  expect(made).toEqual({ ok: true, value: { expiresAt: Date.parse("2026-12-08T02:00:00Z") } });
});

test.each([
  ["a role of the other side", { ...order, side: "buyer" }, { standing: 0 }, "role_of_other_side"],
  ["an order that is over and had none", over, { standing: 0 }, "wrong_state"],
  ["one that was called off and had none", { ...over, state: "cancelled" }, { standing: 0 }, "wrong_state"],
  [
    "one that has been over for thirty days",
    { ...over, overSince: later(NOW, -30 * DAY_MS) },
    { given: 1, standing: 0 },
    "wrong_state",
  ],
  ["more than an order takes", order, { standing: LINKS_PER_ORDER_MAX }, "too_many_links"],
] as const)("no link is made for %s", (_, of, asked, code) => {
  expect(makeLink(of, { role: "driver", days: 1, given: 0, ...asked }, NOW)).toMatchObject({
    ok: false,
    refusal: { code },
  });
});

test("what waits on a phone can be sent by another link for thirty days after its order is over", () => {
  for (const state of ["completed", "cancelled"] as const)
    expect(makeLink({ ...over, state }, { role: "driver", days: 1, given: 1, standing: 0 }, NOW)).toMatchObject({
      ok: true,
    });
});

test("whatever a phone's clock shows, what it tells comes out within two minutes of when it was", () => {
  const drift = fc.integer({ min: -400 * DAY_MS, max: 400 * DAY_MS });
  const ago = fc.integer({ min: 0, max: 30 * DAY_MS });
  fc.assert(
    fc.property(drift, ago, (driftMs, agoMs) => {
      const told = { occurredAt: later(NOW, driftMs - agoMs), sentAt: later(NOW, driftMs) };
      const read = phoneTime(told, NOW);
      expect(read.driftMs).toBe(driftMs);
      expect(Math.abs(read.occurredAt - later(NOW, -agoMs))).toBeLessThanOrEqual(2 * MINUTE_MS);
    }),
  );
});

test("a clock that is right to two minutes is believed", () => {
  const told = { occurredAt: later(NOW, -DAY_MS), sentAt: later(NOW, 2 * MINUTE_MS) };
  expect(phoneTime(told, NOW).occurredAt).toBe(told.occurredAt);
});

test("an order is over since it was completed or called off, and one that is over since nobody knows when gets no link", () => {
  const [then, now] = [later(NOW, -DAY_MS), NOW];
  expect(overSince({ completedAt: then, cancelledAt: null })).toBe(then);
  expect(overSince({ completedAt: null, cancelledAt: now })).toBe(now);
  expect(overSince({ completedAt: null, cancelledAt: null })).toBeNull();
  expect(givesOutLinks({ state: "completed", overSince: null }, 1, NOW)).toBe(false);
  expect(givesOutLinks({ state: "accepted", overSince: null }, 0, NOW)).toBe(true);
});
