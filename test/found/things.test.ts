import { expect, test } from "vitest";
import { faultsOfThings, thingsIn } from "./schema-org";
import { asScript, breadcrumbs, marketThings, providerThings, type Thing } from "@/app/found/things";

const BASE = "https://kouan.example";
const EVIL = '</script><script>alert("1")</script><!--';

const provider = (description = "Bonded yards at Horgos") => ({
  ...{ id: "p1", nameOwn: "霍尔果斯报关", nameLatin: "Horgos Customs", country: "CN", city: "Horgos" },
  ...{ description, texts: {}, foundedYear: "2011" },
  listings: [
    {
      ...{ service: "customs" as const, summary: description, hubIds: ["horgos"], corridors: ["CN-KZ"] },
      ...{ languages: ["ru"], licences: [], equipment: [], updatedAt: 0 as never },
    },
  ],
});
const words = {
  locale: "en" as const,
  name: "Horgos Customs",
  address: `${BASE}/en/providers/p1`,
  serviceName: () => "Customs",
  hubName: () => "Horgos",
};
const crumb = [{ label: "Providers", href: "/en/providers" }, { label: "Horgos Customs" }];

const textOf = (things: readonly Thing[]): string => thingsIn(asScript(things, "n0nce"))[0] ?? "";

test("the things of the front page, of a provider and of a way to a page are as schema.org defines them", () => {
  const market = marketThings(BASE, { name: "Kouan", locale: "kk" });
  const all = [...market, ...providerThings(provider(), words), breadcrumbs(BASE, crumb)];
  expect(faultsOfThings(textOf(all))).toEqual([]);
  expect(all.map((thing) => thing["@type"])).toEqual([
    ...["Organization", "WebSite", "Organization", "Service", "BreadcrumbList"],
  ]);
});

test("a provider is described in its reader's language where it wrote a text in it", () => {
  const [organisation] = providerThings({ ...provider(), texts: { en: "We clear goods at night." } }, words);
  expect(organisation?.description).toBe("We clear goods at night.");
});

test("a provider without a city, a founding year or a text of its own says nothing in their place", () => {
  const bare = { ...provider(), city: "", foundedYear: null, description: "" };
  const [organisation] = providerThings(bare, words);
  expect(organisation).not.toHaveProperty("description");
  expect(organisation).not.toHaveProperty("foundingDate");
  expect(faultsOfThings(textOf(providerThings(bare, words)))).toEqual([]);
});

test.each([
  ["a property that schema.org does not have there", { "@type": "Service", name: "a", serviceType: "b", price: 1 }],
  ["a kind that is not known", { "@type": "LocalBusiness", name: "a" }],
  ["a way of one step", { "@type": "BreadcrumbList", itemListElement: [] }],
])("the schema refuses %s", (_, thing) => {
  expect(faultsOfThings(textOf([thing as Thing]))).not.toEqual([]);
});

test("no text of a provider ends the script that it stands in", () => {
  const script = asScript(providerThings(provider(EVIL), words), "n0nce");
  expect(script.match(/<\/?script/g)).toHaveLength(2);
  expect(script).not.toContain("<!--");
  expect(script).toContain('nonce="n0nce"');
  const [organisation] = (JSON.parse(thingsIn(script)[0] ?? "") as { "@graph": Thing[] })["@graph"];
  expect(organisation?.description).toBe(EVIL);
});
