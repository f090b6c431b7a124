import { expect, test } from "vitest";
import { drawn } from "@/test/drawn";
import type { BorderSlot } from "@/views/slots";
import { SlotWaybill } from "./slot-details";

const boxesOf = (locale: string, elsewhere: BorderSlot["elsewhere"]): string => {
  const slot = {
    ...{
      number: 1,
      system: "cargoruqsat",
      kind: "normal",
      tractorPlate: "123 ABC 05",
      trailerPlate: "77 RR 05",
      elsewhere,
    },
    ...{ windowFrom: 0, windowTo: 1, arriveFrom: null, arriveBy: null, drivers: [], fee: null, feePaidBy: null },
    ...{ systemReason: null, bookingNumber: null },
    crossing: { id: "KZHOR", nameEn: "Horgos", nameZh: "霍尔果斯", zone: "Asia/Almaty" },
  } as unknown as BorderSlot;
  return drawn(<SlotWaybill slot={slot} zone="Asia/Almaty" />, { locale, rooms: ["slots", "service-logistics"] });
};

test.each([
  ["en", { isOwn: true, reference: "KO-7", isOver: false }, "trailer 77 RR 05 · carries goods of KO-7 too"],
  ["en", { isOwn: false, reference: "", isOver: false }, "trailer 77 RR 05 · carries another order’s goods too"],
  ["en", { isOwn: true, reference: "KO-7", isOver: true }, "was said to carry goods of KO-7 too"],
  ["zh-CN", { isOwn: true, reference: "KO-7", isOver: false }, "同车另载订单 KO-7 的货物"],
  ["zh-CN", { isOwn: false, reference: "", isOver: false }, "同车另载其他订单货物"],
  ["zh-CN", { isOwn: false, reference: "", isOver: true }, "曾确认同车另载其他订单货物"],
])(
  "in %s a slot whose truck is in another in the same hours, %j, says so beside its plates",
  (locale, elsewhere, words) => {
    expect(boxesOf(locale, elsewhere)).toContain(words);
  },
);

test("a slot that has its truck alone says nothing of another", () => {
  expect(boxesOf("en", null)).not.toContain("too");
});
