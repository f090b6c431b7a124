import type { AuditEntry } from "@/views/accounts";
import { expect, test } from "vitest";
import { LOCALES } from "@/domain/shared/locale";
import { REFUSAL_CODES } from "@/domain/shared/refusal-codes";
import { ROOMS, drawn, wordsIn } from "@/test/drawn";
import { AuditFilters, type AuditFilterValues, AuditTable } from "./audit-log";

const ROW: AuditEntry = {
  ...{ id: "1", at: 0, command: "hubs.enter-rate", outcome: "done", subjectId: null, ip: null, apiKeyId: null },
  ...{
    userName: "Wei",
    organisationId: "mujian",
    organisationName: "Mujian Inspection",
    organisationNameOwn: "目鉴检验",
    isWithheld: false,
  },
};
const draw = (command: string, locale: string) =>
  drawn(<AuditTable rows={[{ ...ROW, command }]} zone="Asia/Shanghai" />, { locale, rooms: ["accounts", "ui"] });

test("what was done stands in words beside its command, in both languages; a command of another version without words by itself", () => {
  expect(draw("hubs.enter-rate", "en")).toMatch(/Entered an exchange rate.*hubs\.enter-rate/s);
  expect(draw("hubs.enter-rate", "zh-CN")).toMatch(/录入汇率.*hubs\.enter-rate/s);
  expect(draw("bidding.former-verb", "en").match(/bidding\.former-verb/g)).toHaveLength(
    draw("hubs.enter-rate", "en").match(/Entered an exchange rate/g)?.length ?? 0,
  );
});

const refused = (outcome: string, locale: string, command = ROW.command) =>
  drawn(<AuditTable rows={[{ ...ROW, command, outcome }]} zone="Asia/Shanghai" />, { locale, rooms: ROOMS });

test("a refusal stands in the words of its screen with its code, and in words without blanks where these have some", () => {
  expect(refused("rate_same_currency", "en")).toMatch(/Choose two different currencies\..*rate_same_currency/s);
  expect(refused("rate_same_currency", "zh-CN")).toMatch(/请选择两种不同的货币.*rate_same_currency/s);
  expect(refused("rate_exists", "en")).toMatch(/had a rate of that day already\..*rate_exists/s);
  expect(refused("of_another_version", "en")).toMatch(/Refused.*of_another_version/s);
});

test.each(LOCALES)(
  "every code that anything is refused with has a sentence in %s, whatever command it stopped",
  (locale) => {
    const { refused: bare } = wordsIn("accounts", locale).audit;
    const unsaid = Object.values(REFUSAL_CODES)
      .flat()
      .filter((code) => refused(code, locale, "of.no-room").includes(`>${bare}<code`));
    expect(unsaid).toEqual([]);
  },
);

test("an organisation is named in the reader's script", () => {
  expect(draw("hubs.enter-rate", "en")).toContain("Mujian Inspection");
  expect(draw("hubs.enter-rate", "zh-CN")).toContain("目鉴检验");
  expect(draw("hubs.enter-rate", "zh-CN")).not.toContain("Mujian Inspection");
});

const filters = (values: Partial<AuditFilterValues>, { locale = "en", isBackwards = false } = {}) =>
  drawn(
    <AuditFilters
      action="/"
      values={{ organisation: "", command: "", from: "", to: "", ...values }}
      organisationName=""
      isBackwards={isBackwards}
      without={(name) => `?without=${name}`}
    />,
    { locale, rooms: ["accounts", "ui"] },
  );

test("what was done is chosen from a list of words, by room, and stands in words once it is chosen", () => {
  expect(filters({})).toMatch(/<optgroup label="Bids">.*<option value="bidding\.submit-bid">[A-Z]/s);
  expect(filters({}, { locale: "zh-CN" })).toMatch(/<optgroup label="报价">/);
  expect(filters({ command: "hubs.enter-rate" })).toMatch(/<b>Entered an exchange rate<\/b>/);
  expect(filters({ command: "bidding.former-verb" })).toContain("<b>bidding.former-verb</b>");
});

test("days the wrong way round stay in their fields, say so and are no filter that is set", () => {
  const days = { from: "2026-11-20", to: "2026-11-10" };
  expect(filters(days, { isBackwards: true })).toMatch(/aria-invalid="true"[^>]*value="2026-11-20"/);
  expect(filters(days, { isBackwards: true })).not.toContain("?without=from");
  expect(filters(days)).toContain("?without=from");
});
