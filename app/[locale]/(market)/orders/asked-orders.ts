import { z } from "zod";
import { ORDER_SORTS } from "@/domain/orders/order-sort";
import { ORDER_STATES, SERVICES } from "@/domain/shared/vocabulary";

const text = (max: number) => z.string().trim().max(max).catch("");

/** What the address of the list of orders asks: what makes no sense in it is as if it were not there. */
export const askedOrders = z.object({
  side: z.enum(["buyer", "provider", ""]).catch(""),
  state: z.enum([...ORDER_STATES, ""]).catch(""),
  service: z.enum([...SERVICES, ""]).catch(""),
  hub: text(40),
  late: z.enum(["true", ""]).catch(""),
  q: text(100),
  sort: z.enum([...ORDER_SORTS, ""]).catch(""),
  cursor: text(80),
});

/** The same as the query of orders takes it. */
export const orderFilterOf = ({ side, state, service, hub, late, q, sort }: z.output<typeof askedOrders>) => ({
  side: side || null,
  states: state ? [state] : null,
  service: service || null,
  hubId: hub || null,
  q: q || null,
  sort: sort || null,
  isLate: late === "true",
});
