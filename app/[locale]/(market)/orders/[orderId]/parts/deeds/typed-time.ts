import type { z } from "zod";
import { toIso } from "@/domain/shared/instant";
import { parseWallClock } from "@/domain/shared/local-date";

type Context = Pick<z.core.$RefinementCtx, "addIssue">;

/** A form sends the clock as the reader's wall shows it, and which zone that wall is in. Undefined where nothing was typed; what is no time is complained of at its field. */
export function typedTime(
  text: string | undefined,
  { field, zone, context }: { readonly field: string; readonly zone: string; readonly context: Context },
): string | undefined {
  if (text === undefined) return undefined;
  const at = parseWallClock(text, zone);
  if (at !== null) return toIso(at);
  context.addIssue({ code: "custom", path: [field], message: "time_malformed" });
  return undefined;
}
