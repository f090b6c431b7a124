import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import { hasLocale } from "next-intl";
import { setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { FieldWords } from "@/app/client-words";
import { themeOf } from "@/app/shell/account-of";
import { FIELD_LANGUAGES } from "@/app/shell/languages";
import { FieldShell } from "@/components/field/page/field-shell";
import { FontPreload } from "@/components/shell/font-preload";
import { FIELD_LOCALES } from "@/domain/locale";
import { env } from "@/server/platform/process/env";
import "@/app/styles/index.css";

type LayoutProps = { readonly children: ReactNode; readonly params: Promise<{ locale: string }> };

/**
 * The root of the pages of people in the field, who have no account and often neither of the market's two languages: no way into the
 * market, and three languages more.
 */
export default async function FieldLayout({ children, params }: LayoutProps) {
  const { locale } = await params;
  if (!hasLocale(FIELD_LOCALES, locale)) notFound();
  setRequestLocale(locale);
  const theme = themeOf(await cookies());
  return (
    <html lang={locale} data-theme={theme === "system" ? undefined : theme}>
      <head>
        <link rel="icon" href="/mark.svg" type="image/svg+xml" />
      </head>
      <body>
        <FontPreload />
        <FieldWords>
          <FieldShell languages={FIELD_LANGUAGES} isDemo={env().KOUAN_ENV === "demo"}>
            {children}
          </FieldShell>
        </FieldWords>
      </body>
    </html>
  );
}
