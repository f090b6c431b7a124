import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { SignUpForm } from "@/components/accounts/entry/sign-up-form";
import { Anchor } from "@/components/ui/actions/anchor";
import { currentSession } from "@/server/platform/identity/session";
import { EntryFrame } from "../entry-frame";
import { nextOf, type Query, withNext } from "../query";
import { signUpAction } from "./actions";

type PageProps = { readonly searchParams: Query };

export default async function SignUpPage({ searchParams }: PageProps) {
  const next = await nextOf(searchParams);
  const [t, locale] = [await getTranslations("accounts.signUp"), await getLocale()];
  if (await currentSession()) redirect(`/${locale}${next || "/account"}`);
  return (
    <EntryFrame path={`/sign-up${withNext(next)}`} title={t("title")} lead={t("lead")}>
      <SignUpForm action={signUpAction} next={next} />
      <p className="mt-4 text-ink-2">
        {t("have")} <Anchor href={`/${locale}/sign-in${withNext(next)}`}>{t("signIn")}</Anchor>
      </p>
    </EntryFrame>
  );
}
