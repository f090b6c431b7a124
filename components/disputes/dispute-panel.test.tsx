import { expect, test } from "vitest";
import type { Dispute } from "@/views/disputes";
import { HOUR_MS, instant, later } from "@/domain/shared/time";
import { LOCALES } from "@/domain/shared/locale";
import { money } from "@/domain/shared/money";
import { drawn, wordsIn } from "@/test/drawn";
import { DisputeTable } from "./dispute-panel";

const NOW = instant(Date.UTC(2026, 10, 25));
const PARTY = { id: "p", nameOwn: "甲", nameLatin: "A" };

function list(decideBy: number, { ending = null, locale = "en" }: { ending?: object | null; locale?: string } = {}) {
  const order = { reference: "KO-1", title: "Lamps", service: "logistics", price: money(100n, "CNY") };
  const row = {
    id: "d",
    code: "late",
    state: "evidence",
    decideBy,
    ending,
    ...{ about: "charge", inDispute: money(6_500n, "CNY") },
    order: { ...order, buyer: PARTY, provider: PARTY },
  };
  return drawn(<DisputeTable rows={[row as unknown as Dispute]} zone="Asia/Shanghai" now={NOW} hrefOf={() => "#"} />, {
    locale,
    rooms: ["ui", "disputes", "services", "service-logistics"],
  });
}

test.each(LOCALES)("in %s the list shows a charge in dispute beside the contract price", (locale) => {
  const shown = list(later(NOW, HOUR_MS), { locale });
  expect(shown).toMatch(/1\.00.*65\.00/s);
});

test.each(LOCALES)(
  "in %s the list marks a time for deciding that has passed, and none of a dispute that has ended",
  (locale) => {
    const { passed } = wordsIn("ui", locale).time;
    expect(list(later(NOW, -HOUR_MS), { locale })).toContain(passed);
    expect(list(later(NOW, HOUR_MS), { locale })).not.toContain(passed);
    expect(list(later(NOW, -HOUR_MS), { locale, ending: { isAgreed: false } })).not.toContain(passed);
  },
);
