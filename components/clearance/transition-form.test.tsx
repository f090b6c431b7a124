import { expect, test } from "vitest";
import { LOCALES } from "@/domain/shared/locale";
import type { DeclarationSide } from "@/domain/clearance/declaration";
import { declarationFormat } from "@/domain/clearance/declaration-number";
import { drawn } from "@/test/drawn";
import { TransitionForm } from "./transition-form";

const form = (
  { country, side }: { readonly country: string; readonly side: DeclarationSide },
  locale: (typeof LOCALES)[number],
) =>
  drawn(
    <TransitionForm
      kind="file"
      action={async () => null as never}
      hidden={{ declarationId: "d" }}
      values={{ number: 1, side, country: `<${country}>`, format: declarationFormat({ country, side }) }}
      nowLocal="2026-11-29T10:00"
      zoneName="GMT+8"
      files={[]}
      backHref="/orders/o"
    />,
    { locale, rooms: ["clearance", "ui", "files", "services"] },
  );

test.each(LOCALES)("in %s the filing form names the country and the form of its customs' numbers", (locale) => {
  for (const [country, side, said] of [
    ["CN", "export", /&lt;CN&gt;.*18/],
    ["CN", "transit", /&lt;CN&gt;.*16.*18.*(?:TIR|МДП).*XQ81234567/],
    ["VN", "export", /&lt;VN&gt;.*12/],
    ["KZ", "export", /&lt;KZ&gt;.*55302\/241126\/0012345/],
    ["KZ", "transit", /&lt;KZ&gt;.*55302\/241126\/0012345.*(?:TIR|МДП).*XQ81234567/],
    ["MN", "transit", /&lt;MN&gt;/],
  ] as const) {
    const html = form({ country, side }, locale);
    expect(html).toMatch(said);
    expect(html).not.toContain("undefined");
  }
});
