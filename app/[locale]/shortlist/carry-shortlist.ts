import { cookies } from "next/headers";
import { shortlistIn } from "@/domain/catalogue/directory/shortlist";
import { shortlistProviders } from "@/server/catalogue/directory/shortlist";
import { execute } from "@/server/platform/execute";
import { browserShortlist, SHORTLIST_COOKIE } from "@/server/platform/form/chosen-action";
import { currentOrigin, sessionBehind } from "@/server/platform/identity/session";

/** What a browser kept before somebody signed in becomes part of their organisation's shortlist; where that may not be, or has no room, the browser keeps it. */
export async function carryShortlist(sessionId: string): Promise<void> {
  const organisationIds = shortlistIn(await browserShortlist());
  if (organisationIds.length === 0) return;
  const session = await sessionBehind(sessionId);
  if (!session?.organisation) return;
  const call = { actor: session.actor, input: { organisationIds }, origin: await currentOrigin() };
  const outcome = await execute(shortlistProviders, call);
  if (outcome.kind === "done") (await cookies()).delete(SHORTLIST_COOKIE);
}
