import fc from "fast-check";
import { expect, test } from "vitest";
import { mayMend, meaningOf, reportedHere, waitAfter } from "./phone-outbox";

test.each([
  [{ status: 200, code: null }, "received"],
  [{ status: 201, code: null }, "received"],
  [{ status: 409, code: "already_received" }, "received"],
  [{ status: 409, code: "gate_closed" }, "refused"],
  [{ status: 409, code: null }, "refused"],
  [{ status: 422, code: "malformed" }, "refused"],
  [{ status: 413, code: "file_too_large" }, "refused"],
  [{ status: 403, code: "not_permitted" }, "refused"],
  [{ status: 404, code: "not_found" }, "over"],
  [{ status: 410, code: "link_expired" }, "over"],
  [{ status: 429, code: "too_many_requests" }, "later"],
  [{ status: 500, code: "fault" }, "later"],
  [{ status: 503, code: null }, "later"],
  [null, "later"],
] as const)("the answer %j means %s", (answer, meaning) => {
  expect(meaningOf(answer)).toBe(meaning);
});

test("an entry leaves a phone by no other answer than a yes or the word that it is there already", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 100, max: 599 }),
      fc.option(fc.constantFrom("already_received", "x")),
      (status, code) => {
        const isYes = (status >= 200 && status < 300) || (status === 409 && code === "already_received");
        expect(meaningOf({ status, code }) === "received").toBe(isYes);
      },
    ),
  );
});

test("pauses grow to a minute and no further", () => {
  expect([1, 2, 3, 4, 5, 6, 7, 100].map(waitAfter)).toEqual([2, 4, 8, 16, 32, 60, 60, 60].map((s) => s * 1_000));
});

test("what a gate stops is tried again by itself, what is written wrong is not", () => {
  expect([mayMend("gate_closed"), mayMend("malformed"), mayMend(null)]).toEqual([true, false, false]);
});

test("a step counts as reported while its report waits and once it has left the phone, and not by one that was refused", () => {
  const entry = (id: string, code: string, refusal: object | null = null) => ({ id, body: { code }, refusal });
  const codes = (...states: readonly (readonly ReturnType<typeof entry>[])[]) => [
    ...states.reduce(reportedHere, new Map()).values(),
  ];
  const [loaded, refused] = [entry("1", "loaded"), entry("1", "loaded", { code: "wrong_state" })];
  expect(codes([loaded])).toEqual(["loaded"]);
  expect(codes([loaded], [])).toEqual(["loaded"]);
  expect(codes([refused])).toEqual([]);
  expect(codes([loaded], [refused])).toEqual([]);
  expect(codes([loaded], [refused], [])).toEqual([]);
  expect(codes([loaded], [refused], [loaded], [])).toEqual(["loaded"]);
  expect(codes([loaded], [entry("2", "loaded", {})], [])).toEqual(["loaded"]);
});
