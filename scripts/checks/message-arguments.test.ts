import { expect, test } from "vitest";
import { emptyBlanks } from "./message-arguments";

const WORDS = new Map([
  ["orders.title", "Orders"],
  ["orders.days", "{isOne, select, true {} other {{min} to }}{max} days"],
  ["orders.file.help", "As the customs of {country} write it."],
  ["orders.pay.help", "As <b>the bank</b> wrote it."],
]);

const empty = (call: string) =>
  emptyBlanks(
    { path: "components/orders/order-head.tsx", text: `const t = useTranslations("orders"); ${call};` },
    WORDS,
  );

test.each([
  ["a call without values", 't("days")', ["isOne, min, max of orders.days"]],
  ["a call that gives some of them", 't("days", { min, max: 3 })', ["isOne of orders.days"]],
  ["either side of a choice", 't(isNew ? "title" : "days", { isOne, min })', ["max of orders.days"]],
  ["a key whose last part is written", "t(`${kind}.help`)", ["country of orders.file.help", "<b> of orders.pay.help"]],
])("%s is reported with the blanks that it leaves empty", (_, call, expected) => {
  expect(empty(call).map((one) => one.replace(/^.* does not give /, ""))).toEqual(expected);
});

test.each([
  ["a call that gives all", 't("days", { isOne, min, "max": 3 })'],
  ["a message without blanks", 't("title")'],
  ["values that are made elsewhere", 't("days", values)'],
  ["values of which some are spread", 't("days", { ...span, min })'],
  ["a message that is looked up without being read", 't.has("days")'],
  ["a key whose last part is computed", "t(`file.${part}`)"],
])("%s passes", (_, call) => {
  expect(empty(call)).toEqual([]);
});
