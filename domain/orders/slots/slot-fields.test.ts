import { expect, test } from "vitest";
import { z } from "zod";
import { bookingFields, driverSchema, plateField } from "./slot-fields";

const IVAN = { name: "Ivan Petrov", document: "N 1234567", phone: "+7 (701) 234-56-78" };

test.each([
  ["123 ABC 05", true],
  ["浙G·12345", true],
  ["新F1234挂", true],
  ["A123AA125", true],
  ["ABC", false],
  ["ABCDEF", false],
  ["123", false],
  ["1234567890123", false],
])("the plate %s is taken: %s", (plate, isTaken) => {
  expect(plateField.safeParse(plate).success).toBe(isTaken);
});

test.each([
  ["a passport", { document: "E12345678" }, []],
  ["a card of eighteen signs", { document: "33078219850101123X" }, []],
  ["a licence in Cyrillic", { document: "99 АВ 123456" }, []],
  ["no telephone", { phone: undefined }, []],
  ["a document of one sign", { document: "1" }, ["driver_document_malformed"]],
  ["a document of twenty-one", { document: "1".repeat(21) }, ["driver_document_malformed"]],
  ["a document of dashes", { document: "-----" }, ["driver_document_malformed"]],
  ["a telephone of letters", { phone: "abc" }, ["driver_phone_malformed"]],
  ["five digits", { phone: "12345" }, ["driver_phone_malformed"]],
  ["sixteen digits", { phone: "+1234567890123456" }, ["driver_phone_malformed"]],
] as const)("a driver with %s", (_, changes, issues) => {
  const parsed = driverSchema.safeParse({ ...IVAN, ...changes });
  expect((parsed.error?.issues ?? []).map(({ message }) => message)).toEqual(issues);
});

test("plate, document and telephone are refused at once, each at its field", () => {
  const { tractorPlate, drivers } = bookingFields;
  const typed = { tractorPlate: "ABC", drivers: [{ name: "Ivan", document: "1", phone: "abc" }] };
  const issues = z.object({ tractorPlate, drivers }).safeParse(typed).error?.issues ?? [];
  expect(issues.map(({ path, message }) => `${path.join(".")} ${message}`)).toEqual([
    "tractorPlate plate_malformed",
    "drivers.0.document driver_document_malformed",
    "drivers.0.phone driver_phone_malformed",
  ]);
});
