import { describe, expect, test } from "vitest";
import { milestonesFor } from "../../services/registry";
import { HOUR_MS, type Instant, instant, later } from "../../shared/time";
import type { SlotState } from "../slots/slot";
import { type LeftHub, intervalsOf, waitAt, waitingTrucks } from "./intervals";

const START = instant(Date.parse("2026-02-14T08:00:00Z"));
const at = (hours: number): Instant => later(START, hours * HOUR_MS);
const hours = (moment: Instant): number => (moment - START) / HOUR_MS;

/** A confirmed slot whose window begins at that hour, asked for before everything else. */
const slot = ({
  from,
  asked = -50,
  endedAt,
  confirmed = true,
  plate = "A 1",
  crossed,
  ...more
}: {
  from: number;
  id?: string;
  asked?: number;
  endedAt?: number;
  confirmed?: boolean;
  plate?: string;
  crossed?: number;
  state?: SlotState;
  replacesId?: string;
  atFault?: "buyer" | "provider" | "nobody";
  bookedBy?: "buyer" | "provider";
  moveCount?: number;
}) => ({
  ...{
    id: "slot",
    state: "confirmed" as const,
    tractorPlate: plate,
    replacesId: null,
    atFault: null,
    bookedBy: "provider" as const,
    moveCount: 0,
  },
  ...{ window: { from: at(from) }, requestedAt: at(asked), confirmedAt: confirmed ? at(asked + 1) : null },
  endedAt: endedAt === undefined ? null : at(endedAt),
  crossedAt: crossed === undefined ? null : at(crossed),
  ...more,
});

type Times = Readonly<Record<string, number>>;
type Around = {
  readonly booked?: readonly Parameters<typeof slot>[0][];
  readonly trucks?: number;
  readonly ended?: number;
  readonly left?: readonly LeftHub[];
};

/** The waits, at hour 100, of a truck that has told these steps. */
const found = (times: Times, { booked = [], trucks = 1, ended, left = [] }: Around) =>
  intervalsOf({
    milestones: milestonesFor("logistics", "road").map((milestone) => {
      const told = times[milestone.code];
      return { ...milestone, occurredAt: told === undefined ? null : at(told) };
    }),
    ...{ hubId: "here", leftHubs: left, firstDeliveredAt: null, now: at(100) },
    trucks: waitingTrucks(booked.map(slot), trucks),
    endedAt: ended === undefined ? null : at(ended),
  });

const starts = (times: Times, around: Around) => found(times, around).map(({ from, began }) => [hours(from), began]);

const first = { id: "first", from: 30, state: "cancelled", endedAt: 20 } as const;
const next = { id: "next", from: 60, replacesId: "first" } as const;

describe("a wait at the border of a truck with a slot runs", () => {
  test.each([
    ["from the arrival, where the truck came within its window", { booked: [{ from: 5 }] }, 10, "arrived"],
    ["from the window, where the truck came before it", { booked: [{ from: 30 }] }, 30, "slot_window"],
    ["from the arrival, where the slot is not confirmed", { booked: [{ from: 30, confirmed: false }] }, 10, "arrived"],
    [
      "from the arrival, where the slot was given up and none came in its place",
      { booked: [{ from: 30, state: "cancelled", endedAt: 20 }] },
      10,
      "arrived",
    ],
    ["from the first of several windows of one truck", { booked: [{ from: 50 }, { from: 30 }] }, 30, "slot_window"],
    [
      "from the first window, where the hub moved the slot later",
      { booked: [first, { ...next, atFault: "nobody" }] },
      30,
      "slot_window",
    ],
    [
      "from the first window, where the slot was booked anew by the buyer's fault",
      { booked: [first, { ...next, atFault: "buyer" }] },
      30,
      "slot_window",
    ],
    [
      "from the new window, where the slot was booked anew by the provider's fault",
      { booked: [first, { ...next, atFault: "provider" }] },
      60,
      "slot_window",
    ],
    [
      "from the new window, where the first was never confirmed",
      {
        booked: [
          { ...first, confirmed: false },
          { ...next, atFault: "nobody" },
        ],
      },
      60,
      "slot_window",
    ],
    [
      "from the first window, while the one in its place is asked for and not confirmed",
      { booked: [first, { ...next, atFault: "nobody", state: "paid", confirmed: false }] },
      30,
      "slot_window",
    ],
    [
      "from the new window, while the provider by its own fault has asked for it and it is not confirmed",
      { booked: [first, { ...next, atFault: "provider", state: "paid", confirmed: false }] },
      60,
      "slot_window",
    ],
    [
      "from an earlier window that the hub gave in place of the first",
      { booked: [first, { ...next, from: 20, atFault: "nobody" }] },
      20,
      "slot_window",
    ],
    ["from the window that the provider moved it to", { booked: [{ from: 40, moveCount: 1 }] }, 40, "slot_window"],
    [
      "from the arrival, where the buyer has moved the window",
      { booked: [{ from: 40, moveCount: 1, bookedBy: "buyer" }] },
      10,
      "arrived",
    ],
    [
      "from the window, where that was missed by a truck that had come before it",
      { booked: [{ from: 30, state: "forfeited", endedAt: 34 }] },
      30,
      "slot_window",
    ],
    [
      "from the window, though the order was called off and its slot with it",
      { booked: [{ from: 30, state: "cancelled", endedAt: 50 }], ended: 50 },
      30,
      "slot_window",
    ],
  ] as const)("%s", (_, more, from, began) => {
    expect(starts({ arrived_hub: 10 }, more)).toEqual([[from, began]]);
  });

  test("not before its window has begun, and not at all where it crossed before that", () => {
    expect(starts({ arrived_hub: 10 }, { booked: [{ from: 101 }] })).toEqual([]);
    expect(starts({ arrived_hub: 10, crossed_border: 20 }, { booked: [{ from: 30 }] })).toEqual([]);
  });

  test("at each hub from the window that was booked there", () => {
    const booked = [
      { from: 20, state: "cancelled", endedAt: 50 },
      { from: 80, asked: 60 },
    ] as const;
    const left = [{ hubId: "old", arrivedAt: at(0), leftAt: at(50) }];
    const [wait] = found({ arrived_hub: 70 }, { booked, left });
    expect(wait?.stays.map(({ hubId, from, to, began }) => [hubId, hours(from), hours(to), began])).toEqual([
      ["old", 20, 50, "slot_window"],
      ["here", 80, 100, "slot_window"],
    ]);
  });
});

describe("after a slot was missed, a wait at the border runs", () => {
  const missed = { id: "first", from: 30, state: "forfeited", endedAt: 34 } as const;

  test.each([
    [
      "a truck that came late for a slot that it missed by the provider's fault: from the next window",
      { arrived_hub: 46 },
      [missed, { ...next, atFault: "provider" }],
      [[60, "slot_missed"]],
    ],
    [
      "the same while the next slot is not confirmed: what comes before it is the provider's own all the same",
      { arrived_hub: 46 },
      [missed, { ...next, atFault: "provider", confirmed: false }],
      [[60, "slot_missed"]],
    ],
    [
      "a truck that missed two slots by the provider's fault: from the last window",
      { arrived_hub: 46 },
      [
        missed,
        { ...next, atFault: "provider", state: "forfeited", endedAt: 64 },
        { id: "last", from: 80, replacesId: "next", atFault: "provider" },
      ],
      [[80, "slot_missed"]],
    ],
    [
      "a truck whose next slot the provider booked anew as well: from the last window",
      { arrived_hub: 46 },
      [
        missed,
        { ...next, atFault: "provider", state: "cancelled", endedAt: 50 },
        { id: "last", from: 80, replacesId: "next", atFault: "provider" },
      ],
      [[80, "slot_missed"]],
    ],
    [
      "a truck that comes within the next window: from the arrival",
      { arrived_hub: 62 },
      [missed, { ...next, atFault: "provider" }],
      [[62, "arrived"]],
    ],
    [
      "by the buyer's fault: from the arrival of a truck that came after the first window",
      { arrived_hub: 46 },
      [missed, { ...next, atFault: "buyer" }],
      [[46, "arrived"]],
    ],
    [
      "by nobody's fault: from the first window of a truck that stood there",
      { arrived_hub: 10 },
      [missed, { ...next, atFault: "nobody" }],
      [[30, "slot_window"]],
    ],
    ["not booked anew yet: from the arrival", { arrived_hub: 46 }, [missed], [[46, "arrived"]]],
    ["of a truck that is not there: not at all", {}, [missed, { ...next, atFault: "buyer" }], []],
    ["of a truck that has crossed: not at all", { crossed_border: 20 }, [missed], []],
  ] as const)("%s", (_, times, booked, expected) => {
    expect(starts(times, { booked })).toEqual(expected);
  });

  test("at a hub that the goods were sent on from, not where the provider had missed its slot there", () => {
    const booked = [missed, { id: "next", from: 80, asked: 60, replacesId: "first", atFault: "provider" }] as const;
    const left = [{ hubId: "old", arrivedAt: at(40), leftAt: at(50) }];
    const [wait] = found({ arrived_hub: 70 }, { booked, left });
    expect(wait?.stays.map(({ hubId, from, began }) => [hubId, hours(from), began])).toEqual([
      ["here", 80, "slot_window"],
    ]);
  });
});

describe("of several trucks", () => {
  const of = (times: Times, around: Around) =>
    found(times, around).map(({ plates, trucks, from, to, isRunning }) => [
      plates.join(" "),
      trucks,
      hours(from),
      hours(to),
      isRunning,
    ]);
  const two = [
    { id: "one", from: 20, plate: "A 1" },
    { id: "two", from: 38, plate: "B 2" },
  ] as const;

  test("each waits from its own window until its own crossing", () => {
    expect(of({ arrived_hub: 10 }, { trucks: 2, booked: two })).toEqual([
      ["A 1", 1, 20, 100, true],
      ["B 2", 1, 38, 100, true],
    ]);
    const crossed = [{ ...two[0], state: "crossed", crossed: 50 }, two[1]] as const;
    expect(of({ arrived_hub: 10 }, { trucks: 2, booked: crossed })).toEqual([
      ["A 1", 1, 20, 50, false],
      ["B 2", 1, 38, 100, true],
    ]);
    expect(of({ arrived_hub: 10, crossed_border: 60 }, { trucks: 2, booked: crossed })).toEqual([
      ["A 1", 1, 20, 50, false],
      ["B 2", 1, 38, 60, false],
    ]);
  });

  test("those that stood alike wait as one, and so do those that no slot names, from the arrival", () => {
    const alike = [two[0], { ...two[1], from: 20 }];
    expect(of({ arrived_hub: 10 }, { trucks: 2, booked: alike })).toEqual([["A 1 B 2", 2, 20, 100, true]]);
    expect(of({ arrived_hub: 10 }, { trucks: 4, booked: two })).toEqual([
      ["A 1", 1, 20, 100, true],
      ["B 2", 1, 38, 100, true],
      ["", 2, 10, 100, true],
    ]);
  });

  test("a slot is of the truck whose slot it replaces, of its plate, or of the one whose own has ended", () => {
    const gone = { ...two[0], state: "cancelled", endedAt: 5 } as const;
    const ran = (next: Parameters<typeof slot>[0]) =>
      of({ arrived_hub: 10 }, { trucks: 2, booked: [gone, two[1], next] });
    for (const next of [{ plate: "C 3", replacesId: "one" }, { plate: "A 1" }, { plate: "C 3" }])
      expect(ran({ id: "next", from: 30, ...next })).toEqual([
        [next.plate, 1, "replacesId" in next ? 20 : 30, 100, true],
        ["B 2", 1, 38, 100, true],
      ]);
  });

  test("they wait as one at the destination, and at the border in all from the first to the last", () => {
    const crossed = [
      { ...two[0], state: "crossed", crossed: 30 },
      { ...two[1], state: "crossed", crossed: 50 },
    ] as const;
    const times = { arrived_hub: 10, crossed_border: 50, arrived_destination: 80 };
    expect(of(times, { trucks: 2, booked: crossed }).at(-1)).toEqual(["", 2, 80, 100, true]);
    const inAll = waitAt("border", found(times, { trucks: 2, booked: crossed }));
    expect(inAll?.stays.map(({ from, to }) => [hours(from), hours(to)])).toEqual([
      [20, 30],
      [38, 50],
    ]);
    const meeting = waitAt("border", found({ arrived_hub: 10 }, { trucks: 2, booked: two }));
    expect(meeting).toMatchObject({ to: at(100), isRunning: true, stays: [{ from: at(20), to: at(100) }] });
  });
});
