import { expect, test } from "vitest";
import { LOCALES } from "@/domain/shared/locale";
import { declarationFormat } from "@/domain/clearance/declaration-number";
import { drawn } from "@/test/drawn";
import { TransitionForm } from "./transition-form";

const form = (country: string, locale: (typeof LOCALES)[number]) =>
  drawn(
    <TransitionForm
      kind="file"
      action={async () => null as never}
      hidden={{ declarationId: "d" }}
      values={{ number: 1, side: "export", country: `<${country}>`, format: declarationFormat(country) }}
      nowLocal="2026-11-29T10:00"
      zoneName="GMT+8"
      files={[]}
      backHref="/orders/o"
    />,
    { locale, rooms: ["clearance", "ui", "files", "services"] },
  );

test.each(LOCALES)("in %s the filing form names the country and the form of its customs' numbers", (locale) => {
  for (const [country, said] of [
    ["CN", /&lt;CN&gt;.*18/],
    ["VN", /&lt;VN&gt;.*12/],
    ["KZ", /&lt;KZ&gt;.*55302\/241126\/0012345/],
    ["MN", /&lt;MN&gt;/],
  ] as const) {
    const html = form(country, locale);
    expect(html).toMatch(said);
    expect(html).not.toContain("undefined");
  }
});
