import "server-only";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { formatTime } from "@/components/ui/time/format-time";
import { draftFieldsSchema, flattenFields } from "@/domain/deals/posting/draft-fields";
import { applyIntent, parseIntent, type PostingIntent } from "@/domain/deals/posting/posting-fields";
import { lineField } from "@/domain/deals/posting/cargo-lines";
import { instant, MARKET_ZONE } from "@/domain/shared/time";
import { isZone } from "@/domain/shared/zones";
import type { Review } from "@/domain/deals/clerk/suggestions";
import { currentSession } from "@/server/platform/identity/session";

const own = z.object({ draftId: z.string().catch(""), intent: z.string().catch("") });

/** What the pressed button does to the clerk's suggestions. */
function reviewOf(intent: PostingIntent): Review {
  switch (intent.kind) {
    case "remove-line":
      return { removedLine: intent.line };
    case "take":
      return { takes: [intent.field] };
    case "all-right":
      return { isAllRight: true };
    default:
      return {};
  }
}

const takenBy = ({ field, entryId }: Extract<PostingIntent, { kind: "take-entry" }>) => ({ field, entryId });

/** A form's tree as the fields of a draft, changed by the pressed button, with what leads to the draft; what cannot be kept is said at the field. */
export const postingForm = z.unknown().transform((tree, context) => {
  const { draftId: link, intent } = own.parse(tree);
  const meant = parseIntent(intent);
  const fields = draftFieldsSchema.safeParse(applyIntent(flattenFields(tree), meant));
  if (fields.success)
    return {
      link,
      fields: fields.data,
      review: reviewOf(meant),
      ...(meant.kind === "take-entry" && { take: takenBy(meant) }),
    };
  context.issues.push(...fields.error.issues.map((issue) => ({ ...issue, input: tree }) as z.core.$ZodRawIssue));
  return z.NEVER;
});

async function savedWords(savedAt: number, typedZone: string): Promise<string> {
  const [t, locale, session] = [await getTranslations("deals.form"), await getLocale(), await currentSession()];
  const zone = session?.timeZone ?? (isZone(typedZone) ? typedZone : MARKET_ZONE);
  return t("saved", { time: formatTime(instant(savedAt), { locale, zone, shape: "time", hasSeconds: true }) });
}

type Saved = {
  readonly savedAt: number;
  readonly lines: number;
  readonly version: number;
  /** Of the draft's page, and of the page on which it is read once more. */
  readonly path: string;
  readonly checkPath: string;
};

/** Every button of the posting form saves it first and then leads to where it belongs. */
export async function nextOfPosting(data: FormData, { savedAt, lines, version, path, checkPath }: Saved) {
  const intent = parseIntent(String(data.get("intent") ?? ""));
  // An address that differs in its fragment only is not fetched anew by the browser's router.
  const draft = `${path}?v=${version}`;
  switch (intent.kind) {
    case "autosave":
      return { notice: await savedWords(savedAt, String(data.get("zone") ?? "")), isQuiet: true };
    case "check":
    case "all-right":
      return { goTo: checkPath };
    case "show-ways":
      return { goTo: `${draft}&ways=1#ways` };
    case "show-providers":
      return { goTo: `${draft}&providers=1#invited` };
    case "show-service":
      return { goTo: `${draft}#services.${intent.service}` };
    case "find-code":
      return { goTo: `${draft}&codes=${intent.line}#${lineField(intent.line, "hsCode")}` };
    case "narrow-code":
      return { goTo: `${draft}&codes=${intent.line}&below=${intent.code}#${lineField(intent.line, "hsCode")}` };
    case "take-code":
      return { goTo: `${draft}#${lineField(intent.line, "hsCode")}` };
    case "take-entry":
    case "take-place":
      return { goTo: `${draft}#${intent.field}` };
    case "take-hub":
      return { goTo: `${draft}#hubId` };
    case "add-line":
      return { goTo: `${draft}#cargo[${lines - 1}].description` };
    case "remove-line":
      return { goTo: `${draft}#cargo` };
    case "add-row":
    case "remove-row":
      return { goTo: `${draft}#${intent.list}` };
    case "take":
      return { goTo: `${draft}#${intent.field}` };
    default:
      return { goTo: `${draft}&saved=1` };
  }
}
