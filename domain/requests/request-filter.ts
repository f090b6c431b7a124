import { z } from "zod";
import { parseCorridor } from "../hubs/corridor";
import { SERVICES } from "../shared/vocabulary";
import { DAY_MS } from "../shared/time";
import { REQUEST_STATES } from "./request";

/** Spans of "closes within", in milliseconds. */
export const CLOSE_SPANS = { "6h": DAY_MS / 4, "1d": DAY_MS, "3d": 3 * DAY_MS, "7d": 7 * DAY_MS } as const;
export type CloseSpan = keyof typeof CLOSE_SPANS;
export const CLOSE_SPAN_NAMES = Object.keys(CLOSE_SPANS) as [CloseSpan, ...CloseSpan[]];

/** By closing time (the next first, or the last first), or the newest first. */
export const REQUEST_SORTS = ["closing", "-closing", "newest"] as const;

const Q_MAX = 100;

// An address is typed, cut and mailed: what makes no sense in it is as if it were not there.
const orNothing = <T extends z.ZodType>(schema: T) =>
  z.preprocess(
    (value) => (value === "" || Array.isArray(value) ? undefined : value),
    schema.optional().catch(undefined),
  );

/** The filters of the request list, as they stand in its address. */
export const requestFilterSchema = z.object({
  service: orNothing(z.enum(SERVICES)),
  hub: orNothing(z.string().max(64)),
  corridor: orNothing(z.string().refine((text) => parseCorridor(text) !== null)),
  q: orNothing(z.string().trim().min(1).max(Q_MAX)),
  closes: orNothing(z.enum(CLOSE_SPAN_NAMES)),
  state: orNothing(z.enum([...REQUEST_STATES, "any"])),
  mine: orNothing(z.literal("1")),
  passed: orNothing(z.literal("1")),
  sort: orNothing(z.enum(REQUEST_SORTS)),
  cursor: orNothing(z.string().max(200)),
});
export type RequestFilter = z.output<typeof requestFilterSchema>;
