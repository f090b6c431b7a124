import { cookies } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import { FirstVisitNote } from "@/components/about/first-visit-note";
import { Button } from "@/components/ui/blocks";
import { OneButtonForm } from "@/components/ui/form/one-button-form";
import type { FirstVisitNote as Note } from "@/domain/accounts/first-visit";
import { isNoteSeen } from "@/server/accounts/first-visit";
import { currentSession } from "@/server/platform/identity/session";
import { pageReader } from "@/server/platform/page-reader";
import { ClientWords } from "./client-words";
import { dismissNoteAction, dismissPostingNoteAction } from "./first-visit-actions";

type FirstVisitProps = {
  readonly note: Note;
  /** The page's own address without its language, to which whoever has no account is led back. */
  readonly path?: string;
};

/**
 * What a page says to whoever comes there for the first time, until they put it away: for good, whatever device they come by. The server decides, so nothing
 * moves once a page is there.
 */
export async function FirstVisit({ note, path }: FirstVisitProps) {
  const session = await currentSession();
  const isSeen = session
    ? await isNoteSeen(pageReader(), session.actor, note)
    : note !== "posting" || (await cookies()).has("notePosting");
  if (isSeen) return null;
  const [t, locale] = await Promise.all([getTranslations("about.note"), getLocale()]);
  return (
    <FirstVisitNote note={note} locale={locale}>
      {session ? (
        <ClientWords ofButtons>
          <OneButtonForm action={dismissNoteAction} fields={{ note }} size="small">
            {t("dismiss")}
          </OneButtonForm>
        </ClientWords>
      ) : (
        <form action={dismissPostingNoteAction}>
          <input type="hidden" name="back" value={path} />
          <Button size="small" name="notePosting" value="away">
            {t("dismiss")}
          </Button>
        </form>
      )}
    </FirstVisitNote>
  );
}
