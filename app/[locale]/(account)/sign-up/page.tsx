import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { SignUpForm } from "@/components/accounts/sign-up-form";
import { Anchor, Note } from "@/components/ui/blocks";
import { currentSession } from "@/server/platform/identity/session";
import { EntryFrame, type Query, nextOf, withNext } from "../entry-frame";
import { signUpAction } from "../actions";

type PageProps = { readonly searchParams: Query };

export default async function SignUpPage({ searchParams }: PageProps) {
  const next = await nextOf(searchParams);
  const [t, locale] = [await getTranslations("accounts.signUp"), await getLocale()];
  if (await currentSession()) redirect(`/${locale}${next || "/account"}`);
  const isSent = (await searchParams).sent !== undefined;
  return (
    <EntryFrame
      path={`/sign-up${isSent ? `?sent=1${next && `&next=${encodeURIComponent(next)}`}` : withNext(next)}`}
      title={t(isSent ? "sentTitle" : "title")}
      lead={t(isSent ? "sentLead" : "lead")}
    >
      {isSent ? <Note>{t("sent")}</Note> : <SignUpForm action={signUpAction} next={next} />}
      <p className="mt-4 text-ink-2">
        {t("have")} <Anchor href={`/${locale}/sign-in${withNext(next)}`}>{t("signIn")}</Anchor>
        {isSent && (
          <>
            {" · "}
            <Anchor href={`/${locale}/sign-up${withNext(next)}`}>{t("again")}</Anchor>
          </>
        )}
      </p>
    </EntryFrame>
  );
}
