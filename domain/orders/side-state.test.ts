import { expect, test } from "vitest";
import { instant } from "../shared/instant";
import { end, raise } from "./side-state";
import { LINE_STATES } from "../shared/states";

const NOTHING = { heldSince: null, exceptionSince: null, disputedSince: null };
const codeOf = (result: { ok: boolean; refusal?: { code: string } }): string => result.refusal?.code ?? "ok";

const STOPPABLE = ["placed", "scheduled", "in_progress", "changes_requested"];

test.each(LINE_STATES)("work stops where some is under way: %s", (state) => {
  expect(codeOf(raise({ ...NOTHING, state }))).toBe(STOPPABLE.includes(state) ? "ok" : "wrong_state");
});

test("what has stopped does not stop again", () => {
  expect(codeOf(raise({ ...NOTHING, exceptionSince: instant(1), state: "in_progress" }))).toBe("exception_open");
});

test.each([
  [null, "provider", "no_exception"],
  [null, "buyer", "no_exception"],
  ["buyer", "buyer", "ok"],
  ["buyer", "provider", "ok"],
  ["provider", "provider", "ok"],
  ["provider", "buyer", "not_permitted"],
] as const)("what %s has raised is ended by the %s: %s", (raisedBy, by, code) => {
  expect(codeOf(end(raisedBy && { by: raisedBy }, by))).toBe(code);
});
