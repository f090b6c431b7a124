import { describe, expect, test } from "vitest";
import { START } from "@/test/order-market";
import { slotMarket } from "@/test/slot-market";
import { insertRule } from "@/db/repositories/market-rules";
import { HOUR_MS, instant, later, toIso } from "@/domain/shared/time";
import { feeIndexAt, slotGuide } from "./slot-reference";
import { SLOT_SYSTEMS } from "@/domain/services/logistics/choices";
import { LOCALES } from "@/domain/shared/locale";

test("a slot costs the index that administrators have entered, from its hour on, and its day is that of the country", async () => {
  const market = await slotMarket({ trucks: 2 });
  // 19:30 in London is half past midnight in Almaty.
  const effectiveFrom = instant(Date.parse("2026-12-31T19:30:00Z"));
  await market.database.write((tx) =>
    insertRule(tx, {
      ...{ id: "index", name: "calculation_index_kzt", value: 4_700, reason: "Budget law", enteredAt: START },
      effectiveFrom,
    }),
  );
  const fee = async () => {
    const { id } = await market.request({
      windowFrom: toIso(later(market.now(), 24 * HOUR_MS)),
      windowTo: toIso(later(market.now(), 25 * HOUR_MS)),
      tractorPlate: `${(await market.slots()).length + 1} AA 05`,
    });
    return (await market.slots()).find((slot) => slot.id === id)?.fee;
  };
  market.wait(effectiveFrom - 1 - market.now());
  expect(await feeIndexAt(market.database.read, market.now())).toMatchObject({ value: 4_325, since: "2026-01-01" });
  expect(await fee()).toEqual({ minor: 432_500n, currency: "KZT" });
  market.wait(1);
  expect(await feeIndexAt(market.database.read, market.now())).toEqual({
    value: 4_700,
    since: "2027-01-01",
    day: "2027-01-01",
  });
  expect(await fee()).toEqual({ minor: 470_000n, currency: "KZT" });
});

/** Systems whose steps name an address on the net. */
const WITH_ADDRESS: ReadonlySet<string> = new Set(["cargoruqsat", "cuakhauso"]);

const figures = (text: string): string[] =>
  text.match(/\d[\d.,\u00a0]*\d|\d/g)?.map((one) => one.replace(/[.,\u00a0]/g, "")) ?? [];

describe("lesson 33: a driver reads how the queue goes in the driver's own language", () => {
  test.each(SLOT_SYSTEMS)("%s: every language has every step, with the same figures and addresses", (system) => {
    const first = slotGuide(system, "en");
    const addresses = (step = "") => step.match(/\S+\.(?:kz|vn)/g) ?? [];
    expect(first.steps.length).toBeGreaterThan(3);
    for (const language of LOCALES) {
      const guide = slotGuide(system, language);
      expect(guide).toMatchObject({ language });
      expect(guide.steps).toHaveLength(first.steps.length);
      for (const [place, step] of guide.steps.entries()) {
        expect(step.trim().length, `${language} ${system} ${place}`).toBeGreaterThan(10);
        expect(figures(step).sort(), `${language} ${system} ${place}`).toEqual(
          figures(first.steps[place] as string).sort(),
        );
        for (const address of addresses(first.steps[place])) expect(step).toContain(address);
      }
    }
    expect(first.steps.flatMap(addresses).length > 0, system).toBe(WITH_ADDRESS.has(system));
  });

  test("no language is left in another's letters", () => {
    const letters = {
      "zh-CN": /\p{Script=Han}/u,
      ru: /[а-яё]/,
      vi: /[ạảấầẩậắằặẹẻếềểệỉịọỏốồổộớờởợụủứừửựỳỵ]/,
      kk: /[әғқңөұүһі]/,
    } as const;
    for (const [language, script] of Object.entries(letters))
      for (const system of SLOT_SYSTEMS)
        for (const step of slotGuide(system, language).steps) expect(step, language).toMatch(script);
    for (const step of slotGuide("cargoruqsat", "zh-CN").steps) expect(step).not.toMatch(/[!！]|\p{Script=Han},/u);
  });

  test.each([
    ["ru-RU", "ru"],
    ["KK", "kk"],
    ["zh-TW", "zh-CN"],
    ["uz", "en"],
    ["", "en"],
  ])("a reader of %s reads %s", (locale, language) => {
    expect(slotGuide("none", locale).language).toBe(language);
  });
});
