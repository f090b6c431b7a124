import fc from "fast-check";
import { expect, test } from "vitest";
import {
  CASE_EVENTS,
  CASE_LIFECYCLE,
  CASE_STATES,
  type CaseState,
  mayChangePapers,
  mayDecide,
  mayHandle,
  OPEN_CASES,
  QUEUE_STATES,
  turnCase,
} from "./check-case";

test("every walk through a case goes by its table alone, and nothing leads out of an end", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...CASE_EVENTS), { maxLength: 20 }), (events) => {
      let state: CaseState = "gathering";
      for (const event of events) {
        const next = turnCase(state, event);
        const told = (CASE_LIFECYCLE[state] as Partial<Record<string, CaseState>>)[event];
        expect(next.ok ? next.value : null).toBe(told ?? null);
        if (next.ok) state = next.value;
      }
    }),
  );
  expect(CASE_STATES.filter((state) => !OPEN_CASES.includes(state))).toEqual(["granted", "declined", "withdrawn"]);
});

test("no case is granted or declined but out of a proposal", () => {
  for (const event of ["grant", "decline"] as const)
    expect(CASE_STATES.filter((state) => turnCase(state, event).ok)).toEqual(["proposed"]);
});

test("papers come and go until an end is proposed, and what lies before administrators is open and asked", () => {
  expect(OPEN_CASES.filter(mayChangePapers)).toEqual(["gathering", "asked", "taken", "questioned"]);
  expect([...QUEUE_STATES].sort()).toEqual(OPEN_CASES.filter((state) => state !== "gathering").sort());
});

test("whoever has a case in hand asks and proposes in it, and whoever proposed does not decide", () => {
  const one = { takenByUserId: "wang", proposedByUserId: "wang" };
  expect(mayHandle(one, "wang").ok).toBe(true);
  expect(mayHandle({ ...one, takenByUserId: null }, "sun").ok).toBe(true);
  expect(mayHandle(one, "sun")).toMatchObject({ refusal: { code: "case_of_other" } });
  expect(mayDecide(one, { userId: "sun", others: [] }).ok).toBe(true);
  const own = (others: readonly string[]) => mayDecide(one, { userId: "wang", others });
  expect(own(["Sun", "Li"])).toMatchObject({ refusal: { code: "own_proposal", details: { names: "Sun, Li" } } });
  expect(own([])).toMatchObject({ refusal: { code: "own_proposal", details: { names: "none" } } });
});
