import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import en from "../../messages/en/remittance.json";
import zh from "../../messages/zh-CN/remittance.json";
import type { CorridorHealth } from "@/domain/remittance/corridor-health";
import { CorridorDrawing } from "./corridor-drawing";

const VIETNAM: CorridorHealth = {
  ...{ payerCountry: "CN", payeeCountry: "VN", currency: "CNY", channel: "cips" },
  ...{ orders: 28, sendings: 30, returned: 2, returnRateBps: 667, received: 28, frozen: 0 },
  ...{ medianSettleMs: 1, p90SettleMs: 2 },
};

const drawn = (locale: "en" | "zh-CN", suppressedSendings: number) =>
  renderToStaticMarkup(
    <NextIntlClientProvider
      locale={locale}
      timeZone="Asia/Shanghai"
      messages={{ remittance: locale === "en" ? en : zh } as never}
    >
      <CorridorDrawing corridors={[VIETNAM]} suppressedSendings={suppressedSendings} />
    </NextIntlClientProvider>,
  );

test("the drawing of corridors speaks of the directions shown, and says how many payments are not drawn", () => {
  expect(drawn("en", 14)).toContain(
    "Of the directions shown, the most used leads from China to Vietnam with 30 payments",
  );
  expect(drawn("en", 14)).toContain("Not drawn: 14 payments of combinations");
  expect(drawn("en", 0)).not.toContain("Not drawn");
  expect(drawn("zh-CN", 14)).toContain("另有 14 笔未绘出");
});
