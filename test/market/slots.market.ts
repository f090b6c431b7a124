import { expect, test } from "vitest";
import { slotFee, type SlotKind } from "../../domain/orders/slots/fees";
import type { SlotSystem } from "../../domain/orders/slots/systems";
import { calculationIndexOn, INDEX_ZONE } from "../../domain/shared/calculation-index";
import { dayOf, type Instant } from "../../domain/shared/time";
import { isSamePlate } from "../../domain/orders/slots/double-booking";
import { ask, line } from "./built-market";

// Slots at the crossings as the built market has them: whose trucks and drivers they are of, and why they were given up.

type Slot = {
  readonly reference: string;
  readonly orderId: string;
  readonly system: string;
  readonly state: string;
  readonly plate: string;
  readonly drivers: string;
  readonly from: number;
  readonly to: number;
  readonly confirmedAt: number | null;
  readonly bookingNumber: string | null;
  readonly plates: string | null;
};

const slots = ask<Slot>(`select o.reference, o.id as orderId, s.system, s.state, s.tractor_plate as plate, s.drivers,
  s.window_from as "from", s.window_to as "to", s.confirmed_at as confirmedAt, s.booking_number as bookingNumber, json_extract(v.content, '$.terms.plates') as plates
  from border_slots s join orders o on o.id = s.order_id
  left join bid_versions v on v.bid_id = o.bid_id and v.version = (select max(version) from bid_versions where bid_id = o.bid_id)`);

test("one driver is in one truck at a time", () => {
  const HOUR_MS = 3_600_000;
  const open = slots.filter(({ state }) => state !== "cancelled" && state !== "forfeited");
  const drives = open.flatMap((slot) =>
    (JSON.parse(slot.drivers) as { document: string }[]).map(({ document }) => ({ ...slot, document })),
  );
  const twice = drives.filter((one) =>
    drives.some(
      (other) =>
        other.document === one.document &&
        other.plate !== one.plate &&
        other.from < one.to + 24 * HOUR_MS &&
        one.from < other.to + 24 * HOUR_MS,
    ),
  );
  line(`drivers with a slot ahead or used: ${drives.length}, in two trucks within a day ${twice.length}`);
  expect(drives.length).toBeGreaterThan(50);
  expect(twice.map(({ reference, plate }) => `${reference} ${plate}`)).toEqual([]);
});

test("one truck is in one slot at a time, and a booking number is of one truck", () => {
  const open = slots.filter(({ state }) => state !== "cancelled" && state !== "forfeited");
  const pairs = open.flatMap((one, at) => open.slice(at + 1).map((other) => [one, other] as const));
  const atOnce = pairs.filter(
    ([one, other]) => isSamePlate(one.plate, other.plate) && one.from < other.to && other.from < one.to,
  );
  const numbered = pairs.filter(
    ([one, other]) =>
      one.bookingNumber !== null && one.bookingNumber === other.bookingNumber && one.system === other.system,
  );
  line(`trucks in two slots at once: ${atOnce.length}, booking numbers of two slots: ${numbered.length}`);
  expect([...atOnce, ...numbered].map(([one, other]) => `${one.reference} ${other.reference}`)).toEqual([]);
});

test("slots in Kazakhstan's queue are of Kazakhstan's trucks where the bid changes trucks at the border", () => {
  const changed = slots.filter(({ system, plates }) => {
    const said = JSON.parse(plates ?? "{}") as { beforeBorder?: string; beyondBorder?: string };
    return system === "cargoruqsat" && said.beforeBorder !== said.beyondBorder;
  });
  expect(changed.length).toBeGreaterThan(3);
  expect(changed.filter(({ plate }) => !/^\d{3}[A-Z]{2,3}\d{2}$/.test(plate.replaceAll(/[ ·]/g, "")))).toEqual([]);
});

test("no haul whose slots are kept here left for the hub before each of its trucks had one", () => {
  const left = ask<{ id: string; reference: string; at: number; trucks: number }>(`
    select o.id, o.reference, m.occurred_at as at, coalesce(json_extract(r.spec, '$.equipmentCount'), 1) as trucks
    from orders o join requests r on r.id = o.request_id join order_milestones m on m.order_id = o.id and m.code = 'left_for_hub'
    where m.occurred_at is not null and exists (select 1 from border_slots s where s.order_id = o.id)`);
  const early = left.filter(
    ({ id, at, trucks }) =>
      slots.filter(({ orderId, confirmedAt }) => orderId === id && confirmedAt !== null && confirmedAt <= at).length <
      trucks,
  );
  line(
    `hauls that left with slots kept here: ${left.length}, of more trucks than one ${left.filter(({ trucks }) => trucks > 1).length}`,
  );
  expect(left.some(({ trucks }) => trucks > 1)).toBe(true);
  expect(early).toEqual([]);
});

test("a slot that the crossing moved was moved before its window was over", () => {
  const moved = ask<{ reference: string; at: number; until: number }>(`
    select o.reference, s.ended_at as at, s.window_to as until from border_slots s join orders o on o.id = s.order_id
    where s.end_words like '%由口岸顺延%'`);
  line(`slots that the crossing moved: ${moved.length}`);
  expect(moved.length).toBeGreaterThan(2);
  expect(moved.filter(({ at, until }) => at > until)).toEqual([]);
});

test("a slot that was given up for the customs' check was given up while the delay clock has that check", () => {
  const moved = ask<{ reference: string; at: number; checked: number }>(`
    select o.reference, s.ended_at as at, (select count(*) from delay_segments d where d.order_id = o.id and d.reason = 'customs_inspection'
      and d."from" <= s.ended_at and (d."to" is null or s.ended_at <= d."to")) as checked
    from border_slots s join orders o on o.id = s.order_id where s.end_words like '%查验未结束%'`);
  line(`slots given up for a check: ${moved.length}`);
  expect(moved.length).toBeGreaterThan(0);
  expect(moved.filter(({ checked }) => checked === 0)).toEqual([]);
});

test("every slot costs what its queue's tariff says of how it was booked, a hundred times as much only in another's place", () => {
  const booked = ask<{
    readonly reference: string;
    readonly number: number;
    readonly system: SlotSystem;
    readonly kind: SlotKind;
    readonly at: Instant;
    readonly feeMinor: string | null;
    readonly currency: string | null;
    readonly replacesId: string | null;
  }>(`select o.reference, s.number, s.system, s.kind, s.requested_at as at, s.fee_minor as feeMinor, s.fee_currency as currency,
    s.replaces_id as replacesId from border_slots s join orders o on o.id = s.order_id`);
  const wrong = booked.filter(({ system, kind, at, feeMinor, currency, replacesId }) => {
    const day = dayOf(at, INDEX_ZONE);
    const fee = slotFee(system, kind, { ...calculationIndexOn(day), day })?.fee;
    const isOfTariff = `${feeMinor} ${currency}` === `${fee?.minor ?? null} ${fee?.currency ?? null}`;
    return !isOfTariff || (kind === "rebooking") !== (replacesId !== null);
  });
  const anew = booked.filter(({ kind, feeMinor }) => kind === "rebooking" && feeMinor !== null);
  line(`slots with a fee: ${booked.filter(({ feeMinor }) => feeMinor !== null).length}, booked anew ${anew.length}`);
  expect(anew.length).toBeGreaterThan(0);
  expect(wrong.map(({ reference, number }) => `${reference} ${number}`)).toEqual([]);
});
