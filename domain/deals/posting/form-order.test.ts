import fc from "fast-check";
import { expect, test } from "vitest";
import { kindOf } from "../../services/registry";
import { inFormOrder } from "./form-order";

const issue = (field: string) => ({ field, room: "deals", code: "required", values: {} }) as const;

const AS_ON_THE_FORM = [
  ...["title", "originId", "mode", "readyDate", "hubId", "incotermRule", "goodsCurrency", "goodsValue"],
  ...["cargo[0].description", "cargo[0].grossWeightKg", "cargo[0].value", "cargo[0].originCountry"],
  ...["cargo[1].hsCode", "cargo[10].hsCode"],
  ...["wanted", "services.logistics.pickupFrom", "services.payment.amountCurrency", "services.payment.amount"],
  ...["services.customs.exporterName", "services.customs.exporterCountry", "services.customs.exporterCode"],
  ...["services.inspection.checklist[0].text", "services.inspection.checklist[1].text"],
  ...["bidMode", "closesAt", "decideBy", "comparisonCurrency", "criteria[0].weight", "criteria[1].kind"],
  ...["gates[0].question", "questionsUntil", "feedback"],
];

test("what is to be mended is told in the order of the form, however it was found", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(AS_ON_THE_FORM, { minLength: AS_ON_THE_FORM.length }), (found) => {
      expect(inFormOrder(found.map(issue)).map(({ field }) => field)).toEqual(AS_ON_THE_FORM);
    }),
  );
});

test("of several faults of one field the first stays first", () => {
  const [first, second] = [
    { ...issue("title"), code: "a" },
    { ...issue("title"), code: "b" },
  ];
  expect(inFormOrder([issue("mode"), first, second])).toEqual([first, second, issue("mode")]);
});

test("the services stand in the order of every screen, and their fields in that of their own tables", () => {
  for (const service of ["logistics", "payment", "customs", "inspection"] as const) {
    const fields = kindOf(service).specForm.map(({ name }) => `services.${service}.${name}`);
    expect(inFormOrder(fields.toReversed().map(issue)).map(({ field }) => field)).toEqual(fields);
  }
});
