"use client";

import { useParams } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { LOCALES } from "@/domain/shared/locale";
import en from "@/messages/en/instead.json";
import kk from "@/messages/kk/instead.json";
import ru from "@/messages/ru/instead.json";
import vi from "@/messages/vi/instead.json";
import zhCN from "@/messages/zh-CN/instead.json";

const WORDS = { en, "zh-CN": zhCN, ru, vi, kk } as const;

/**
 * The words of what stands in place of a page. A fault may come before the server has sent any, and what is not found would be
 * drawn into every page, were it not a reference to what the browser has already.
 */
export function OwnWords({ children }: { readonly children: ReactNode }) {
  const asked = useParams<{ locale?: string }>()?.locale;
  const locale = LOCALES.find((one) => one === asked) ?? LOCALES[0];
  return (
    <NextIntlClientProvider locale={locale} messages={{ instead: WORDS[locale] }} timeZone="UTC">
      {children}
    </NextIntlClientProvider>
  );
}
