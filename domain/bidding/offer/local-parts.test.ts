import { expect, test } from "vitest";
import { customs } from "../../services/customs/kind";
import { customsSpecSchema } from "../../services/customs/schema";
import { checkLocalParts, partsToName } from "./local-parts";

const ENDS = { originCountry: "CN", destinationCountry: "VN" };

const partsOf = (side: string, ends = ENDS) => customs.localParts?.(customsSpecSchema.parse({ side }), ends) ?? [];

const named = (country: string, ...parts: ("EXD" | "IMD" | "HSC")[]) => ({ country, parts });

test.each([
  ["export", [{ code: "EXD", country: "CN" }]],
  ["import", [{ code: "IMD", country: "VN" }]],
  [
    "both",
    [
      { code: "EXD", country: "CN" },
      { code: "IMD", country: "VN" },
    ],
  ],
  ["transit", []],
])("the declarations of side %s are bound to the countries of their customs", (side, parts) => {
  expect(partsOf(side)).toEqual(parts);
});

test.each([
  ["a Chinese broker declares in China", "export", "CN", [], null],
  ["a Chinese broker cannot declare in Viet Nam alone", "both", "CN", [], "IMD VN"],
  ["nor where the one side is in Viet Nam", "import", "CN", [], "IMD VN"],
  ["a Vietnamese broker needs somebody in China", "both", "VN", [], "EXD CN"],
  ["a partner there may declare", "both", "CN", [named("VN", "HSC", "IMD")], null],
  ["a partner there who does another part does not declare", "both", "CN", [named("VN", "HSC")], "IMD VN"],
  ["a partner of a third country cannot either", "both", "CN", [named("TH", "IMD")], "IMD VN"],
  ["nor one of the bidder's own", "both", "CN", [named("CN", "IMD")], "IMD VN"],
  ["nor beside one who may", "both", "CN", [named("VN", "IMD"), named("CN", "IMD")], "IMD VN"],
  ["a bidder of neither country names somebody in both", "both", "TH", [named("VN", "IMD")], "EXD CN"],
  ["and may bid with both", "both", "TH", [named("VN", "IMD"), named("CN", "EXD")], null],
  [
    "who may declare itself does not give the part to somebody who may not",
    "export",
    "CN",
    [named("VN", "EXD")],
    "EXD CN",
  ],
  ["a transit is bound to no country", "transit", "TH", [], null],
] as const)("%s", (_, side, bidderCountry, subcontractors, refused) => {
  const outcome = checkLocalParts(subcontractors, { parts: partsOf(side), bidderCountry });
  const said = outcome.ok ? null : `${outcome.refusal.details?.code} ${outcome.refusal.details?.country}`;
  expect(said).toBe(refused);
  if (!outcome.ok) expect(outcome.refusal.code).toBe("declarant_not_named");
});

test("the customs union of Europe is one territory", () => {
  const parts = partsOf("import", { originCountry: "CN", destinationCountry: "DE" });
  expect(checkLocalParts([], { parts, bidderCountry: "PL" }).ok).toBe(true);
  expect(partsToName(parts, "PL")).toEqual([]);
  expect(partsToName(parts, "BY")).toEqual(parts);
});
