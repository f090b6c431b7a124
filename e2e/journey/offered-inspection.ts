import type { Currency } from "@/domain/shared/money";
import { dayIn } from "../support/days-ahead";
import type { Lane } from "./lane";
import { type Offer, linesIn, priceIn } from "./offer";

type Inspecting = Pick<Offer, "currency" | "lines" | "terms">;

const ONE = 10;

/** A senior inspector on either of two days, and what a second visit would cost. */
export function newcomersInspecting({ currency: of, mark, inspected }: Lane): Inspecting {
  const currency = of as Currency;
  const [{ each, onUse }, price] = [linesIn(currency), priceIn(currency, mark)];
  return {
    currency,
    lines: [
      each({ code: "MND", basis: "man_day", minor: price(4_296_318, 16) }, inspected.manDayTenths),
      each({ code: "TRV", basis: "visit", minor: price(1_377_203, 9) }, ONE),
      each({ code: "RPT", basis: "report", minor: price(1_108_467, 21) }, ONE),
      onUse({ code: "MND", basis: "reinspection", minor: price(3_755_919, 5) }),
    ],
    terms: {
      typed: {
        manDaysOffered: "1.5",
        inspectorGrade: "senior",
        inspectorLanguages: ["zh-CN", "en"],
        accreditationType: "A",
        accreditationNumber: `IB 0${mark}77`,
        dateSlots: [dayIn(9), dayIn(10)],
        reportHours: "24",
        reportLanguage: "en",
        cancellationHours: "52",
        isImpartial: true,
      },
    },
  };
}

/** All on the second day, by a lead auditor. */
export function rivalsInspecting({ mark, inspected }: Lane): Inspecting {
  const [{ each }, price] = [linesIn("CNY"), priceIn("CNY", mark)];
  return {
    currency: "CNY",
    lines: [
      each({ code: "MND", basis: "man_day", minor: price(4_871_626, 18) }, inspected.manDayTenths),
      each({ code: "TRV", basis: "visit", minor: price(1_619_337, 24) }, ONE),
      each({ code: "RPT", basis: "report", minor: price(1_290_113, 1) }, ONE),
    ],
    terms: {
      typed: {
        manDaysOffered: "1",
        inspectorGrade: "lead_auditor",
        inspectorLanguages: ["ru"],
        dateSlots: [dayIn(10)],
        reportHours: "30",
        reportLanguage: "zh-CN",
        isImpartial: true,
      },
    },
  };
}
