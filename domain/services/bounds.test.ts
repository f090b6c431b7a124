import { describe, expect, test } from "vitest";
import { z } from "zod";
import { kindOf } from "./registry";
import { type Service, SERVICES } from "../shared/vocabulary";

type Bounds = readonly (readonly [path: string, min: number, max: number])[];

/** Whole numbers with their least and greatest value; texts with their greatest length (from 1). */
const BOUNDS: Record<
  (typeof SERVICES)[number],
  { spec: Bounds; specTexts: Record<string, number>; terms: Bounds; termsTexts: Record<string, number> }
> = {
  logistics: {
    spec: [
      ["equipmentCount", 1, 200],
      ["freeTimeHours", 0, 720],
      ["freeTimeBorderHours", 0, 720],
      ["freeTimeDestinationHours", 0, 720],
      ["temperature.minC", -60, 60],
      ["temperature.maxC", -60, 60],
    ],
    specTexts: { pickupAddress: 300, deliveryAddress: 300, remarks: 1_000 },
    terms: [
      ["borderWaitHours", 0, 720],
      ["freeTimeBorderHours", 0, 720],
      ["freeTimeDestinationHours", 0, 720],
      ["legs.days", 0, 90],
    ],
    termsTexts: { departures: 120 },
  },
  payment: {
    spec: [
      ["lockMinutes", 0, 1_440],
      ["payouts", 1, 10_000],
      ["settleWithinDays", 0, 3],
      ["depositPercent", 0, 100],
      ["tenorDays", 1, 720],
      ["balanceDueDays", 0, 180],
      ["tolerancePercent", 0, 99],
    ],
    specTexts: {
      "payee.name": 160,
      "payee.bank": 160,
      "payee.bic": 11,
      "payee.bik": 9,
      "payee.account": 48,
      purpose: 140,
      counterpartyBanks: 300,
      issuingBank: 160,
      remarks: 1_000,
    },
    terms: [
      ["lockMinutes", 0, 1_440],
      ["hoursToPayout", 0, 720],
      ["hoursToPayoutP90", 0, 720],
      ["returnDays", 0, 180],
    ],
    termsTexts: { licenceNumber: 60, midSource: 80 },
  },
  customs: {
    spec: [
      ["hsLines", 1, 500],
      ["declarations", 1, 50],
      ["borderResidents.persons", 1, 10_000],
      ["borderResidents.days", 1, 366],
    ],
    specTexts: {
      "exporterOfRecord.name": 160,
      exporterCode: 32,
      "importerOfRecord.name": 160,
      "importerOfRecord.taxId": 32,
      "importerOfRecord.kpp": 12,
      remarks: 1_000,
    },
    terms: [
      ["hoursToFile", 0, 720],
      ["hoursToRelease", 0, 720],
      ["hoursToReleaseP90", 0, 720],
    ],
    termsTexts: { licenceNumber: 60, clearancePost: 120 },
  },
  inspection: {
    spec: [
      ["lotSize", 1, 10_000_000],
      ["checksPerUnit", 1, 50],
      ["labTests", 1, 100],
      ["factoryPosition.latE6", -90_000_000, 90_000_000],
      ["factoryPosition.lonE6", -180_000_000, 180_000_000],
      ["containers", 1, 100],
      ["madePercent", 0, 100],
      ["packedPercent", 0, 100],
      ["products.quantity", 1, 10_000_000],
    ],
    specTexts: {
      manufacturer: 160,
      factoryAddress: 300,
      "products.name": 120,
      "specialTests.text": 80,
      "checklist.text": 200,
      "checklist.method": 120,
      "checklist.tolerance": 80,
      "checklist.tool": 80,
      packing: 300,
      marks: 300,
      remarks: 1_000,
    },
    terms: [
      ["manDaysOfferedMilli", 100, 1_000_000],
      ["reportHours", 1, 240],
      ["cancellationHours", 0, 240],
    ],
    termsTexts: { accreditationNumber: 60 },
  },
};

/** What a member holds: of an optional one the member itself, of a list its rows. */
function heldBy(type: unknown): unknown {
  if (type instanceof z.ZodOptional) return heldBy(type.unwrap());
  return type instanceof z.ZodArray && type.element instanceof z.ZodObject ? type.element : type;
}

/** The schema of one member, whichever group or list it stands in. */
function memberOf(schema: unknown, path: string): z.ZodType {
  const member = path
    .split(".")
    .reduce((at, part) => heldBy((at as { shape: Record<string, unknown> }).shape[part]), schema);
  return member as z.ZodType;
}

function numberPaths(schema: unknown, prefix = ""): string[] {
  return Object.entries((schema as { shape: Record<string, unknown> }).shape).flatMap(([name, member]) => {
    const type = heldBy(member);
    if (type instanceof z.ZodObject) return numberPaths(type, `${prefix}${name}.`);
    return type instanceof z.ZodNumber ? [prefix + name] : [];
  });
}

/** The members of each request that are groups, or lists of them, in the order in which the schema names them. */
const GROUPS: Readonly<Record<Service, readonly string[]>> = {
  logistics: ["temperature", "insurance", "transit"],
  payment: ["payee"],
  customs: ["transit", "exporterOfRecord", "importerOfRecord", "borderResidents"],
  inspection: ["factoryPosition", "products", "aql", "specialTests", "checklist"],
};

describe.each(SERVICES)("the values of %s", (service) => {
  const { specSchema, termsSchema } = kindOf(service);
  const { spec, specTexts, terms, termsTexts } = BOUNDS[service];

  test.each([
    ["request", specSchema, spec],
    ["bid", termsSchema, terms],
  ] as const)("of a %s are whole numbers within their bounds, every one of them", (_which, schema, bounds) => {
    expect(bounds.map(([path]) => path).sort()).toEqual(numberPaths(schema).sort());
    for (const [path, min, max] of bounds) {
      const accepts = [min - 1, min, max, max + 1, min + 0.5].map(
        (value) => memberOf(schema, path).safeParse(value).success,
      );
      expect(accepts, path).toEqual([false, true, true, false, false]);
    }
  });

  test.each([
    ["request", specSchema, specTexts],
    ["bid", termsSchema, termsTexts],
  ] as const)("of a %s are texts of bounded length", (_which, schema, texts) => {
    for (const [path, max] of Object.entries(texts)) {
      const accepts = [0, 1, max, max + 1].map(
        (length) => memberOf(schema, path).safeParse("x".repeat(length)).success,
      );
      expect(accepts, path).toEqual([false, true, true, false]);
    }
  });

  test("know no member within a group that is not theirs", () => {
    const groups: string[] = [];
    for (const [name, member] of Object.entries((specSchema as unknown as z.ZodObject).shape)) {
      const type = heldBy(member);
      if (type instanceof z.ZodObject) {
        groups.push(name);
        const issues = type.safeParse({ surprise: 1 }).error?.issues ?? [];
        expect(
          issues.map((issue) => issue.code),
          name,
        ).toContain("unrecognized_keys");
      }
    }
    expect(groups).toEqual(GROUPS[service]);
  });
});
