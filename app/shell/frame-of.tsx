import type { ReadonlyRequestCookies } from "next/dist/server/web/spec-extension/adapters/request-cookies";
import { getLocale } from "next-intl/server";
import type { ShellProps } from "@/components/shell/shell";
import { mayReadMailbox, unreadCount } from "@/server/notices/queries";
import { workCount } from "@/server/orders/queries/work-count";
import { env } from "@/server/platform/process/env";
import { platform } from "@/server/platform/platform";
import { anonymous, currentSession, type Session } from "@/server/platform/identity/session";
import { accountOf } from "./account-of";
import { PLACES, type Place, bareFrame, viewOf } from "./navigation";

async function alertsOf(session: Session | null, locale: string) {
  const { userId, organisationId } = session?.actor ?? {};
  if (!userId || !organisationId) return undefined;
  return { href: `/${locale}/inbox`, count: await unreadCount(platform().database.read, userId, organisationId) };
}

/** Beside a place of the bar how much waits there for the reader; undefined where nothing is counted. */
async function countAt({ key }: Place, session: Session | null): Promise<number | undefined> {
  return key === "work" && session ? await workCount(platform(), session.actor) : undefined;
}

/**
 * What the frame of every page shows to whoever looks. It shows and hides; what may be done is decided where it is done. The layout
 * waits for it together with all else: a component of its own would be waited for once more.
 */
export async function frameOf(jar: ReadonlyRequestCookies): Promise<Omit<ShellProps, "children">> {
  const [locale, session] = await Promise.all([getLocale(), currentSession()]);
  const view = viewOf(session, jar.get("view")?.value);
  const bare = await bareFrame(view);
  const hasMailbox = mayReadMailbox(session?.actor ?? anonymous(), env());
  const mailboxHref = hasMailbox ? `/${locale}/mailbox` : undefined;
  const counts = await Promise.all(PLACES[view].map((place) => countAt(place, session)));
  return {
    ...bare,
    nav: bare.nav.map((item, at) => ({ ...item, count: counts[at] })),
    alerts: await alertsOf(session, locale),
    account: session ? await accountOf(session, { view, jar, locale }) : undefined,
    demo: env().KOUAN_ENV === "demo" ? { mailboxHref } : undefined,
  };
}
