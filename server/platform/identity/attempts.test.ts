import fc from "fast-check";
import { expect, test } from "vitest";
import { knownDevice, withKnownDevice } from "./attempts";

const LIN = "lin@lin.example";

test("A device is known for the account that signed in on it, however its address is written, and for no other.", () => {
  const cookie = withKnownDevice(null, LIN);
  expect(knownDevice(cookie, LIN)).toMatch(/^[\w-]{22}$/);
  expect(knownDevice(cookie, " LIN@Lin.example ")).toBe(knownDevice(cookie, LIN));
  expect(knownDevice(cookie, "wei@wei.example")).toBeNull();
  expect(knownDevice(null, LIN)).toBeNull();
});

test("The cookie tells nobody whose it is, and no two are alike.", () => {
  const [one, two] = [withKnownDevice(null, LIN), withKnownDevice(null, LIN)];
  expect(one).not.toBe(two);
  for (const part of one.split(".")) expect(two).not.toContain(part);
  expect(Buffer.from(one, "base64url").toString()).not.toContain("lin");
});

test("Several people sign in on one device and all stay known; who came first of more than eight is forgotten.", () => {
  const people = Array.from({ length: 9 }, (_, at) => `person${at}@a.example`);
  const cookie = people.reduce<string | null>(withKnownDevice, null);
  expect(people.map((one) => knownDevice(cookie, one) !== null)).toEqual([false, ...Array(8).fill(true)]);
  const again = withKnownDevice(cookie, "person5@a.example");
  expect(again.split("~")).toHaveLength(8);
  expect(knownDevice(again, "person5@a.example")).not.toBe(knownDevice(cookie, "person5@a.example"));
});

test("Nothing but what we have signed makes a device known.", () => {
  const [id, signature] = withKnownDevice(null, LIN).split(".") as [string, string];
  const [otherId, otherSignature] = withKnownDevice(null, "wei@wei.example").split(".") as [string, string];
  for (const forged of [`${id}.${otherSignature}`, `${otherId}.${signature}`, id, `${id}.`, `.${signature}`])
    expect(knownDevice(forged, LIN)).toBeNull();
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\w-]{22}\.[\w-]{43}(~.*)?$/)), (cookie) => {
      expect(knownDevice(cookie, LIN)).toBeNull();
      expect(knownDevice(withKnownDevice(cookie, LIN), LIN)).not.toBeNull();
    }),
  );
});
