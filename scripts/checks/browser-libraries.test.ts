import { expect, test } from "vitest";
import { librariesInBrowser } from "./browser-libraries";

const form = (imports: string) => ({ path: "components/bidding/form.tsx", text: `"use client";\n${imports}` });
const schema = { path: "domain/bidding/offer.ts", text: 'import { z } from "zod";\nexport const MAX = 4;' };
const limits = { path: "domain/bidding/limits.ts", text: 'import type { z } from "zod";\nexport const MAX = 4;' };

test.each([
  ["itself", form('import { z } from "zod";'), "components/bidding/form.tsx brings zod by components/bidding/form.tsx"],
  [
    "by a rule that it takes a limit from",
    form('import { MAX } from "@/domain/bidding/offer";'),
    "components/bidding/form.tsx brings zod by domain/bidding/offer.ts",
  ],
  [
    "by a file that hands the rule on",
    form('export { MAX } from "../../domain/bidding/offer";'),
    "components/bidding/form.tsx brings zod by domain/bidding/offer.ts",
  ],
])("a component of the browser cannot bring a library of the server %s", (_, file, breach) => {
  expect(librariesInBrowser([file, schema])).toEqual([breach]);
});

test.each([
  [
    "a type",
    'import type { Offer } from "@/domain/bidding/offer";\nimport { type Bid } from "@/domain/bidding/offer";',
  ],
  ["a limit that stands apart from the schema", 'import { MAX } from "@/domain/bidding/limits";'],
  ["what is fetched once it is asked for", 'const later = () => import("@/domain/bidding/offer");'],
])("a component of the browser may take %s", (_, imports) => {
  expect(librariesInBrowser([form(imports), schema, limits])).toEqual([]);
});

test("what stands on the server alone brings what it likes", () => {
  expect(librariesInBrowser([schema])).toEqual([]);
});
