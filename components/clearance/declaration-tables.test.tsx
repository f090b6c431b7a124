import { expect, test } from "vitest";
import { LOCALES } from "@/domain/shared/locale";
import { money } from "@/domain/shared/money";
import { drawn, wordsIn } from "@/test/drawn";
import { LineTable } from "./declaration-tables";

const line = { line: 1, description: "Lamps", name: "LED luminaires", hsCode: "940542", value: money(500n, "CNY") };

test.each(LOCALES)(
  "in %s what was changed stands beside what it was, and the deal's name beside the declared one",
  (locale) => {
    const words = wordsIn("clearance", locale).lines;
    const draw = (shown: typeof line & { readonly before: null | Pick<typeof line, "name" | "hsCode" | "value"> }) =>
      drawn(<LineTable lines={[shown]} caption="Lines" currency="CNY" />, { locale, rooms: ["clearance", "ui"] });
    const changed = draw({ ...line, before: { ...line, name: "Lamps of glass", hsCode: "940541" } });
    for (const said of ["LED luminaires", words.inDeal.replace("{description}", "Lamps")])
      expect(changed).toContain(said);
    expect([...changed.matchAll(/<del>([^<]*)<\/del>/g)].map(([, was]) => was)).toEqual(["Lamps of glass", "940541"]);
    const same = draw({ ...line, name: "Lamps", before: null });
    expect(same).not.toContain("<del>");
    expect(same).not.toContain(words.inDeal.replace("{description}", "Lamps"));
  },
);
