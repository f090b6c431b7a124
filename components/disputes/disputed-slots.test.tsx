import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import disputes from "../../messages/en/disputes.json";
import slotWords from "../../messages/en/slots.json";
import ui from "../../messages/en/ui.json";
import { instant } from "@/domain/shared/time";
import type { DisputedSlot } from "@/views/disputes";
import { DisputedSlots } from "./disputed-slots";

const slot = (number: number, more: Partial<DisputedSlot>): DisputedSlot => ({
  ...{ number, state: "cancelled", tractorPlate: "123ABC05", windowFrom: instant(0), windowTo: instant(9e6) },
  crossing: { id: "KZHOR", nameEn: "Nur Zholy", nameZh: "努尔绕尔", zone: "Asia/Almaty" } as DisputedSlot["crossing"],
  ...{ replaces: null, atFault: null, faultWords: null, endWords: null },
  ...more,
});

test("a slot that was called off shows its own reason and, apart, why it was booked in another's place", () => {
  const second = slot(2, { replaces: 1, atFault: "nobody", faultWords: "Long queue", endWords: "Check not over" });
  const third = slot(3, { state: "crossed", replaces: 2, atFault: "nobody", faultWords: "Check over" });
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" timeZone="Asia/Shanghai" messages={{ disputes, slots: slotWords, ui } as never}>
      <DisputedSlots slots={[second, third]} />
    </NextIntlClientProvider>,
  );
  expect(html).toContain("Takes the place of slot 1. At fault: Nobody. Long queue");
  expect(html).toContain("Called off: Check not over");
  expect(html).toContain("Takes the place of slot 2. At fault: Nobody. Check over");
  expect(html).not.toContain("Called off: Check over");
});
