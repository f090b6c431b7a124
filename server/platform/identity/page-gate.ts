import "server-only";
import { notFound, redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { type Action, mayEver } from "../../../domain/access/policy";
import { currentSession, type Session } from "./session";

type Member = Session & { readonly organisation: NonNullable<Session["organisation"]> };

/** The signed-in person; anybody else is led to the sign-in page and from there back to `path`. */
export async function requireSession(path: string): Promise<Session> {
  const session = await currentSession();
  if (!session) redirect(`/${await getLocale()}/sign-in?next=${encodeURIComponent(path)}`);
  return session;
}

/** The signed-in person with an organisation; who has none yet is led to making one. */
export async function requireMember(path: string): Promise<Member> {
  const session = await requireSession(path);
  if (!session.organisation) redirect(`/${await getLocale()}/organisation/new?next=${encodeURIComponent(path)}`);
  return session as Member;
}

/** For pages of the platform's own people: to all others the page is not there. */
export async function requireAdministrator(action: Action, path: string): Promise<Member> {
  const session = await requireMember(path);
  if (!mayEver(session.actor, action)) notFound();
  return session;
}
