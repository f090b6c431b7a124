import { expect, test } from "vitest";
import { fieldOfBid } from "./field-of-bid";

const SENT: Readonly<Record<string, string>> = {
  service: "payment",
  currency: "CNY",
  "charges[0].code": "PAY",
  "charges[0].price": "",
  "charges[2].code": "PAY",
  "charges[2].basis": "payout",
  "charges[2].price": "200",
  "gates[3].answer": "yes",
};

function sent(): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(SENT)) data.append(name, value);
  return data;
}

test.each([
  ["the gate that it counts from one", { code: "gate_unanswered", details: { gate: 2 } }, "gates[1].answer"],
  ["the gate that is not met", { code: "gate_not_met", details: { gate: 1 } }, "gates[0].answer"],
  ["a member of its own name", { code: "amount_malformed", details: { field: "validUntil" } }, "validUntil"],
  ["a term", { code: "amount_malformed", details: { field: "terms.lockMinutes" } }, "terms.lockMinutes"],
  ["an answer to a gate", { code: "amount_malformed", details: { field: "gateAnswers[0].answer" } }, "gates[3].answer"],
  ["nothing", { code: "wrong_state" }, null],
  ["no field", { code: "amount_malformed", details: { gate: 1 } }, null],
] as const)("a refusal of a bid that names %s stands at its field", (_, refusal, field) => {
  expect(fieldOfBid(refusal, sent())).toBe(field);
});

test("a refusal of a line stands at the line as it was typed, past those that are empty", () => {
  const at = (field: string) => fieldOfBid({ code: "amount_malformed", details: { field } }, sent());
  expect(at("charges[0].unitPrice")).toBe("charges[2].price");
  expect(at("charges[0].basis")).toBe("charges[2].basis");
  expect(at("charges")).toBe("charges[0].price");
});
