"use client";

import { useParams } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { LOCALES } from "@/domain/shared/locale";
import { RoomWords } from "./room-words";

const ROOMS = ["instead"] as const;

/**
 * The words of what stands in place of a page. A fault may come before the server has sent any, and what is not found would be
 * drawn into every page, were it not a reference to what the browser has already. Where they cannot be had, the frame's own fault is shown.
 */
export function OwnWords({ children }: { readonly children: ReactNode }) {
  const asked = useParams<{ locale?: string }>()?.locale;
  const locale = LOCALES.find((one) => one === asked) ?? LOCALES[0];
  return (
    <NextIntlClientProvider locale={locale} messages={{}} timeZone="UTC">
      <RoomWords rooms={ROOMS}>{children}</RoomWords>
    </NextIntlClientProvider>
  );
}
