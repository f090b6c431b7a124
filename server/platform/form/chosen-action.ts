import { cookies } from "next/headers";
import { getLocale } from "next-intl/server";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { changedShortlist, providerIds, SHORTLIST_MAX } from "../../../domain/catalogue/directory/shortlist";
import type { Refusal } from "../../../domain/shared/result";
import type { Command } from "../command";
import { execute } from "../execute";
import { currentOrigin, currentSession } from "../identity/session";
import { env } from "../process/env";
import { fieldsOf } from "./form-fields";

type Chosen<Output, R extends Refusal> = {
  /** The name under which each chosen provider sends its id. */
  readonly field: string;
  /** What is done for an organisation. */
  readonly command: Command<{ organisationIds: string[] }, Output, R>;
  /** What is done with the browser's own list, of whoever has no organisation. */
  readonly change: "add" | "drop";
  /** Where it leads; where the command refuses, with the code in its question. */
  readonly leadsTo: string;
  /** Counts what was chosen, whosever list it comes to. */
  readonly note?: (ids: readonly string[]) => Promise<void>;
};

export const SHORTLIST_COOKIE = "shortlist";
const KEPT_SECONDS = 15_552_000;

/** The shortlist of a browser whose person has no organisation. */
export const browserShortlist = async (): Promise<string | undefined> => (await cookies()).get(SHORTLIST_COOKIE)?.value;

async function changeCookie(ids: readonly string[], change: "add" | "drop"): Promise<void> {
  const of = { add: [], drop: [], [change]: ids };
  (await cookies()).set(SHORTLIST_COOKIE, changedShortlist(await browserShortlist(), of), {
    ...{ path: "/", maxAge: KEPT_SECONDS, httpOnly: true, sameSite: "lax" },
    secure: env().baseUrl.startsWith("https://"),
  });
}

/**
 * Makes the action of a list whose chosen providers are kept: by a command for whoever acts for an organisation, and else in a cookie that decides nothing. It
 * answers with a page, so that it works on pages without a script of their own.
 */
export function chosenAction<Output, R extends Refusal>(of: Chosen<Output, R>): (data: FormData) => Promise<void> {
  return async (sent) => {
    const organisationIds = providerIds(fieldsOf(sent).getAll(of.field), SHORTLIST_MAX);
    const locale = await getLocale();
    let question = "?refused=nothing_chosen";
    if (organisationIds.length > 0) {
      const session = await currentSession();
      if (session?.organisation) {
        const { actor } = session;
        const outcome = await execute(of.command, { actor, input: { organisationIds }, origin: await currentOrigin() });
        question = outcome.kind === "refused" ? `?refused=${outcome.refusal.code}` : "";
      } else {
        await changeCookie(organisationIds, of.change);
        question = "";
      }
      if (question === "") await of.note?.(organisationIds);
      refresh();
    }
    redirect(`/${locale}${of.leadsTo}${question}`);
  };
}
