import { accept, type Refusal, type Result, refuse } from "./result";

/** A lifecycle is a table: state → event → next state. An absent cell is a refusal, so nothing can jump. */
export type Lifecycle<State extends string, Event extends string> = {
  readonly [S in State]: { readonly [E in Event]?: State };
};

/** The next state, or the refusal `wrong_state` naming the state and the event. */
export function advance<State extends string, Event extends string>(
  lifecycle: Lifecycle<State, Event>,
  from: State,
  event: Event,
): Result<State, Refusal<"wrong_state">> {
  const to = lifecycle[from][event];
  return to === undefined ? refuse("wrong_state", { state: from, event }) : accept(to);
}
