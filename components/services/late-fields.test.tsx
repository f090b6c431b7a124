import { describe, expect, test } from "vitest";
import { LOCALES } from "@/domain/shared/locale";
import { lateReasonsOf } from "@/domain/orders/late-reasons";
import { drawn } from "@/test/drawn";
import { LateFields } from "./late-fields";

const fields = (locale: (typeof LOCALES)[number], errors: Record<string, string>) =>
  drawn(
    <LateFields
      reasons={lateReasonsOf("logistics", "sea")}
      idOf={(name) => `report-${name}`}
      kept={(name) => (name === "lateReason" && errors.lateWords ? "other" : "")}
      errors={errors}
    />,
    { locale, rooms: ["services", "ui"] },
  );

describe.each(LOCALES)("in %s", (locale) => {
  test("nobody is asked why a step was late before it is refused for that", () => {
    expect(fields(locale, {})).toBe("");
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
