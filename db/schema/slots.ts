import type { SlotKind } from "../../domain/orders/slots/fees";
import type { Fault, Side } from "../../domain/orders/slots/sides";
import type { SlotState } from "../../domain/orders/slots/slot";
import type { SlotDriver } from "../../domain/orders/slots/slot-fields";
import type { Declared, SlotSystem } from "../../domain/orders/slots/systems";
import type { Currency } from "../../domain/shared/money";
import { index, instant, integer, json, minorUnits, table, text, uniqueIndex } from "../dialect";
import { users } from "./accounts";
import { files } from "./files";
import { orders } from "./orders";

/**
 * Slots of trucks at border crossings, one a truck and booking, kept for ever with what replaced what. Written by whoever books, by the
 * provider that drives, and by the market's clock; read by both parties, by the gate before dispatch and by the delay clock.
 */
export const borderSlots = table(
  "border_slots",
  {
    id: text().primaryKey(),
    orderId: text()
      .notNull()
      .references(() => orders.id),
    // Of its order, from 1: what people say on the phone.
    number: integer().notNull(),
    system: text().$type<SlotSystem>().notNull(),
    // Why it is another system than the bid names; null where it is the bid's, or the bid names none.
    systemReason: text(),
    kind: text().$type<SlotKind>().notNull(),
    state: text().$type<SlotState>().notNull(),
    placeId: text().notNull(),
    windowFrom: instant().notNull(),
    windowTo: instant().notNull(),
    tractorPlate: text().notNull(),
    trailerPlate: text(),
    drivers: json<readonly SlotDriver[]>().notNull(),
    declared: json<readonly Declared[]>().notNull(),
    bookingNumber: text(),
    // What the system charges, and who pays it; null where it charges nothing.
    feeMinor: minorUnits(),
    feeCurrency: text().$type<Currency>(),
    feePaidBy: text().$type<Side>(),
    // Receipt or confirmation, as it lies with the order.
    proofFileId: text().references(() => files.id),
    // The one whose place it takes, and whose fault that is, in code and words.
    replacesId: text(),
    atFault: text().$type<Fault>(),
    faultWords: text(),
    bookedBy: text().$type<Side>().notNull(),
    bookedByUserId: text().references(() => users.id),
    requestedAt: instant().notNull(),
    paidAt: instant(),
    confirmedAt: instant(),
    calledAt: instant(),
    enteredAt: instant(),
    crossedAt: instant(),
    // When it was forfeited or called off; for one that the clock ended, the time that was missed.
    endedAt: instant(),
    endWords: text(),
    // How often its window was moved.
    moveCount: integer().notNull(),
    // When the market's clock looks at it; null where it waits for nothing.
    dueAt: instant(),
    version: integer().notNull(),
  },
  (slot) => [
    uniqueIndex("border_slots_by_number").on(slot.orderId, slot.number),
    // The timer.
    index("border_slots_by_due").on(slot.dueAt, slot.id),
  ],
);
