import { beforeAll, expect, test } from "vitest";
import type { FormValues } from "@/domain/shared/form-state";
import { CustomsSpecFields } from "./customs/spec-fields";
import { PaymentSpecFields } from "./payment/spec-fields";
import { InspectionSpecFields } from "./inspection/spec-fields";
import { drawn, drawnWhole } from "@/test/drawn";

const FORMS = { customs: CustomsSpecFields, payment: PaymentSpecFields, inspection: InspectionSpecFields };

// The part that is fetched once it is drawn is there from then on.
beforeAll(() => drawnWhole(<InspectionSpecFields prefix="s." />, { rooms: ["ui", "services", "service-inspection"] }));

/** Of each control of the form by its name whether it says that it is required, to the eye and to assistive technology. */
function marks(kind: keyof typeof FORMS, values: FormValues): (name: string) => boolean {
  const SpecFields = FORMS[kind];
  const html = drawn(<SpecFields prefix="s." values={values} directionOf={() => "export"} />, {
    rooms: ["ui", "services", `service-${kind}`],
    inBrowser: true,
  });
  return (name) => {
    const label = html.split(`for="s.${name}"`)[1]?.split("</label>")[0] ?? "";
    const control = new RegExp(`<(?:input|select|textarea)[^>]* id="s\\.${name}"[^>]*>`).exec(html)?.[0] ?? "";
    const isSeen = !label.includes("field-optional");
    expect(/ required=""/.test(control), `${name}: to the eye and to assistive technology alike`).toBe(isSeen);
    return isSeen;
  };
}

test.each([
  ["customs", { "s.side": "export" }, ["supervisionMode", "exporterName", "exporterCode"], ["importerName"]],
  ["customs", { "s.side": "import" }, ["importerName", "importerTaxId"], ["exporterName"]],
  ["payment", { "s.need": "supplier_payment" }, ["amount", "payeeName", "payeeAccount", "payeeCountry"], ["payeeBik"]],
  ["payment", { "s.need": "fx_conversion" }, ["amount"], ["payeeName", "payeeAccount"]],
  ["payment", { "s.need": "supplier_payment", "s.payeeBic": "AMSHRU8K" }, ["payeeBik"], []],
  ["inspection", { "s.type": "pre_shipment" }, ["lotSize", "level"], ["labTests"]],
  ["inspection", { "s.type": "factory_audit" }, ["factoryAddress"], ["lotSize"]],
] as const)("the form of %s with %j says that %j are required and %j are not", (kind, values, due, free) => {
  const isMarked = marks(kind, values);
  for (const name of due) expect(isMarked(name), name).toBe(true);
  for (const name of free) expect(isMarked(name), name).toBe(false);
});
