import { expect, test } from "vitest";
import { SERVICES } from "@/domain/shared/vocabulary";
import { drawn } from "@/test/drawn";
import { FULL } from "@/test/full-terms";
import { kindOf } from "@/domain/services/registry";
import { StoredTerms } from "./stored-terms";

const ROOMS = ["ui", "services", ...SERVICES.map((service) => `service-${service}`)];

const draw = (service: (typeof SERVICES)[number], terms: unknown, locale = "en") =>
  drawn(
    <StoredTerms
      service={service}
      terms={terms}
      spec={kindOf(service).specSchema.parse(FULL[service].spec)}
      zone="Asia/Shanghai"
      places={[]}
    />,
    { locale, rooms: ROOMS, inBrowser: true },
  );

test.each(SERVICES)("Terms of %s that are read today are shown as ever.", (service) => {
  expect(draw(service, FULL[service].terms)).not.toContain("as they were kept");
});

test("A condition that says what a term says too is shown at the term, which holds where both say it.", () => {
  const shown = (terms: object) =>
    drawn(
      <StoredTerms
        service="logistics"
        terms={terms}
        conditions={[{ type: "waiting_excluded_closures", value: true }]}
        spec={kindOf("logistics").specSchema.parse(FULL.logistics.spec)}
        zone="Asia/Shanghai"
        places={[]}
      />,
      { rooms: ROOMS, inBrowser: true },
    );
  const said = /Closed hours left out[^]*?(Yes|No)\b/i;
  expect(said.exec(shown({}))?.[1]).toMatch(/yes/i);
  expect(said.exec(shown({ closuresExcluded: false }))?.[1]).toMatch(/no/i);
});

test.each(SERVICES)("Terms of %s that are read no longer are shown word for word, in each language.", (service) => {
  const old = { ...FULL[service].terms, oldPromise: "door to door", oldHours: { free: 48 } };
  for (const locale of ["en", "zh-CN"]) {
    const html = draw(service, old, locale);
    expect(html).toContain("oldPromise");
    expect(html).toContain("door to door");
    expect(html).toContain("{&quot;free&quot;:48}");
  }
});

test.each(SERVICES)("Terms of %s beside a request that is read no longer are shown word for word.", (service) => {
  const { terms } = FULL[service];
  const html = drawn(<StoredTerms service={service} terms={terms} spec={null} zone="Asia/Shanghai" places={[]} />, {
    rooms: ROOMS,
    inBrowser: true,
  });
  expect(Object.keys(terms).length).toBeGreaterThan(0);
  for (const name of Object.keys(terms)) expect(html).toContain(`<dt>${name}</dt>`);
});

test("Terms that are no object at all are shown as well.", () => {
  expect(draw("logistics", "by truck")).toContain("by truck");
  expect(draw("logistics", null)).toContain("null");
});

test("The legs of a haul end at places by the reader's names of them.", () => {
  const html = drawn(
    <StoredTerms
      service="logistics"
      terms={{
        legs: [
          { place: "Youyiguan", mode: "road" },
          { place: "KZ-YARD", mode: "road" },
        ],
      }}
      spec={kindOf("logistics").specSchema.parse(FULL.logistics.spec)}
      zone="Asia/Shanghai"
      places={[{ id: "CNYYG", nameEn: "Youyiguan (Friendship Pass)", nameZh: "友谊关" }]}
    />,
    { locale: "zh-CN", rooms: ROOMS, inBrowser: true },
  );
  expect(html).toContain("友谊关");
  expect(html).not.toContain("Youyiguan");
  expect(html).toContain("KZ-YARD");
});
