import { PAYEE } from "@/domain/services/examples";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { FormValues } from "../../shared/form-state";
import { kindOf } from "../../services/registry";
import { cargoLineOf } from "../deal";
import { postingExample } from "../deal-example";
import { writeScaled } from "@/domain/shared/parse-scaled";
import { readMeasure } from "./measures";
import { readPosting, writePosting } from "./read-posting";

const READER = { zone: "Asia/Shanghai", direction: "export" } as const;

/** A posting as it is read, and as it is kept once it was published. */
function posted(changes: FormValues = {}) {
  const { deal, services, bidding } = readPosting(postingExample(changes), READER);
  if (!deal || !bidding) throw new Error("the example can be read");
  const kept = {
    ...deal,
    inlandMode: deal.inlandMode ?? null,
    hubId: deal.hubId === "any" ? "horgos" : deal.hubId,
    hubChoice: deal.hubId === "any" ? ("any" as const) : ("chosen" as const),
    cargo: deal.cargo.map(cargoLineOf),
  };
  const requests = services.map(({ service, spec }) => ({ service, spec: z.encode(kindOf(service).specSchema, spec) }));
  return { deal, services, bidding, written: writePosting({ deal: kept, requests, bidding }) };
}

const dates = { readyDate: "2026-12-10", closesAt: "2026-11-28T18:00", decideBy: "2026-11-30T18:00" };

describe("a posting written from a deal", () => {
  test.each<[string, FormValues]>([
    ["a planner's hub", {}],
    ["a chosen hub", { hubId: "horgos" }],
    [
      "sides of a package in place of a volume",
      {
        "cargo[0].volumeCbm": "",
        "cargo[0].lengthCm": "40.5",
        "cargo[0].widthCm": "30",
        "cargo[0].heightCm": "30",
      },
    ],
    ["no value of its line", { "cargo[0].value": "" }],
    [
      "two lines",
      {
        "cargo[1].description": "Cables",
        "cargo[1].hsCode": "854449",
        "cargo[1].packages": "3",
        "cargo[1].packageType": "CT",
        "cargo[1].grossWeightKg": "0.5",
        "cargo[1].volumeCbm": "0.000001",
        "cargo[1].netWeightKg": "0.4",
        "cargo[1].originCountry": "CN",
        "cargo[1].unNumber": "3480",
        "cargo[1].hazardClass": "9",
        "cargo[1].isStackable": "no",
        "cargo[1].marks": "KZ 1-3",
      },
    ],
    [
      "two services",
      {
        wanted: ["payment", "customs"],
        "services.payment.need": "supplier_payment",
        "services.payment.payerCurrency": "KZT",
        "services.payment.payeeCurrency": "CNY",
        "services.payment.payeeCountry": PAYEE.payeeCountry,
        "services.payment.payeeName": PAYEE.payee.name,
        "services.payment.payeeBank": PAYEE.payee.bank,
        "services.payment.payeeBic": PAYEE.payee.bic,
        "services.payment.payeeAccount": PAYEE.payee.account,
        "services.payment.amount": "600 000,50",
        "services.payment.amountCurrency": "CNY",
      },
    ],
    [
      "open bids for invited providers",
      { bidMode: "open", visibility: "invited", invited: ["a", "b"], mayCloseEarly: "on" },
    ],
  ])("with %s reads as that deal again, once its days are filled in", (_, changes) => {
    const { written, ...before } = posted(changes);
    const again = readPosting({ ...written, ...dates }, READER);
    expect(again.issues).toEqual([]);
    expect(again).toMatchObject({ deal: before.deal, services: before.services, bidding: before.bidding });
  });

  test("has no day and no time of the earlier shipment", () => {
    const { written } = posted({
      wanted: "inspection",
      "services.inspection.type": "factory_audit",
      "services.inspection.factoryAddress": "Yiwu, 12 Chouzhou Road",
      "services.inspection.date": "2026-12-01",
    });
    expect(written).toMatchObject({ "services.inspection.factoryAddress": "Yiwu, 12 Chouzhou Road" });
    expect(Object.values(written).filter((value) => /^\d{4}-\d{2}-\d{2}/.test(String(value)))).toEqual([]);
  });
});

test("a written measure is read as the same whole units", () => {
  fc.assert(
    fc.property(fc.nat({ max: Number.MAX_SAFE_INTEGER }), fc.constantFrom(1, 3, 6), (value, decimals) => {
      expect(readMeasure(writeScaled(value, decimals), decimals)).toEqual({ ok: true, value });
    }),
  );
});
