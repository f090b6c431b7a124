import { describe, expect, test } from "vitest";
import { LINE_MEASURES } from "../../deals/posting/posting-fields";
import { lineField } from "../../deals/posting/cargo-lines";
import { readPosting } from "../../deals/posting/read-posting";
import type { FormField, PlainField } from "../../services/form-field";
import { parseForm, readForm } from "../../services/read-form";
import { kindOf } from "../../services/registry";
import type { FormValues } from "../../shared/form-state";
import { SERVICES } from "../../shared/vocabulary";
import { readCounterForm } from "../bid-content";
import { COMMERCIAL_TERMS_FORM } from "./commercial-terms-fields";
import { issueInForm, readOfferForm } from "./offer-form";
import { offerSchema } from "./offer-schema";

const SCALED: readonly PlainField["as"][] = ["percent", "thousandths", "degrees"];
/** More than any field takes, in some of them more than can be read. */
const FAR_TOO_MUCH = ["999999999", "9999999999"];

type Found = { readonly field: string; readonly code: string; readonly maximum?: number };
type Judge = (values: FormValues) => readonly Found[];

/** Names of the fields that are kept in other units than they are typed in, those of a list in its first row. */
const scaledNames = (fields: readonly FormField[]): string[] =>
  fields.flatMap((field) => {
    if (field.as === "rows") return scaledNames(field.rowFields).map((name) => `${field.name}[0].${name}`);
    return SCALED.includes(field.as) ? [field.name] : [];
  });

/** The limit that a field names is taken when it is typed as it was named, and what is a little more is not. */
function expectTyped(name: string, judge: Judge) {
  const tooBig = (typed: string) =>
    judge({ [name]: typed }).find(({ field, code }) => field === name && code === "too_big");
  const maximum = FAR_TOO_MUCH.map((typed) => tooBig(typed)?.maximum).find((one) => one !== undefined);
  expect(maximum, name).toBeDefined();
  expect(tooBig(String(maximum)), name).toBeUndefined();
  expect(tooBig(String(Number(maximum) + 1))?.maximum, name).toBe(maximum);
}

const foundOf = (
  issues: readonly { readonly path: readonly PropertyKey[]; readonly code: string }[],
  cut = "",
): Found[] => issues.map(({ path, ...issue }) => ({ ...issue, field: path.map(String).join(".").slice(cut.length) }));

describe("limits are named in the unit of the field", () => {
  const forms = SERVICES.flatMap((service) => {
    const { specForm, specSchema, termsForm, termsSchema } = kindOf(service);
    return [
      [`a request of ${service}`, specForm, specSchema],
      [`terms of ${service}`, termsForm, termsSchema],
    ] as const;
  });

  test.each(forms)("in %s", (_, form, schema) => {
    for (const name of scaledNames(form))
      expectTyped(name, (values) => {
        const read = parseForm(schema as never, form, { values, prefix: "" });
        return read.ok ? [] : foundOf(read.issues);
      });
  });

  test("there are such fields in requests and in terms", () => {
    expect(forms.filter(([, form]) => scaledNames(form).length > 0).length).toBeGreaterThan(1);
  });

  test("in what a bid says beside its price, as discounts and what is off for delay", () => {
    const names = scaledNames(COMMERCIAL_TERMS_FORM);
    expect(names).toEqual(["packageDiscounts[0].discount", "latePerDay", "lateCap"]);
    for (const name of names)
      expectTyped(name, (values) => {
        const { input } = readForm(COMMERCIAL_TERMS_FORM, values);
        const sent = name.includes("[") ? { packageDiscounts: [{ discount: values[name] }] } : values;
        const issues = offerSchema.safeParse(input).error?.issues ?? [];
        return foundOf(issues.map((issue) => issueInForm(issue, sent)));
      });
  });

  test("at the rate of a charge", () => {
    expectTyped("charges.0.price", (values) => {
      const line = { code: "INS", basis: "percent_of_value", price: values["charges.0.price"] };
      const sent = { service: "logistics", currency: "CNY", zone: "Asia/Shanghai", charges: [line] };
      const issues = offerSchema.safeParse(readOfferForm(sent).input).error?.issues ?? [];
      return foundOf(issues.map((issue) => issueInForm(issue, sent)));
    });
  });

  test("at the rate of a charge across the table", () => {
    const issuesOf = (price: string) =>
      readCounterForm({ charges: [{ basis: "percent_of_value", price }], currency: "CNY", transitDays: {} }).issues;
    expect(issuesOf("1000")).toEqual([]);
    expect(issuesOf("1000.01")).toMatchObject([
      { path: ["charges", 0, "price"], message: "too_large", maximum: 1_000 },
    ]);
  });

  test.each(LINE_MEASURES)("at $name of a cargo line", ({ name }) => {
    expectTyped(lineField(0, name), (values) =>
      readPosting({ ...values, packageType: "CT" }, { zone: "Asia/Shanghai", direction: "export" }).issues.flatMap(
        (issue) => ("schema" in issue ? [{ ...issue.schema, field: issue.field } as Found] : []),
      ),
    );
  });
});
