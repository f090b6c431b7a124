"use server";

import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { MARKET_ZONE, toIso } from "@/domain/shared/time";
import { isZone, parseWallClock } from "@/domain/shared/zones";
import { announceClosure, enterHubState, withdrawClosure } from "@/server/hubs/hub-state";
import { confirmedTick } from "@/server/platform/form/form-fields";
import { formAction } from "@/server/platform/form/form-action";

const text = z.string().optional();

// What is no whole number goes on as it is, for the command to name; one below nothing is below the bound.
const whole = text.transform((typed) =>
  typed !== undefined && /^-?(\d+|\d{1,3}([ ,\u00a0]\d{3})+)$/.test(typed)
    ? Number(typed.replace(/[^\d-]/g, ""))
    : typed,
);

/** A form's clock time on the clock that stands beside it. */
function at(typed: string | undefined, zone: string | undefined): string | undefined {
  const found = typed ? parseWallClock(typed, zone && isZone(zone) ? zone : MARKET_ZONE) : null;
  return found === null ? typed : toIso(found);
}

export const enterHubStateAction = formAction({
  command: enterHubState,
  form: z
    .object({
      ...{ hubId: text, mode: text, zone: text, asOf: text, opensAt: text, shutsAt: text, source: text },
      ...{
        backlog: whole,
        throughputPerDay: whole,
        arrivalsPerDay: whole,
        capacityPerDay: whole,
        isConfirmed: confirmedTick,
      },
    })
    .transform(({ zone, asOf, ...typed }) => ({ ...typed, asOf: at(asOf, zone) })),
  fieldOf: ({ code }) => STATE_FIELDS[code] ?? null,
  then: async () => ({ notice: (await getTranslations("hub-board.admin"))("entered") }),
});

const STATE_FIELDS: Readonly<Record<string, string>> = {
  mode_not_at_hub: "mode",
  state_in_future: "asOf",
  state_superseded: "asOf",
  hours_incomplete: "opensAt",
  hours_empty: "shutsAt",
  through_above_capacity: "throughputPerDay",
  wait_unlikely: "backlog",
};

export const announceClosureAction = formAction({
  command: announceClosure,
  form: z
    .object({ hubId: text, mode: text, zone: text, from: text, to: text, reason: text, source: text })
    .transform(({ from, to, ...typed }) => ({ ...typed, from: at(from, typed.zone), to: at(to, typed.zone) })),
  fieldOf: ({ code }) => CLOSURE_FIELDS[code] ?? null,
  then: async () => ({ notice: (await getTranslations("hub-board.admin"))("announced") }),
});

const CLOSURE_FIELDS: Readonly<Record<string, string>> = {
  mode_not_at_hub: "mode",
  zone_not_of_hub: "zone",
  closure_backwards: "to",
  closure_over: "to",
  closure_too_long: "to",
};

export const withdrawClosureAction = formAction({
  command: withdrawClosure,
  form: z.object({ closureId: text, reason: text, hubId: text }).transform(({ hubId: _, ...typed }) => typed),
  // Its form is gone with the closure, so the page says it.
  then: (_, data) => ({ goTo: `/admin/hubs/${encodeURIComponent(String(data.get("hubId")))}?done=withdrawn` }),
});
