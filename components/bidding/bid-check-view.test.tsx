import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { drawn } from "@/test/drawn";
import { BidCheckView, typedTime } from "./bid-check-view";

// Times of the current year bear none.
beforeAll(() => void vi.useFakeTimers({ now: Date.parse("2026-11-30"), toFake: ["Date"] }));
afterAll(() => void vi.useRealTimers());

test.each([
  ["en", "2026-12-05T08:54", "Asia/Shanghai", "5 Dec 08:54 GMT+8"],
  ["zh-CN", "2026-12-05T08:54", "Asia/Almaty", "12月5日 08:54 GMT+5"],
  ["en", "2026-12-05T08:54", "", "5 Dec 08:54"],
  ["en", "soon", "Asia/Shanghai", "soon"],
])("in %s the time %s of the zone %s is written as times are elsewhere", (locale, typed, zone, said) => {
  expect(typedTime(typed, zone, locale)).toBe(said);
});

test("a bid is shown with all that it promises before it is sent", () => {
  const terms = {
    ...{ slot: { system: "cuakhauso", bookedBy: "provider" }, plates: { beforeBorder: "CN", beyondBorder: "VN" } },
    ...{ freeTimeBorderHours: 36, liability: "forwarder_terms", legs: [{ place: "VNHAN", mode: "road", days: 3 }] },
  };
  const check = {
    ...{ lines: [], total: "CNY 1", split: null, rates: [], alternatives: [], beside: [], outliers: [], doubts: [] },
    promised: { terms, conditions: [], places: [{ id: "VNHAN", nameEn: "Hanoi", nameZh: "河内" }] },
  };
  const values = {
    "transitDays.min": "3",
    "transitDays.max": "5",
    validUntil: "2026-12-05T08:54",
    zone: "Asia/Shanghai",
  };
  const html = drawn(
    <BidCheckView check={check} values={values} service="logistics" spec={{}} isSealed isSending={false} />,
    { rooms: ["bidding", "services", "service-logistics", "ui"], inBrowser: true },
  );
  for (const said of [
    "Cửa khẩu số",
    "booked by: Provider",
    "China, then Vietnam",
    "36 h",
    "Forwarder’s own terms",
    "Hanoi",
  ])
    expect(html).toContain(said);
});
