"use client";

import { useParams } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { FaultNote } from "@/components/shell/fault-note";
import { LOCALES } from "@/domain/locale";
import en from "@/messages/en/fault.json";
import zhCN from "@/messages/zh-CN/fault.json";

type ErrorPageProps = { readonly error: Error & { digest?: string }; readonly reset: () => void };

// A fault may come before any words do, so the boundary brings its own: pages need not carry them for it.
const WORDS = { en, "zh-CN": zhCN } as const;

/** The one boundary of faults in pages. The digest leads to the entry in the log. */
export default function ErrorPage({ error, reset }: ErrorPageProps) {
  const asked = useParams<{ locale?: string }>()?.locale;
  const locale = LOCALES.find((one) => one === asked) ?? LOCALES[0];
  return (
    <NextIntlClientProvider locale={locale} messages={{ fault: WORDS[locale] }} timeZone="UTC">
      <FaultNote reference={error.digest} onAgain={reset} />
    </NextIntlClientProvider>
  );
}
