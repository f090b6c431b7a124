import { describe, expect, test } from "vitest";
import { apiMarket } from "@/test/api-market";
import { carriage, truckOrder, truckSlot } from "@/test/api-steps";
import { EARLY } from "@/test/order-market";
import { START } from "@/test/posting-market";
import { HOUR_MS, later, toIso } from "../../domain/shared/time";
import { deadlineRound } from "../worker/timers";
import { endException, raiseException } from "../orders/delay/exceptions";
import { endDelay, objectToDelay } from "../orders/delay/delays";
import { getDelay, getOrder, listSlots } from "../orders/api";
import { reportMilestone } from "../orders/report-milestone";
import { confirmSlot, paySlot } from "../orders/slots/confirm-slot";
import { rebookSlot } from "../orders/slots/book-slot";
import { changeVehicleOfSlot } from "../orders/slots/change-vehicle";

describe("beyond 4: a border slot over the API", () => {
  test("is paid, confirmed and then fixed: another plate is refused with the fee and the party at fault", async () => {
    const market = await apiMarket();
    const { orderId, slotId } = await truckOrder(market);
    const params = { orderId, slotId };
    expect((await market.call(paySlot, { as: "provider", params, body: {} })).body).toMatchObject({
      state: "paid",
    });
    const confirmed = await market.call(confirmSlot, {
      as: "provider",
      params,
      body: { bookingNumber: "KGD-1" },
    });
    expect(confirmed).toMatchObject({ status: 200, body: { state: "confirmed", version: 3 } });
    expect(confirmed.headers.get("etag")).toBe('"3"');
    const fixed = await market.call(changeVehicleOfSlot, {
      as: "provider",
      params,
      body: { tractorPlate: "999 ZZ 05" },
    });
    expect(fixed).toMatchObject({
      status: 409,
      body: { code: "slot_fixed", details: { fee: "432500.00", currency: "KZT", atFault: "provider" } },
    });
    const listed = await market.call(listSlots, { as: "buyer", params: { orderId } });
    expect(listed.body).toMatchObject({
      ...{ booker: "provider", agreedSystem: "cargoruqsat" },
      slots: [
        {
          ...{
            number: 1,
            state: "confirmed",
            systemReason: null,
            bookingNumber: "KGD-1",
            feePaidBy: "provider",
            steps: [],
          },
          fee: { minor: 432_500, currency: "KZT" },
          rebookingFee: { minor: 43_250_000, currency: "KZT" },
          next: { what: "arrive", whose: "provider" },
        },
      ],
    });
  });

  test("that is missed is forfeited, starts no second clock, and is booked anew by whose fault it was", async () => {
    const market = await apiMarket();
    const { orderId, slotId } = await carriage(market);
    const params = { orderId, slotId };
    market.setClock(later(START, 26 * HOUR_MS));
    await deadlineRound(market.on);
    const of = { as: "provider", params: { orderId } } as const;
    expect((await market.call(listSlots, of)).body).toMatchObject({
      slots: [
        { state: "forfeited", endedAt: toIso(later(START, 26 * HOUR_MS)), next: { what: "rebook", whose: "provider" } },
      ],
    });
    expect((await market.call(getDelay, of)).body).toMatchObject({
      waits: [{ place: "border", began: "arrived", isRunning: true }],
    });
    const body = { ...truckSlot(48), atFault: "buyer", words: "The papers came a day late" };
    expect(await market.call(rebookSlot, { as: "provider", params, body })).toMatchObject({ status: 201 });
    expect((await market.call(listSlots, of)).body).toMatchObject({
      slots: [{ replacedBy: 2 }, { replaces: 1, atFault: "buyer", feePaidBy: "buyer", kind: "rebooking" }],
    });
  });
});

describe("beyond 13: the delay clock over the API", () => {
  test("runs, says every step of its sum, and stands still with the crossing", async () => {
    const market = await apiMarket();
    const { orderId, segmentId } = await carriage(market);
    const params = { orderId };
    market.setClock(later(START, 30 * HOUR_MS));
    expect((await market.call(getDelay, { as: "buyer", params })).body).toMatchObject({
      asOf: toIso(later(START, 30 * HOUR_MS)),
      waits: [
        {
          ...{ freeHours: 0, freeTimeSaidBy: "bid", chargedHours: 30, isRunning: true, isContested: false },
          days: [
            { number: 1, countedHours: 24, payer: "buyer" },
            { number: 2, countedHours: 6, payer: "buyer" },
          ],
          lines: [{ code: "WTG", payer: "buyer", days: 2, trucks: 1, amount: { minor: 160_000, currency: "CNY" } }],
          nextChargeAt: toIso(later(START, 48 * HOUR_MS)),
        },
      ],
    });
    const ofSegment = { params: { orderId, segmentId } };
    const words = { words: "There was no queue" };
    expect(await market.call(objectToDelay, { ...ofSegment, as: "buyer", body: words })).toMatchObject({
      status: 200,
    });
    const ended = { to: toIso(later(START, 10 * HOUR_MS)) };
    expect(await market.call(endDelay, { ...ofSegment, as: "provider", body: ended })).toMatchObject({
      status: 200,
    });
    const crossed = { code: "crossed_border", occurredAt: toIso(later(START, 20 * HOUR_MS)), ...EARLY };
    expect((await market.call(reportMilestone, { as: "provider", params, body: crossed })).status).toBe(201);
    expect((await market.call(getDelay, { as: "provider", params })).body).toMatchObject({
      waits: [{ isRunning: false, isContested: true, totals: { buyer: { minor: 80_000 } }, nextChargeAt: null }],
      segments: [{ reason: "queue", objection: "There was no queue", to: ended.to }],
    });
  });

  test("an exception is said of the order, stops its steps and ends", async () => {
    const market = await apiMarket();
    const { orderId } = await carriage(market);
    const params = { orderId };
    const crossedAt = toIso(later(START, HOUR_MS));
    const body = { reason: "vehicle", words: "The axle is broken" };
    expect(await market.call(raiseException, { as: "provider", params, body })).toMatchObject({
      status: 201,
      body: { state: "exception" },
    });
    expect((await market.call(getOrder, { as: "buyer", params })).body).toMatchObject({ state: "exception" });
    const step = { code: "crossed_border", occurredAt: crossedAt, ...EARLY };
    expect(await market.call(reportMilestone, { as: "provider", params, body: step })).toMatchObject({
      status: 409,
      body: { code: "wrong_state" },
    });
    expect(await market.call(endException, { as: "provider", params, body: {} })).toMatchObject({ status: 200 });
    expect((await market.call(reportMilestone, { as: "provider", params, body: step })).status).toBe(201);
  });
});
