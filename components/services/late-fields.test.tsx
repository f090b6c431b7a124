import { describe, expect, test } from "vitest";
import { LOCALES } from "@/domain/shared/locale";
import { lateReasonsOf } from "@/domain/orders/late-reasons";
import { FieldGrid } from "@/components/ui/form/action-form";
import { drawn } from "@/test/drawn";
import { useLateFields } from "./late-fields";

function Late({ errors }: { readonly errors: Record<string, string> }) {
  const fields = useLateFields(lateReasonsOf("logistics", "sea"));
  const values = { lateReason: errors.lateWords ? "other" : "" };
  return <FieldGrid formId="report" fields={fields} state={{ values, fieldErrors: errors }} />;
}

const fields = (locale: (typeof LOCALES)[number], errors: Record<string, string>) =>
  drawn(<Late errors={errors} />, { locale, rooms: ["services", "ui"] });

describe.each(LOCALES)("in %s", (locale) => {
  test("nobody is asked why a step was late before it is refused for that", () => {
    expect(fields(locale, {})).not.toContain("lateReason");
  });

  test("who is asked may choose among the reasons of the order alone, each in words", () => {
    const html = fields(locale, { lateReason: "Choose" });
    for (const reason of lateReasonsOf("logistics", "sea")) expect(html).toContain(`value="${reason}"`);
    expect(html).not.toContain("border_queue");
    expect(html).not.toContain("services.late");
  });

  test("who is asked for words keeps the reason that was chosen", () => {
    expect(fields(locale, { lateWords: "Say which" })).toMatch(/value="other" selected/);
  });
});
