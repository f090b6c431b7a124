import { readFileSync } from "node:fs";
import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { DutyRate } from "@/domain/duties/duty-rate";
import { useRateWords } from "./rate-words";

const duties = JSON.parse(readFileSync("messages/en/duties.json", "utf8"));

const Words = ({ rate }: { readonly rate: DutyRate }) => useRateWords()(rate);

const said = (rateBps: number): string => {
  const rate = { method: "ad_valorem", rateBps, unitPrice: null, unit: null } as unknown as DutyRate;
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={{ duties }} timeZone="UTC">
      <Words rate={rate} />
    </NextIntlClientProvider>,
  );
};

test.each([
  [0, "0%"],
  [50, "0.5%"],
  [1_000, "10%"],
  [1_250, "12.5%"],
  [10_000, "100%"],
])("a rate of %d basis points is said as %s", (rateBps, words) => {
  expect(said(rateBps)).toBe(words);
});
