import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import { hasLocale } from "next-intl";
import { setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { FontPreload } from "@/components/shell/font-preload";
import { Shell } from "@/components/shell/shell";
import { FrameWords } from "../client-words";
import { routing } from "../routing";
import { themeOf } from "../shell/account-of";
import { frameOf } from "../shell/frame-of";
import "../styles/index.css";

type LayoutProps = { readonly children: ReactNode; readonly params: Promise<{ locale: string }> };

/** The root of every page. No loading file and no Suspense may stand here: a 404 below one would answer 200. */
export default async function RootLayout({ children, params }: LayoutProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const jar = await cookies();
  const theme = themeOf(jar);
  const frame = await frameOf(jar);
  return (
    <html lang={locale} data-theme={theme === "system" ? undefined : theme}>
      <head>
        <link rel="icon" href="/mark.svg" type="image/svg+xml" />
      </head>
      <body>
        <FontPreload />
        <FrameWords>
          <Shell {...frame}>{children}</Shell>
        </FrameWords>
      </body>
    </html>
  );
}
