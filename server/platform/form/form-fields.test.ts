import { expect, test } from "vitest";
import { fieldsOf } from "./form-fields";

const read = (...names: string[]): string[] => {
  const data = new FormData();
  for (const name of names) data.append(name, "x");
  return [...fieldsOf(data).keys()];
};

test("every name that a form of ours has is read, as often as it was sent", () => {
  const names = [
    "email",
    "idempotencyKey",
    "scopes",
    "scopes",
    "transitDays.min",
    "charges[0].price",
    "cargo[49].hsCode",
    "services.logistics.mode",
    "choice.01k7j7qkf95ymxtq7mgs2w9hwh",
  ];
  expect(read(...names)).toEqual(names);
});

test("a name that would make the reader of forms work for minutes, or do something else, is not read", () => {
  expect(
    read(
      "licences[4294967294].name",
      "hubIds[30000000]",
      "hubIds[1000]",
      "__proto__",
      "a.__proto__",
      "constructor",
      "a.constructor.b",
      "prototype",
      "__intent__",
      "__state__",
      "$ACTION_REF_1",
      "a..b",
      "a[",
      "[0]",
      "a\0",
      "",
      "n".repeat(201),
    ),
  ).toEqual([]);
});

test("what is no form is an empty one", () => {
  for (const sent of [undefined, null, "a", 1, [], {}, new Map([["name", "x"]])])
    expect([...fieldsOf(sent)]).toEqual([]);
});
