import type { Instant } from "../../shared/instant";
import { accept, type Refusal, type Result, refuse } from "../../shared/result";
import type { BiddingChange } from "./bidding-schema";
import { acceptsBids, type Request } from "../request";

export type ChangeRefusal = Refusal<"wrong_state" | "terms_fixed">;

type Changed = Pick<Request, "state" | "closesAt">;

const FIXED = [
  "mode",
  "currency",
  "mayCloseEarly",
  "twoPersonOpening",
  "visibility",
  "invitedIds",
  "feedback",
  "negotiationRounds",
  "questionsUntil",
  "criteria",
  "gates",
] as const;

/**
 * Whether terms of a request may be changed so. Everything of a draft may. Of an open one, with bids or without, its spec, its close
 * and its time to decide, as `amend` has it; bidders have read the other terms. Refuses `terms_fixed` naming the term, and
 * `wrong_state` after the close and for all other states.
 */
export function mayChange(request: Changed, change: BiddingChange, now: Instant): Result<void, ChangeRefusal> {
  if (request.state === "draft") return accept(undefined);
  if (!acceptsBids(request, now)) return refuse("wrong_state", { state: request.state, event: "change" });
  const fixed = FIXED.find((term) => change[term] !== undefined);
  return fixed ? refuse("terms_fixed", { term: fixed }) : accept(undefined);
}
