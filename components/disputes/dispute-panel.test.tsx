import { expect, test } from "vitest";
import type { Dispute } from "@/views/disputes";
import { HOUR_MS, instant, later } from "@/domain/shared/time";
import { money } from "@/domain/shared/money";
import { drawn, wordsIn } from "@/test/drawn";
import { DisputePanel, DisputeTable } from "./dispute-panel";
import { PLAYED_LOCALES } from "@/test/played-locales";

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

test.each([
  ["en", null, "a charge of CNY 65.00 on top of the contract price"],
  ["en", "d0", "CNY 65.00: what an earlier dispute has left to the provider of a charge"],
  ["zh-CN", "d0", "争议金额为 CNY 65.00：先前争议处理后"],
] as const)(
  "in %s a dispute says what of a charge is in dispute, after an earlier one (%s)",
  (locale, earlier, words) => {
    const order = { reference: "KO-1", title: "Lamps", service: "logistics", buyer: PARTY, provider: PARTY };
    const said = { about: "charge", inDispute: money(6_500n, "CNY"), openedAt: NOW, openedBy: "buyer", entries: [] };
    const dispute = { id: "d1", code: "charge_not_agreed", state: "opened", words: "x", order, ending: null, earlier };
    const html = drawn(<DisputePanel dispute={{ ...dispute, ...said } as unknown as Dispute} files={[]} zone="UTC" />, {
      ...{ locale, rooms: ["ui", "disputes"] },
    });
    expect(html.replaceAll(/<[^>]*>/g, "").replaceAll("\u00a0", " ")).toContain(words);
    expect(html).toContain('id="dispute-d1"');
  },
);

test.each(PLAYED_LOCALES)("in %s the list shows a charge in dispute beside the contract price", (locale) => {
  const shown = list(later(NOW, HOUR_MS), { locale });
  expect(shown).toMatch(/1\.00.*65\.00/s);
});

test.each(PLAYED_LOCALES)(
  "in %s the list marks a time for deciding that has passed, and none of a dispute that has ended",
  (locale) => {
    const { passed } = wordsIn("ui", locale).time;
    expect(list(later(NOW, -HOUR_MS), { locale })).toContain(passed);
    expect(list(later(NOW, HOUR_MS), { locale })).not.toContain(passed);
    expect(list(later(NOW, -HOUR_MS), { locale, ending: { isAgreed: false } })).not.toContain(passed);
  },
);
