import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";
import { SERVICES } from "@/domain/shared/vocabulary";

const IMPORT = /^(?:import|export) (?!type )([^;]*?) ?from "([^"]+)";/gm;

const isOfTypesAlone = (names: string): boolean => names.startsWith("{") && !/[{,]\s*(?!type )\w/.test(names);

const pathOf = (file: string, from: string): string => {
  const path = from.startsWith("@/") ? from.slice(2) : normalize(join(dirname(file), from));
  return [`${path}.ts`, `${path}.tsx`, `${path}/index.ts`].find((one) => existsSync(one)) ?? path;
};

/** All that a file brings with it when it runs: files of the house by their path, packages by their name. */
function broughtBy(file: string, found = new Set<string>()): ReadonlySet<string> {
  for (const [, names = "", from = ""] of readFileSync(file, "utf8").matchAll(IMPORT)) {
    const isOwn = from.startsWith("@/") || from.startsWith(".");
    const target = isOwn ? pathOf(file, from) : from;
    if (isOfTypesAlone(names) || found.has(target)) continue;
    found.add(target);
    if (isOwn) broughtBy(target, found);
  }
  return found;
}

const brought = {
  spec: broughtBy("components/services/spec-fields.tsx"),
  terms: broughtBy("components/services/terms-fields.tsx"),
};

test("the fields bring their lists into the browser, and no schema", () => {
  expect(brought.spec).toContain("domain/services/inspection/spec.ts");
  expect(brought.terms).toContain("domain/services/inspection/terms.ts");
  for (const group of ["spec", "terms"] as const) expect(brought[group]).not.toContain("zod");
  expect(broughtBy("domain/services/inspection/schema.ts")).toContain("zod");
});

test.each(SERVICES)(
  "whoever asks for %s is brought nothing of a bid, and whoever bids nothing of the request's fields",
  (service) => {
    for (const [group, other] of [
      ["spec", "terms"],
      ["terms", "spec"],
    ] as const) {
      expect(brought[group]).toContain(`components/services/${service}/${group}-fields.tsx`);
      expect(brought[group]).not.toContain(`components/services/${service}/${other}-fields.tsx`);
      expect(brought[group]).not.toContain(`domain/services/${service}/${other}.ts`);
    }
  },
);
