import { expect, test } from "vitest";
import { instant } from "@/domain/shared/time";
import { drawn } from "@/test/drawn";
import { useVehicleFields, useWindowFields } from "./slot-booking-fields";

const NOW = instant(Date.parse("2026-12-01T01:00:00Z"));
const WINDOW = { from: NOW, to: instant(Date.parse("2026-12-01T03:00:00Z")) };
const place = (id: string, zone: string) => ({ id, nameEn: id, nameZh: id, zone });
const YOUYIGUAN = place("CNYYG", "Asia/Shanghai");
const HUU_NGHI = place("VN-HUUNGHI", "Asia/Ho_Chi_Minh");

/** What the fields for a window and a crossing say, as text. */
function Said({ crossings }: { readonly crossings: readonly (typeof YOUYIGUAN)[] }) {
  const fields = [...useWindowFields(WINDOW, crossings), ...useVehicleFields(crossings, null, NOW)];
  return fields.map((field) => {
    if (field.kind === "time") return `${field.zoneName} ${field.initial}; `;
    return field.kind === "select" ? field.options.map(({ label }) => label).join(" | ") : "";
  });
}

test.each([
  ["the Chinese side", [YOUYIGUAN], "GMT+8 2026-12-01T09:00; GMT+8 2026-12-01T11:00; CNYYG"],
  ["the far side", [HUU_NGHI], "GMT+7 2026-12-01T08:00; GMT+7 2026-12-01T10:00; VN-HUUNGHI"],
  [
    "both sides",
    [YOUYIGUAN, HUU_NGHI],
    "the crossing’s clock 2026-12-01T09:00; the crossing’s clock 2026-12-01T11:00; CNYYG, GMT+8 | VN-HUUNGHI, GMT+7",
  ],
])("A window is asked for on the clock of the crossing: %s.", (_, crossings, said) => {
  expect(drawn(<Said crossings={crossings} />, { rooms: ["slots"], zone: "Europe/Moscow" })).toBe(said);
});
