import { expect, test } from "vitest";
import type { CompareCell, ComparePage } from "@/views/comparison";
import { SERVICES } from "@/domain/shared/vocabulary";
import { money } from "@/domain/shared/money";
import { drawn, wordsIn } from "@/test/drawn";
import { PackageNotes } from "./compare-head";
import { PLAYED_LOCALES } from "@/test/played-locales";

const cell = (alternative: number, packages: CompareCell["packages"]) =>
  ({ bidId: "b", choiceId: `b.${alternative}`, alternative, providerId: "p", packages }) as unknown as CompareCell;

const page = (...cells: CompareCell[]): Pick<ComparePage, "services" | "providers"> => ({
  providers: [{ id: "p", letter: "B", nameOwn: "东方货运", nameLatin: "Dongfang Freight" }],
  services: [{ service: "logistics", cells }] as unknown as ComparePage["services"],
});

const ROOMS = ["ui", "award", "bidding", ...SERVICES.map((service) => `service-${service}`)];

const OFFERED = {
  services: ["customs", "inspection"] as const,
  discountBps: 450,
  discount: money(5_402n, "USD"),
  amount: money(100_000n, "USD"),
  contract: money(114_648n, "USD"),
};

test.each(PLAYED_LOCALES)(
  "in %s the comparison says which packages are offered, and that awarded one by one none is reached",
  (locale) => {
    const draw = (of: ReturnType<typeof page>) => drawn(<PackageNotes page={of} />, { locale, rooms: ROOMS });
    const text = draw(page(cell(0, []), cell(1, [OFFERED])));
    for (const said of ["B·1", "54.02", "4.5%", "1,146.48", wordsIn("award", locale).packages.rule])
      expect(text).toContain(said);
    for (const service of OFFERED.services) expect(text).toContain(wordsIn(`service-${service}`, locale).name);
    expect(draw(page(cell(0, [])))).toBe("");
  },
);
