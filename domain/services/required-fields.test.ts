import { describe, expect, test } from "vitest";
import type { Direction } from "@/domain/hubs/corridor";
import type { FormValues } from "@/domain/shared/form-state";
import { FULL } from "@/test/full-terms";
import { parseForm, writeForm } from "./read-form";
import { fieldAt, type FormField } from "./form-field";
import { PAYEE, TRANSIT, wireSpecExample as customsExample, shipmentExample } from "./examples";
import { wireSpecExample as inspectionExample } from "./inspection/spec-example";
import { INSPECTION_TYPES } from "./inspection/choices";
import { NEEDS } from "./payment/choices";
import { kindOf } from "./registry";
import { requiredFields } from "./requirement";
import { type Service, SERVICES } from "../shared/vocabulary";

const PREFIX = "s.";

/** What a kind is asked for: the least, and with all its members; every choice that decides on others. */
const ASKED: Readonly<Record<Service, readonly object[]>> = {
  logistics: [{ equipment: "tilt_136", pickupFrom: "2026-11-20", pickupTo: "2026-11-22" }, FULL.logistics.spec],
  payment: [
    ...NEEDS.map((need) => ({
      ...PAYEE,
      ...{ need, payerCurrency: "KZT", payeeCurrency: "CNY" },
      amount: { minor: 63_000_000, currency: "CNY" },
    })),
    {
      need: "collection_account",
      payerCurrency: "KZT",
      payeeCurrency: "CNY",
      monthlyVolume: { minor: 5, currency: "CNY" },
    },
    {
      ...{ need: "supplier_payment", payerCurrency: "CNY", payeeCurrency: "RUB" },
      amount: { minor: 63_000_000, currency: "CNY" },
      payeeCountry: "RU",
      payee: { name: "ООО Амур", bank: "Amur", bic: "AMSHRU8K", bik: "044525225", account: "40702810000000000007" },
    },
    FULL.payment.spec,
  ],
  customs: [
    ...(["export", "import", "both", "transit"] as const).map((side) => ({
      ...customsExample,
      ...{ side, ...(side === "transit" ? { transit: TRANSIT } : {}) },
      importerOfRecord: { name: "Almaty Machine Trade LLP", country: "KZ", taxId: "990140000126" },
    })),
    { side: "transit", transit: TRANSIT },
    { side: "transit", transit: { ...TRANSIT, guarantee: "operator_exempt" } },
    FULL.customs.spec,
  ],
  inspection: [
    ...INSPECTION_TYPES.map((type) => ({ ...inspectionExample, type })),
    ...INSPECTION_TYPES.map((type) => ({ ...inspectionExample, type, aql: undefined, aqlPreset: "usual" })),
    FULL.inspection.spec,
  ],
};

const without = (values: FormValues, field: FormField): FormValues =>
  Object.fromEntries(
    Object.entries(values).filter(([name]) => {
      const own = PREFIX + field.name;
      return (
        name !== own && !name.startsWith(`${own}[`) && !(field.as === "money" && name === PREFIX + field.currencyName)
      );
    }),
  );

/** Whether the form is refused at this field, by its schema or by the rules of its kind. */
function isRefusedAt(service: Service, values: FormValues, of: { name: string; direction: Direction }): boolean {
  const { specSchema, specForm, checkSpec } = kindOf(service);
  const read = parseForm(specSchema, specForm, { values, prefix: PREFIX });
  const shipment = shipmentExample({ direction: of.direction });
  const fields = read.ok
    ? checkSpec(read.value, { ...shipment, goodsValueUsd: shipment.goodsValue }).map(
        ({ path }) => PREFIX + fieldAt(specForm, path),
      )
    : read.issues.map(({ path }) => String(path[0]));
  return fields.includes(PREFIX + of.name);
}

describe.each(SERVICES)("the form of %s", (service) => {
  const { specForm, required = [] } = kindOf(service);

  test.each(ASKED[service].map((asked, at) => [at, asked] as const))(
    "says of every field that it is required where it is refused when left out, and of no other (%i)",
    (_, asked) => {
      for (const direction of ["export", "import"] as const)
        for (const field of specForm) {
          const values = without(writeForm(specForm, asked, { prefix: PREFIX }), field);
          const says = requiredFields(required, { fields: specForm, values, prefix: PREFIX }, { direction });
          const isRefused = isRefusedAt(service, values, { name: field.name, direction });
          expect(says.has(field.name), `${field.name} of ${JSON.stringify(values)}, ${direction}`).toBe(isRefused);
        }
    },
  );
});
