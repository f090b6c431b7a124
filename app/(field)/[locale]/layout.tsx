import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import { hasLocale } from "next-intl";
import { setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { FieldWords } from "@/app/client-words";
import { LANGUAGES } from "@/app/shell/navigation";
import { RootDocument } from "@/app/shell/root-document";
import { FieldShell } from "@/components/field/field-shell";
import { LOCALES } from "@/domain/shared/locale";
import { sayFrame } from "@/server/platform/process/answer-status";
import { env } from "@/server/platform/process/env";
import "@/app/styles/index.css";

type LayoutProps = { readonly children: ReactNode; readonly params: Promise<{ locale: string }> };

/**
 * The root of the pages of people in the field, who have no account and often neither of the market's two languages: no way into the
 * market, and three languages more.
 */
export default async function FieldLayout({ children, params }: LayoutProps) {
  const { locale } = await params;
  if (!hasLocale(LOCALES, locale)) notFound();
  setRequestLocale(locale);
  sayFrame();
  return (
    <RootDocument locale={locale} jar={await cookies()}>
      <FieldWords>
        <FieldShell languages={LANGUAGES} isDemo={env().KOUAN_ENV === "demo"}>
          {children}
        </FieldShell>
      </FieldWords>
    </RootDocument>
  );
}
