import { describe, expect, test } from "vitest";
import { EQUIPMENT, equipmentFitsMode } from "../../services/logistics/equipment";
import { MODES } from "../../hubs/place";
import { instant, type LocalDate } from "../../shared/time";
import { firstDraft, usualTimes, workingDaysAfter } from "./first-draft";

const ZONE = "Asia/Almaty";
/** A Tuesday. */
const NOW = instant(Date.parse("2026-12-01T07:00:00Z"));
const first = (read = {}) => firstDraft(read, { zone: ZONE, now: NOW });

test.each([
  ["2026-12-01", 3, "2026-12-04"],
  ["2026-12-03", 3, "2026-12-08"],
  ["2026-12-05", 1, "2026-12-07"],
  ["2026-12-04", 0, "2026-12-04"],
])("from %s on %i working days lead to %s: a weekend is no working day", (day, days, reached) => {
  expect(workingDaysAfter(day as LocalDate, days)).toBe(reached);
});

test("bidding closes after three working days and is decided two later, when offices end where the reader is", () => {
  expect(usualTimes(ZONE, NOW)).toEqual({ closesAt: "2026-12-04T17:00", decideBy: "2026-12-08T17:00" });
  const lateInAlmaty = instant(Date.parse("2026-12-01T19:30:00Z"));
  expect(usualTimes(ZONE, lateInAlmaty).closesAt).toBe("2026-12-07T17:00");
});

describe("a first draft", () => {
  test("asks for logistics in the usual equipment of each mode, where the text names none", () => {
    expect(first().wanted).toEqual(["logistics"]);
    for (const mode of MODES) {
      const equipment = EQUIPMENT.find((one) => one === first({ mode })["services.logistics.equipment"]);
      expect(equipment && equipmentFitsMode(equipment, mode), mode).toBe(true);
    }
  });

  test("is picked up in the days after the goods are ready, and at no time before that is known", () => {
    const ready = first({ readyDate: "2026-12-20" });
    expect(ready["services.logistics.pickupFrom"]).toBe("2026-12-20");
    expect(ready["services.logistics.pickupTo"]).toBe("2026-12-22");
    expect(first()).not.toHaveProperty("services.logistics.pickupFrom");
  });

  test("keeps whatever was read, and says nothing of carriage where another service alone is asked for", () => {
    const read = { wanted: ["customs"], mode: "rail", readyDate: "2026-12-20" };
    expect(first(read)).toMatchObject(read);
    expect(Object.keys(first(read)).filter((name) => name.startsWith("services."))).toEqual([]);
    expect(first({ "services.logistics.equipment": "20gp" })["services.logistics.equipment"]).toBe("20gp");
  });
});
