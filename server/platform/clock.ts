import { type Instant, instant } from "../../domain/shared/instant";

/** The one clock of the product. A command reads it inside its transaction, so that the server alone decides what is in time. */
export type Clock = () => Instant;

export const systemClock: Clock = () => instant(Date.now());
