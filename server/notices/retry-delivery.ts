import { z } from "zod";
import { isGivenUp, revive } from "../../db/outbox";
import { may } from "../../domain/access/policy";
import { accept, type Refusal, refuse, type Result } from "../../domain/shared/result";
import { command } from "../platform/command";

/** An administrator has an event that was given up tried again, as often as a new one. */
export const retryDelivery = command({
  name: "notices.retry-delivery",
  action: "deliveries.repair",
  input: z.strictObject({ eventId: z.string().min(1).max(64) }),
  async run({ tx, actor, concerns }, { eventId }): Promise<Result<{ id: string }, Refusal<"not_found">>> {
    if (!may(actor, "deliveries.repair") || !(await isGivenUp(tx, eventId))) return refuse("not_found");
    await revive(tx, eventId);
    concerns(eventId);
    return accept({ id: eventId });
  },
});
