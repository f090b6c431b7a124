/** The side of the market that somebody works on; one organisation may work on both. */
export const SIDES = ["buyer", "provider"] as const;
export type Side = (typeof SIDES)[number];

/** What a newcomer does first, in the order in which each unlocks the next. */
export const FIRST_STEPS = {
  buyer: ["confirm_mail", "name_organisation", "post_request", "choose_bid"],
  provider: ["confirm_mail", "name_organisation", "list_service", "ask_check", "first_bid"],
} as const satisfies Record<Side, readonly string[]>;

export type FirstStep = (typeof FIRST_STEPS)[Side][number];

/** `next`: the first that is not done. `open`: can be done now, too. `locked`: an organisation is needed before it. */
export type FirstStepState = "done" | "next" | "open" | "locked";

export type ShownFirstStep = { readonly step: FirstStep; readonly state: FirstStepState };

/** The first steps of a side as a list that empties: nothing once all of them are done. */
export function firstStepsOf(side: Side, done: ReadonlySet<FirstStep>): readonly ShownFirstStep[] {
  const steps: readonly FirstStep[] = FIRST_STEPS[side];
  const next = steps.find((step) => !done.has(step));
  if (next === undefined) return [];
  const isNamed = done.has("name_organisation");
  return steps.map((step) => {
    if (done.has(step)) return { step, state: "done" };
    if (step === next) return { step, state: "next" };
    return { step, state: isNamed || step === "name_organisation" ? "open" : "locked" };
  });
}
