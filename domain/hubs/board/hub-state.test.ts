import { expect, test } from "vitest";
import { DAY_MS, HOUR_MS, instant, later, MINUTE_MS } from "@/domain/shared/time";
import { checkHubState, type HubState } from "./board";

const NOW = instant(Date.UTC(2026, 1, 10, 4));
const day = (count: number) => later(NOW, count * DAY_MS);

const STATE: HubState = {
  ...{ hubId: "horgos", mode: "road", backlog: 1_500, throughputPerDay: 700, capacityPerDay: 1_000 },
  ...{ opensAt: "09:30", shutsAt: "20:00", asOf: NOW, source: "port authority" },
};
const KNOWN = { modes: ["road", "rail"] as const, lastAsOf: day(-1), now: NOW, isConfirmed: false };

test.each([
  ["a mode that the hub has not", { mode: "sea" }, {}, "mode_not_at_hub"],
  ["a count in the future", { asOf: later(NOW, 6 * MINUTE_MS) }, {}, "state_in_future"],
  ["a count before the last one", { asOf: later(NOW, -25 * HOUR_MS) }, {}, "state_superseded"],
  ["hours that only begin", { shutsAt: null }, {}, "hours_incomplete"],
  ["hours that only end", { opensAt: null }, {}, "hours_incomplete"],
  ["hours without length", { shutsAt: "09:30" }, {}, "hours_empty"],
  ["more through a day than the capacity", { throughputPerDay: 1_001 }, {}, "through_above_capacity"],
  ["a queue of more than thirty days", { backlog: 21_001 }, {}, "wait_unlikely"],
] as const)("figures with %s are refused", (_, changes, known, code) => {
  expect(checkHubState({ ...STATE, ...changes }, { ...KNOWN, ...known })).toMatchObject({
    ok: false,
    refusal: { code },
  });
});

test.each([
  ["as they are", {}, {}],
  ["without a capacity and hours", { capacityPerDay: null, opensAt: null, shutsAt: null }, {}],
  ["over midnight", { opensAt: "20:00", shutsAt: "04:00" }, {}],
  ["of the same time as the last ones, which they mend", { asOf: day(-1) }, {}],
  ["by a clock that runs ahead a little", { asOf: later(NOW, 5 * MINUTE_MS) }, {}],
  ["of a queue of thirty days", { backlog: 21_000 }, {}],
  ["with as many through a day as the capacity", { throughputPerDay: 1_000 }, {}],
  [
    "with more through a day than a capacity that was cut since, which was confirmed",
    { throughputPerDay: 1_354 },
    { isConfirmed: true },
  ],
  ["of a longer one that was confirmed", { backlog: 30_000 }, { isConfirmed: true }],
  ["of a hub that none are known of", {}, { lastAsOf: null }],
] as const)("figures are entered %s", (_, changes, known) => {
  expect(checkHubState({ ...STATE, ...changes }, { ...KNOWN, ...known }).ok).toBe(true);
});
