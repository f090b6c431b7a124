import { z } from "zod";
import { DEAL_SORTS } from "@/domain/deals/deal-sort";
import { MODES } from "@/domain/hubs/place";
import { REQUEST_STATES } from "@/domain/requests/request";
import { SERVICES } from "@/domain/shared/vocabulary";

const text = (max: number) => z.string().trim().max(max).catch("");

/** What the address of the list of deals asks: what makes no sense in it is as if it were not there. */
export const askedDeals = z.object({
  q: text(100),
  service: z.enum([...SERVICES, ""]).catch(""),
  state: z.enum([...REQUEST_STATES, ""]).catch(""),
  hub: text(40),
  mode: z.enum([...MODES, ""]).catch(""),
  sort: z.enum([...DEAL_SORTS, ""]).catch(""),
  cursor: text(80),
});

/** The same as the query of deals takes it. */
export const dealFilterOf = ({ q, service, state, hub, mode, sort }: z.output<typeof askedDeals>) => ({
  q: q || null,
  service: service || null,
  state: state || null,
  hubId: hub || null,
  mode: mode || null,
  sort: sort || null,
});
