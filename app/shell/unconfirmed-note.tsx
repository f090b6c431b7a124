import { getTranslations } from "next-intl/server";
import { askVerificationAction } from "@/app/[locale]/(account)/actions";
import { ClientWords } from "@/app/client-words";
import { Note } from "@/components/ui/blocks";
import { OneButtonForm } from "@/components/ui/form/one-button-form";
import { currentSession } from "@/server/platform/identity/session";

type UnconfirmedNoteProps = {
  /** Where it matters, and so what is missed there. */
  readonly place: "home" | "inbox" | "publish" | "bid";
};

/** Tells whoever has not confirmed their address what does not reach them by mail; to all others nothing is drawn. */
export async function UnconfirmedNote({ place }: UnconfirmedNoteProps) {
  const session = await currentSession();
  if (!session || session.isEmailVerified) return null;
  const t = await getTranslations("accounts");
  return (
    <ClientWords ofButtons>
      <Note tone="warn">
        <p>{t(`unconfirmed.${place}`, { email: session.email })}</p>
        <OneButtonForm action={askVerificationAction} fields={{}} size="small">
          {t("account.sendLink")}
        </OneButtonForm>
      </Note>
    </ClientWords>
  );
}
