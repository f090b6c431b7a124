import { slotsOfOrder } from "../../db/repositories/slots";
import { OPEN } from "../../domain/orders/slots/slot";
import { cancelSlot } from "../../server/orders/slots/mark-slot";
import { confirmSlot, paySlot } from "../../server/orders/slots/confirm-slot";
import { requestSlot } from "../../server/orders/slots/book-slot";
import { inspectionMarket } from "../inspection-market";
import { BOOKING, contractTruck } from "../slot-market";

/** A deal of four services through Horgos whose goods are looked at on site and whose one truck has its slots here. */
export async function modelMarket() {
  const market = await inspectionMarket();
  const { database, idOf, run } = market;
  const orderId = idOf("logistics");
  await contractTruck(database, orderId);
  /** The one that is asked for or stands. */
  const openSlot = async () => {
    const slots = await slotsOfOrder(database.read, orderId);
    return slots.find(({ state }) => OPEN.includes(state))?.id ?? "no slot";
  };
  const told = async () => ({ orderId, slotId: await openSlot() });
  return {
    ...market,
    askForSlot: () => run("timur", requestSlot, { orderId, ...BOOKING }),
    payForSlot: async () => run("timur", paySlot, await told()),
    confirmSlot: async () => run("timur", confirmSlot, { ...(await told()), bookingNumber: "KGD-118204" }),
    giveSlotUp: async () => run("timur", cancelSlot, { ...(await told()), words: "the truck broke down" }),
  };
}

export type Real = Awaited<ReturnType<typeof modelMarket>>;
