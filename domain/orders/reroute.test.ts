import { expect, test } from "vitest";
import type { WayLeg } from "../hubs/place";
import { DAY_MS, instant } from "../shared/time";
import {
  answer,
  slotsToGiveUp,
  isOffered,
  isOvertaken,
  isWorthTaking,
  mayAsk,
  mayGoOtherwise,
  REROUTES_MAX,
  type Underway,
} from "./reroute";

const AT = instant(0);
const steps = (...told: string[]) =>
  ["picked_up", "arrived_hub", "crossed_border", "arrived_destination"].map((code) => ({
    code,
    occurredAt: told.includes(code) ? AT : null,
  }));
const CARRIAGE = { state: "in_progress", disputedSince: null, milestones: steps("picked_up", "arrived_hub") } as const;
const DEAL: Underway = { hubId: "horgos", carriage: CARRIAGE, requests: [{ state: "awarded" }], reroutes: [] };
const code = (result: ReturnType<typeof mayAsk>) => (result.ok ? "yes" : result.refusal.code);

test.each([
  ["goods on their way", {}, "yes"],
  ["nobody who carries them", { carriage: null }, "reroute_no_carriage"],
  ["an order that is delivered", { carriage: { ...CARRIAGE, state: "delivered" } }, "reroute_no_carriage"],
  ["an order that is to be carried out", { carriage: { ...CARRIAGE, state: "placed" } }, "yes"],
  ["a delivery that is sent back", { carriage: { ...CARRIAGE, state: "changes_requested" } }, "reroute_no_carriage"],
  ["a dispute", { carriage: { ...CARRIAGE, disputedSince: AT } }, "wrong_state"],
  ["goods that have crossed", { carriage: { ...CARRIAGE, milestones: steps("crossed_border") } }, "reroute_crossed"],
  [
    "goods aboard a ship",
    { carriage: { ...CARRIAGE, milestones: [...steps("picked_up").slice(0, 1), { code: "loaded", occurredAt: AT }] } },
    "reroute_crossed",
  ],
  [
    "goods that wait for their ship",
    {
      carriage: { ...CARRIAGE, milestones: [...steps("picked_up").slice(0, 1), { code: "loaded", occurredAt: null }] },
    },
    "yes",
  ],
  ["goods seen beyond", { carriage: { ...CARRIAGE, milestones: steps("arrived_destination") } }, "reroute_crossed"],
  ["a request that is bid on", { requests: [{ state: "open" }] }, "reroute_bids_out"],
  ["bids that wait to be decided on", { requests: [{ state: "opened" }] }, "reroute_bids_out"],
  ["a request that is still read", { requests: [{ state: "in_review" }] }, "reroute_bids_out"],
  ["bids that nobody has opened", { requests: [{ state: "awarded" }, { state: "closed" }] }, "reroute_bids_out"],
  ["a request that is no more than a draft", { requests: [{ state: "draft" }] }, "yes"],
  ["a request that nobody bid on", { requests: [{ state: "no_bids" }, { state: "no_decision" }] }, "yes"],
  ["a request that was called off", { requests: [{ state: "cancelled" }] }, "yes"],
  ["a question that runs", { reroutes: [{ state: "asked" }] }, "reroute_running"],
  ["a question that was answered", { reroutes: [{ state: "declined" }] }, "yes"],
  ["the last but one", { reroutes: Array.from({ length: REROUTES_MAX - 1 }, () => ({ state: "declined" })) }, "yes"],
  ["too many", { reroutes: Array.from({ length: REROUTES_MAX }, () => ({ state: "declined" })) }, "reroute_too_many"],
] as const)("with %s another way may be asked for: %s", (_, more, expected) => {
  expect(code(mayAsk({ ...DEAL, ...(more as Partial<Underway>) }, "alashankou"))).toBe(expected);
});

test("the hub that the deal goes by already is no other way", () => {
  expect(code(mayAsk(DEAL, "horgos"))).toBe("reroute_same_hub");
  expect(mayGoOtherwise(DEAL).ok).toBe(true);
});

test.each(["requested", "paid", "confirmed", "called"] as const)(
  "a slot that is %s is given up for another hub",
  (state) => {
    expect(slotsToGiveUp([{ number: 3, state }])).toEqual({ ok: true, value: [{ number: 3, state }] });
  },
);

test("a truck that is in the crossing goes through no other hub", () => {
  const slots = [{ number: 2, state: "paid" } as const, { number: 3, state: "in" } as const];
  expect(slotsToGiveUp(slots)).toMatchObject({ refusal: { code: "reroute_slot_open", details: { number: 3 } } });
});

test.each(["crossed", "forfeited", "cancelled"] as const)("a slot that is %s binds to nothing", (state) => {
  expect(slotsToGiveUp([{ number: 1, state }])).toEqual({ ok: true, value: [] });
});

test.each([
  ["asked", "buyer", "agree", "provider", "agreed"],
  ["asked", "provider", "decline", "buyer", "declined"],
  ["asked", "buyer", "withdraw", "buyer", "withdrawn"],
  ["asked", "buyer", "agree", "buyer", "not_permitted"],
  ["asked", "buyer", "withdraw", "provider", "not_permitted"],
  ["agreed", "buyer", "decline", "provider", "wrong_state"],
  ["withdrawn", "buyer", "agree", "provider", "wrong_state"],
] as const)(
  "a question that is %s, asked by the %s: %s by the %s leads to %s",
  (state, askedBy, event, by, expected) => {
    const ended = answer({ state, askedBy }, { event, by });
    expect(ended.ok ? ended.value : ended.refusal.code).toBe(expected);
  },
);

test.each([
  ["goods on their way", CARRIAGE, false],
  ["goods that have crossed", { ...CARRIAGE, milestones: steps("crossed_border") }, true],
  ["an order that was called off", { ...CARRIAGE, state: "cancelled" }, true],
] as const)("of %s a question is overtaken: %s", (_, carriage, expected) => {
  expect(isOvertaken(carriage)).toBe(expected);
});

test("a contract is for its mode", () => {
  expect(isOffered({ mode: "road" }, { mode: "road" })).toBe(true);
  expect(isOffered({ mode: "rail" }, { mode: "road" })).toBe(false);
});

test.each([
  ["goes on and is sooner", ["horgos", "korgas", "almaty"], -1, true],
  ["drives round by the next crossing", ["horgos", "urumqi", "dostyk", "almaty"], 3, true],
  ["takes as much longer as the whole way was planned to", ["horgos", "dostyk", "almaty"], 9, true],
  ["takes still longer", ["horgos", "dostyk", "almaty"], 9.1, false],
  ["leads back to the sea", ["horgos", "ningbo", "almaty"], -1, false],
])("Another way is worth showing or not for goods at the border: one that %s.", (_, stops, daysLater, isShown) => {
  const places = new Map(
    Object.entries({
      ...{ horgos: [44.2, 80.4], korgas: [44.2, 80.3], dostyk: [45.25, 82.48] },
      ...{ almaty: [43.25, 76.95], ningbo: [29.9, 121.9], urumqi: [43.8, 87.6] },
    }).map(([id, [lat = 0, lon = 0]]) => [id, { lat, lon }] as const),
  );
  const legs = stops.slice(1).map((toId, at) => ({ fromId: stops[at] ?? "", toId }) as WayLeg);
  const present = { days: { min: 9, max: 11 } };
  expect(isWorthTaking({ way: { legs }, laterMs: daysLater * DAY_MS }, present, places)).toBe(isShown);
});
