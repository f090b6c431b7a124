import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { CURRENCIES } from "@/domain/shared/money";
import { customsSpecSchema } from "./customs/schema";
import { customsSpecForm } from "./customs/form";
import { inspectionSpecForm } from "./inspection/form";
import { logisticsSpecForm } from "./logistics/form";
import { paymentSpecSchema, paymentTermsSchema } from "./payment/schema";
import { paymentSpecForm } from "./payment/form";
import { paymentTermsForm } from "./payment/terms-form";
import { kindOf } from "./registry";
import { SERVICES } from "../shared/vocabulary";
import type { FormValues } from "../shared/form-state";
import { parseForm, readForm, writeForm } from "./read-form";

const readInspection = (values: FormValues) => readForm(inspectionSpecForm, values);
const readLogistics = (values: FormValues) => readForm(logisticsSpecForm, values);
const readPayment = (values: FormValues) => readForm(paymentSpecForm, values);
const readTermsForm = (values: FormValues, zone?: string) => readForm(paymentTermsForm, values, zone);

describe("reading a form", () => {
  test("leaves out what is empty and trims the rest", () => {
    const { input } = readLogistics({
      equipment: "tilt_136",
      pickupFrom: " 2026-11-20 ",
      pickupTo: "",
      remarks: "   ",
    });
    expect(input).toEqual({ equipment: "tilt_136", pickupFrom: "2026-11-20" });
  });

  test.each([
    ["1 250", 1250],
    ["1\u00A0250", 1250],
    ["１２", 12],
    ["2,5", 2.5],
    ["2.5", 2.5],
    ["-5", -5],
    ["twelve", "twelve"],
    ["1.2.3", "1.2.3"],
  ])("takes %j for the number %j", (text, value) => {
    expect(readLogistics({ equipmentCount: text }).input.equipmentCount).toBe(value);
  });

  test("tells yes from no from nothing, and a ticked box from an empty one", () => {
    expect(readLogistics({ isTransshipmentAllowed: "no", needsTailLift: "on" }).input).toEqual({
      isTransshipmentAllowed: false,
      needsTailLift: true,
    });
    expect(readLogistics({ isTransshipmentAllowed: "yes" }).input).toEqual({ isTransshipmentAllowed: true });
    expect(readLogistics({ isTransshipmentAllowed: "" }).input).toEqual({});
  });

  test("puts fields of one group together", () => {
    const { input } = readInspection({ aqlCritical: "0", aqlMajor: "2.5", aqlMinor: "4", lotSize: "3200" });
    expect(input).toEqual({ aql: { critical: 0, major: 2.5, minor: 4 }, lotSize: 3200 });
  });

  test.each([
    ["1 250,00", { minor: 125_000, currency: "CNY" }],
    ["1,250.00", { minor: 125_000, currency: "CNY" }],
    ["1250", { minor: 125_000, currency: "CNY" }],
  ])("takes the amount %j", (text, amount) => {
    const { input, issues } = readPayment({ amount: text, amountCurrency: "CNY" });
    expect(input).toEqual({ amount });
    expect(issues).toEqual([]);
  });

  test.each([
    ["about 5", "CNY", "amount_malformed"],
    ["1.234", "CNY", "amount_too_precise"],
    ["1.5", "VND", "amount_too_precise"],
    ["9".repeat(20), "CNY", "amount_too_large"],
    ["5", "", "currency_missing"],
    ["5", "XAU", "currency_missing"],
    ["1.2.3", "", "amount_and_currency"],
  ])("complains of the amount %j %s by %s", (amount, amountCurrency, code) => {
    const { input, issues } = readPayment({ amount, amountCurrency });
    expect(input).toEqual({});
    expect(issues.map((issue) => [issue.path, issue.message])).toEqual([[["amount"], code]]);
  });

  test("takes a clock time in the reader's zone", () => {
    expect(readTermsForm({ expiresAt: "2026-11-24T18:00" }, "Asia/Almaty").input).toEqual({
      expiresAt: "2026-11-24T13:00:00.000Z",
    });
    expect(readTermsForm({ expiresAt: "2026-11-24T18:00" }).input).toEqual({ expiresAt: "2026-11-24T10:00:00.000Z" });
    expect(readTermsForm({ expiresAt: "tonight" }).input).toEqual({ expiresAt: "tonight" });
  });

  test("keeps one or several ticked boxes as a list", () => {
    const read = (certificates: string | string[]) =>
      parseForm(customsSpecSchema, customsSpecForm, { values: { side: "export", certificates }, prefix: "" });
    expect(read([])).toEqual({ ok: true, value: { side: "export" } });
    expect(read("origin_ct1")).toMatchObject({ value: { certificates: ["origin_ct1"] } });
    expect(read(["origin_ct1", "health"])).toMatchObject({ value: { certificates: ["origin_ct1", "health"] } });
  });

  test("leads an issue's path to its field", () => {
    const { fieldOf } = readLogistics({});
    expect(fieldOf(["temperature", "maxC"])).toBe("temperatureMax");
    expect(fieldOf(["temperature"])).toBe("temperatureMin");
    expect(readPayment({}).fieldOf(["amount", "minor"])).toBe("amount");
    expect(fieldOf(["surprise"])).toBe("");
    expect(fieldOf([])).toBe("");
  });
});

describe("parsing a form", () => {
  const values = {
    title: "Bearings",
    "services.payment.need": "supplier_payment",
    "services.payment.payerCurrency": "KZT",
    "services.payment.payeeCurrency": "CNY",
    "services.payment.amount": "630 000,00",
    "services.payment.amountCurrency": "CNY",
  };
  const parse = (changes: object = {}) =>
    parseForm(paymentSpecSchema, paymentSpecForm, { values: { ...values, ...changes }, prefix: "services.payment." });

  test("reads only the fields under its prefix", () => {
    expect(parse()).toEqual({
      ok: true,
      value: {
        need: "supplier_payment",
        payerCurrency: "KZT",
        payeeCurrency: "CNY",
        amount: { minor: 63_000_000n, currency: "CNY" },
      },
    });
  });

  test("names the whole field of each issue", () => {
    const result = parse({ "services.payment.need": "", "services.payment.tenorDays": "soon" });
    expect(result.ok ? [] : result.issues.map((issue) => issue.path)).toEqual([
      ["services.payment.need"],
      ["services.payment.tenorDays"],
    ]);
  });

  test("complains once of an amount that it cannot read", () => {
    const result = parse({ "services.payment.amount": "much" });
    expect(result.ok ? [] : result.issues.map((issue) => [issue.path, issue.message])).toEqual([
      [["services.payment.amount"], "amount_malformed"],
    ]);
  });

  test("reads a clock time in the zone it is given", () => {
    const form = { values: { "terms.expiresAt": "2026-11-24T18:00" }, prefix: "terms.", zone: "Asia/Almaty" };
    const result = parseForm(paymentTermsSchema, paymentTermsForm, form);
    expect(result).toEqual({ ok: true, value: { expiresAt: Date.parse("2026-11-24T13:00:00Z") } });
  });
});

describe("writing a form", () => {
  test("shows again exactly what reading took", () => {
    const wire = {
      side: "both",
      supervisionMode: "0110",
      importerOfRecord: { name: "Almaty Machine Trade LLP", country: "KZ", taxId: "990140000126" },
      hsLines: 7,
      certificates: ["origin_ct1", "health"],
      freightToBorder: { minor: 123_456, currency: "USD" },
    };
    const values = writeForm(customsSpecForm, wire, { prefix: "services.customs." });
    expect(values["services.customs.freightToBorder"]).toBe("1234.56");
    const parsed = parseForm(customsSpecSchema, customsSpecForm, { values, prefix: "services.customs." });
    expect(parsed.ok && z.encode(customsSpecSchema, parsed.value)).toEqual(wire);
  });

  test.each([{ isTransshipmentAllowed: true, needsTailLift: true }, { isTransshipmentAllowed: false }])(
    "shows %j again as it was answered",
    (answers) => {
      const wire = { equipment: "tilt_136", equipmentCount: 2, ...answers };
      expect(readLogistics(writeForm(logisticsSpecForm, wire)).input).toEqual(wire);
    },
  );

  test("shows a box that is not ticked as not ticked", () => {
    expect(writeForm(logisticsSpecForm, { needsTailLift: false })).toEqual({});
  });

  test("shows a time in the reader's zone, and comes back to the same instant", () => {
    const wire = { expiresAt: "2026-11-24T10:00:00.000Z" };
    const values = writeForm(paymentTermsForm, wire, { zone: "Asia/Almaty" });
    expect(values).toEqual({ expiresAt: "2026-11-24T15:00" });
    expect(readTermsForm(values, "Asia/Almaty").input).toEqual(wire);
  });

  test("any amount survives being shown and read", () => {
    const amounts = fc.record({
      minor: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
      currency: fc.constantFrom(...CURRENCIES),
    });
    fc.assert(
      fc.property(amounts, (amount) => {
        expect(readPayment(writeForm(paymentSpecForm, { amount })).input).toEqual({ amount });
      }),
    );
  });
});

/** Paths of fields; those within a record, which has a member a cargo line, count as the record. */
function pathsOf(fields: readonly { readonly path: string }[], schema: unknown): string[] {
  const shape = (schema as { shape: Record<string, unknown> }).shape;
  const isRecord = (name: string) => {
    const member = shape[name];
    return (member instanceof z.ZodOptional ? member.unwrap() : member) instanceof z.ZodRecord;
  };
  const paths = fields.map(({ path }) => {
    const [root = ""] = path.split(".");
    return isRecord(root) ? root : path;
  });
  return [...new Set(paths)].sort();
}

/** The members of a strict object schema as dotted paths, one level of groups deep; money counts as one member. */
function membersOf(schema: unknown): string[] {
  const shape = (schema as { shape: Record<string, unknown> }).shape;
  return Object.entries(shape).flatMap(([name, member]) => {
    const inner = member instanceof z.ZodOptional ? member.unwrap() : member;
    return inner instanceof z.ZodObject ? Object.keys(inner.shape).map((part) => `${name}.${part}`) : [name];
  });
}

describe.each(SERVICES)("the forms of %s", (service) => {
  const kind = kindOf(service);

  test("have a field for every member of the wire form, and no other", () => {
    expect(pathsOf(kind.specForm, kind.specSchema)).toEqual(membersOf(kind.specSchema).sort());
    expect(pathsOf(kind.termsForm, kind.termsSchema)).toEqual(membersOf(kind.termsSchema).sort());
  });

  test("have no two fields of one name", () => {
    for (const fields of [kind.specForm, kind.termsForm]) {
      const names = fields.flatMap((field) => (field.as === "money" ? [field.name, field.currencyName] : [field.name]));
      expect(new Set(names).size).toBe(names.length);
    }
  });
});
