import { expect, test } from "vitest";
import { drawn } from "@/test/drawn";
import { TrafficFilters } from "./traffic-filters";

const ROOMS = ["admin", "hubs", "ui", "service-logistics", "service-payment", "service-customs", "service-inspection"];
const DAYS = { from: "2026-08-27", to: "2026-11-24", isChosen: false, isRefused: false };
const COMPARED = { ...DAYS, from: "2026-05-29", to: "2026-08-26" };

const draw = (change: Partial<Parameters<typeof TrafficFilters>[0]> = {}) =>
  drawn(
    <TrafficFilters
      action="/en/admin/traffic"
      measure="orders"
      days={DAYS}
      compared={COMPARED}
      corridor=""
      service=""
      hasPayment
      corridors={["CN-KZ"]}
      kept={{}}
      q={undefined}
      without={{ q: "/q", period: "/p", comparison: "/c", corridor: "/k", service: "/s", payment: "/m" }}
      {...change}
    />,
    { rooms: ROOMS },
  );
const fieldsIn = (html: string) =>
  [...html.matchAll(/<input type="date"([^>]*)>/g)].map(([, attributes = ""]) => ({
    name: /name="(\w+)"/.exec(attributes)?.[1],
    value: /value="([^"]*)"/.exec(attributes)?.[1],
    refusal: /aria-invalid="true" aria-describedby="([\w-]+)"/.exec(attributes)?.[1],
  }));

test("The day fields hold the days that are shown, though nobody chose them.", () => {
  const html = draw();
  expect(fieldsIn(html)).toMatchObject([
    { name: "from", value: "2026-08-27" },
    { name: "to", value: "2026-11-24" },
    { name: "compareFrom", value: "2026-05-29" },
    { name: "compareTo", value: "2026-08-26" },
  ]);
  expect(html).not.toContain("filter-chip ");
  expect(fieldsIn(draw({ compared: null }))).toHaveLength(2);
});

test("Refused days point to what is wrong with them, and count as no filter.", () => {
  const html = draw({ compared: { ...COMPARED, from: "2026-09-01", isChosen: true, isRefused: true } });
  expect(fieldsIn(html).map(({ refusal }) => refusal)).toEqual([
    undefined,
    undefined,
    "comparison-refused",
    "comparison-refused",
  ]);
  expect(html).not.toContain('href="/c"');
  expect(draw({ compared: { ...COMPARED, isChosen: true } })).toContain('href="/c"');
});
