import { expect, test } from "vitest";
import { compareDuties } from "@/domain/clearance/duty-comparison";
import type { DeclarationSide } from "@/domain/clearance/declaration";
import type { Declaration } from "@/views/declarations";
import { LOCALES } from "@/domain/shared/locale";
import { money } from "@/domain/shared/money";
import { drawn, wordsIn } from "@/test/drawn";
import { DeclarationPanel } from "./declaration-panel";

const released = (side: DeclarationSide, isAssessed: boolean): Declaration => ({
  ...{ id: "d", number: 1, side, country: "CN", currency: "CNY", state: "released", version: 1, revision: 1 },
  ...{
    remarks: "",
    lines: [],
    declarant: null,
    registeredNumber: null,
    approvedAt: null,
    filedAt: null,
    estimateDay: null,
    hasFormE: false,
    withFormE: null,
    incoterm: { rule: "DAP", place: "Almaty" },
  },
  duties: compareDuties({ lines: [], currency: "CNY" }, { estimate: null, assessment: null }),
  ...{ isAssessed, due: money(0n, "CNY"), questions: [], entries: [], transitions: [] },
});

const panel = (declaration: Declaration, locale: (typeof LOCALES)[number]) =>
  drawn(
    <DeclarationPanel
      declaration={declaration}
      zone="Asia/Shanghai"
      hub={{ id: "pingxiang", zone: "Asia/Shanghai" } as never}
      fold="closed"
      transitionHref={() => "/"}
      fileName={() => null}
    />,
    { locale, rooms: ["clearance", "services", "ui"] },
  );

test.each(LOCALES)("in %s nothing is to be paid on an export that nothing was assessed on", (locale) => {
  const { nothingToPay, notAssessed } = wordsIn("clearance", locale).box;
  expect(panel(released("export", false), locale)).toContain(nothingToPay);
  expect(panel(released("import", false), locale)).toContain(notAssessed);
  const assessed = panel(released("export", true), locale);
  for (const said of [nothingToPay, notAssessed]) expect(assessed).not.toContain(said);
});

test("a draft that was sent back says why, by the last words of its buyer, until it is changed", () => {
  const sentBack = (seq: number, words: string) => ({ seq, event: "send_back", words, occurredAt: 0, fileIds: [] });
  const entries = [
    sentBack(1, "The weight is wrong."),
    sentBack(2, "Line 2 is a fan."),
  ] as unknown as Declaration["entries"];
  const drawnIn = (state: Declaration["state"]) => panel({ ...released("import", false), state, entries }, "en");
  expect(drawnIn("returned")).toContain("The buyer has sent the draft back: Line 2 is a fan.");
  expect(drawnIn("returned")).not.toContain("sent the draft back: The weight");
  expect(drawnIn("drafted")).not.toContain("sent the draft back:");
});

test.each([
  ["en", "filed and signed by Hai Van Customs (registration no. 0301234567)"],
  ["zh-CN", "Hai Van Customs（登记号 0301234567）申报并签字"],
] as const)(
  "in %s a declaration says who signs it where the provider has named a company of the country",
  (locale, said) => {
    const declarant = { name: "Hai Van Customs", registrationNumber: "0301234567" };
    expect(panel({ ...released("import", false), declarant }, locale)).toContain(said);
    expect(panel(released("import", false), locale)).not.toContain("Hai Van");
  },
);
