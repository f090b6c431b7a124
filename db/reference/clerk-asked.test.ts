import { expect, test } from "vitest";
import { readText } from "@/domain/deals/clerk/read-text";
import type { LocalDate } from "@/domain/shared/time";
import { readClerkKnowledge } from "./read-clerk-knowledge";
import { readReference } from "./read-reference";

const knowledge = readClerkKnowledge(readReference());
const read = (text: string) => readText(text, knowledge, "2026-11-25" as LocalDate);
const GOODS = "Goods: LED lamps, 340 cartons, from Yiwu to Almaty.";
const valueOf = (text: string, path: string) => read(text).fields.find((field) => field.path === path)?.value;

test.each([
  ["Please offer logistics, payment, customs and inspection.", "logistics payment customs inspection"],
  ["We need logistics and customs.", "logistics customs"],
  ["We need logistics.", "logistics"],
  ["需要物流、支付、报关和验货。", "logistics payment customs inspection"],
  ["Нужны логистика, платежи и таможня.", "logistics payment customs"],
  ["Payment: 30% in advance, inspection at the factory.", "inspection"],
  ["Payment terms T/T 30 days.", undefined],
  ["We need payment terms of 30 days.", undefined],
  ["Regards, Silk Road Logistics.", undefined],
  ["We need customs, not logistics.", "customs"],
])("of %j the services %s are wanted", (asked, wanted) => {
  expect(valueOf(`${GOODS} ${asked}`, "wanted")).toBe(wanted);
});

test.each([
  ["毛重9.6吨，净重8.9吨", "8900"],
  ["gross 9.6 t, 8.9 t net", "8900"],
  ["gross 9600 kg, net 8900 kg", "8900"],
  ["вес брутто 9600 кг, вес нетто 8900 кг", "8900"],
  ["net weight 8.9 t", "8900"],
  ["gross 9.6 t, 25 kg net in each carton", undefined],
  ["gross 9.6 t, 340 x 25 kg net", undefined],
  ["gross 9.6 t", undefined],
  ["gross 9.6 t, net 10 t", undefined],
])("of %j the net weight is %s kg", (weights, net) => {
  const text = `${GOODS} ${weights}`;
  expect(valueOf(text, "cargo[0].netWeightKg")).toBe(net);
  if (!weights.startsWith("net")) expect(valueOf(text, "cargo[0].grossWeightKg")).toBe("9600");
});

test.each([
  ["Товар: футболки, код 610910", "610910"],
  ["Товар: футболки, код товара 6109 10 000 0", "6109100000"],
  ["Товар: футболки, ТН ВЭД 6109100000", "6109100000"],
  ["Товар: футболки, почтовый код 050000", undefined],
])("of %j the code is %s", (goods, code) => {
  expect(valueOf(`${goods}, 340 коробок, из Иу в Алматы`, "cargo[0].hsCode")).toBe(code);
});

test("of a sentence that is read in part, what else it counts is listed as not used", () => {
  const text = "340 cartons of LED lamps from Yiwu to Almaty, order 7781, MOQ 200.";
  const words = read(text).unread.map((span) => text.slice(...span));
  expect(words).toEqual(["order 7781", "MOQ 200"]);
});
