import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { DemoUsers } from "@/components/accounts/demo-users";
import { cityName } from "@/components/ui/words";
import { ForgetDraft } from "@/components/deals/kept-draft";
import { SignInForm } from "@/components/accounts/sign-in-form";
import { Anchor, Note } from "@/components/ui/blocks";
import { platform } from "@/server/platform/platform";
import { currentSession } from "@/server/platform/identity/session";
import { demoEntrances, startPathOf } from "@/server/accounts/queries";
import { referenceData } from "@/server/hubs/queries/network";
import { EntryFrame, type Query, nextOf, withNext } from "../entry-frame";
import { enterDemoAction, signInAction } from "../actions";

type PageProps = { readonly searchParams: Query };

export default async function SignInPage({ searchParams }: PageProps) {
  const next = await nextOf(searchParams);
  const [t, locale, session] = [await getTranslations("accounts"), await getLocale(), await currentSession()];
  const { read } = platform().database;
  if (session) redirect(`/${locale}${next || (await startPathOf(read, session.idHash))}`);
  const [entrances, { places }] = [await demoEntrances(read), await referenceData(read)];
  const users = entrances.map((user) => ({ ...user, city: cityName(user.city, places.values(), locale) }));
  const { done } = await searchParams;
  return (
    <EntryFrame path={`/sign-in${withNext(next)}`} title={t("signIn.title")}>
      {done === "reset" && <Note tone="ok">{t("reset.done")}</Note>}
      {done === "verified" && <Note tone="ok">{t("verify.signIn")}</Note>}
      {(done === "published" || done === "waits") && (
        <Note tone="ok">
          <ForgetDraft />
          {t(`verify.${done}`)}
        </Note>
      )}
      <SignInForm action={signInAction} next={next} resetHref={`/${locale}/reset-password`} />
      <p className="mt-4 text-ink-2">
        {t("signIn.new")} <Anchor href={`/${locale}/sign-up${withNext(next)}`}>{t("signIn.signUp")}</Anchor>
      </p>
      {users.length > 0 && <DemoUsers users={users} action={enterDemoAction} next={next} />}
    </EntryFrame>
  );
}
