import { expect, test } from "vitest";
import { type Service, SERVICES } from "@/domain/shared/vocabulary";
import type { FormValues } from "@/domain/shared/form-state";
import { drawn, drawnWhole } from "@/test/drawn";
import { BiddingSection } from "./bidding-section";
import { ServicesSection } from "./services-section";

const rooms = ["ui", "deals", "services", ...SERVICES.map((service) => `service-${service}`)];
const typed = (values: FormValues) => ({ values, errors: {}, suggested: null });

const services = (values: FormValues) =>
  drawnWhole(
    <ServicesSection
      {...typed(values)}
      zone="GMT+8"
      hubs={[]}
      places={[]}
      book={[]}
      WordsOfKind={({ children }) => children}
    />,
    { rooms, inBrowser: true },
  );

const fieldsOf = (html: string, service: Service) =>
  html.match(new RegExp(`name="services\\.${service}\\.`, "g")) ?? [];
const asksFor = (html: string, service: Service) => html.includes(`value="show-service:${service}"`);

test("the fields of a service come with its tick, and without a script by a button", async () => {
  const html = await services({ wanted: ["customs"] });
  for (const service of SERVICES) {
    expect(fieldsOf(html, service).length > 0).toBe(service === "customs");
    expect(asksFor(html, service)).toBe(service !== "customs");
  }
  expect(html).toContain('id="services.customs"');
});

test("what was typed of a service stays in the form without its tick", async () => {
  const html = await services({ "services.logistics.marks": "", "services.payment.amount": "120" });
  expect(html).toContain('value="120"');
  expect(fieldsOf(html, "inspection")).toEqual([]);
});

const provider = { id: "p1", nameOwn: "Trans", nameLatin: "Trans", services: ["logistics" as const] };

const bidding = (values: FormValues, areProvidersShown = false) =>
  drawn(
    <BiddingSection
      {...typed(values)}
      providers={[provider]}
      areProvidersShown={areProvidersShown}
      zone="GMT+8"
      minOpen=""
      alsoAt={{ closesAt: null, decideBy: null }}
    />,
    { rooms, inBrowser: true },
  );

test("providers are drawn where one is invited, or they were asked for", () => {
  const closed = bidding({});
  expect(closed).not.toContain('value="p1"');
  expect(closed).toContain('value="show-providers"');
  for (const html of [bidding({ invited: ["p1"] }), bidding({}, true)]) {
    expect(html).toContain('value="p1"');
    expect(html).not.toContain('value="show-providers"');
  }
  expect(bidding({ invited: ["p1"] })).toMatch(/value="p1"[^>]*checked|checked[^>]*value="p1"/);
});
