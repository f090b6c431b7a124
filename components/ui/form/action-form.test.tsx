import { expect, test } from "vitest";
import { drawn } from "@/test/drawn";
import type { ActionField } from "./action-field";
import { ActionForm, FieldGrid } from "./action-form";
import { ConfirmStep } from "./confirm-step";

const FIELDS: readonly ActionField[] = [
  { kind: "text", name: "number", label: "Number", isRequired: true },
  { kind: "area", name: "reason", label: "Why early", isOnDemand: true, maxLength: 10 },
  { kind: "text", name: "password", label: "Password", input: { type: "password" }, initial: "never drawn" },
  {
    ...{ kind: "group", name: "byUnit", label: "By unit", isFolded: true },
    fields: [{ kind: "amount", name: "drivers[0].fee", label: "Fee", unit: "CNY" }],
  },
  { kind: "checks", name: "fileIds", label: "Files", options: [{ value: "f1", label: "One" }], chosen: ["f1"] },
  { kind: "tick", name: "isConfirmed", label: "Confirmed" },
];

const rooms = ["ui"];

const grid = (values: Record<string, string>, fieldErrors: Record<string, string> = {}) =>
  drawn(<FieldGrid formId="of" fields={FIELDS} state={{ values, fieldErrors }} />, { rooms });

test("a form sends what it acts on, says what follows, and offers each of its choices and the way back", () => {
  const html = drawn(
    <ActionForm
      id="of"
      anchor="of-form"
      action={async () => null}
      hidden={{ orderId: "o1", idempotencyKey: "k1" }}
      lead="The order goes on."
      fields={FIELDS}
      send={[
        { words: "Agree", name: "event", value: "agree", variant: "primary" },
        { words: "Decline", name: "event", value: "decline" },
      ]}
      back={{ href: "/orders/o1", words: "Back" }}
    />,
    { rooms },
  );
  for (const part of [
    'id="of-form"',
    'value="o1"',
    'value="k1"',
    "The order goes on.",
    'value="agree"',
    'value="decline"',
  ])
    expect(html).toContain(part);
  expect(html).toContain('href="/orders/o1"');
  expect(html).toMatch(/name="fileIds"[^>]* checked|checked[^>]* name="fileIds"/);
});

test("what was typed stays in its field, and an unticked box stays unticked", () => {
  const html = grid({ number: "A 1", "drivers[0].fee": "12.50" });
  expect(html).toContain('value="A 1"');
  expect(html).toContain('value="12.50"');
  expect(html).not.toContain(" checked");
});

test("a password is never drawn again", () => {
  expect(grid({ password: "secret" })).not.toMatch(/secret|never drawn/);
});

test("a field on demand is drawn once it is asked for, and keeps what was typed into it", () => {
  expect(grid({})).not.toContain("Why early");
  expect(grid({}, { reason: "Say why" })).toContain("Say why");
  expect(grid({ reason: "At the gate" })).toContain("At the gate");
});

test("a folded group stands open where one of its fields is filled or to be mended", () => {
  expect(grid({})).not.toMatch(/<details[^>]* open/);
  expect(grid({ "drivers[0].fee": "1" })).toMatch(/<details[^>]* open/);
  expect(grid({}, { "drivers[0].fee": "Write an amount" })).toMatch(/<details[^>]* open/);
});

test("a problem of a member of a typed list stands at the field of the list", () => {
  expect(grid({ number: "1, x" }, { "number[1]": "Write a number" })).toMatch(
    /id="of-number"[^>]*aria-describedby="of-number-error"/,
  );
});

test("the second step sends what was typed once more, says what follows, and offers the way back before what binds", () => {
  const html = drawn(
    <ConfirmStep
      toConfirm={{
        sentences: ["The provider gets 60.", "It cannot be taken back."],
        edit: "Change it",
        send: "Decide",
      }}
      values={{ orderId: "o1", intent: "check", reason: "Wet", fileIds: ["f1", "f2"] }}
      own={["orderId"]}
      variant="danger"
      isSending={false}
    />,
    { rooms },
  );
  for (const part of ["The provider gets 60.", "It cannot be taken back.", 'value="Wet"', 'value="f1"', 'value="f2"'])
    expect(html).toContain(part);
  expect(html).not.toContain('name="orderId"');
  expect(html.match(/name="intent"/g)).toHaveLength(2);
  expect(html.indexOf('value="edit"')).toBeLessThan(html.indexOf('value="send"'));
});

test("what a field offers is offered with a script and without", () => {
  const html = drawn(
    <FieldGrid
      formId="of"
      fields={[{ kind: "text", name: "person", label: "Person", offers: ["Azamat", "Wei"] }]}
      state={null}
    />,
    { rooms },
  );
  expect(html).toContain('list="of-person-offers"');
  expect(html).toContain('<datalist id="of-person-offers"><option value="Azamat"></option><option value="Wei">');
});
