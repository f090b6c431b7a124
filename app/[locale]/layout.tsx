import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import { hasLocale } from "next-intl";
import { setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { Shell } from "@/components/shell/shell";
import { FrameWords } from "../client-words";
import { sayFrame } from "@/server/platform/process/answer-status";
import { routing } from "../routing";
import { frameOf } from "../shell/frame-of";
import { RootDocument } from "../shell/root-document";
import "../styles/index.css";

type LayoutProps = { readonly children: ReactNode; readonly params: Promise<{ locale: string }> };

/** The root of every page. No loading file and no Suspense may stand here: a 404 below one would answer 200. */
export default async function RootLayout({ children, params }: LayoutProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const jar = await cookies();
  const frame = await frameOf(jar);
  sayFrame();
  return (
    <RootDocument locale={locale} jar={jar}>
      <FrameWords>
        <Shell {...frame}>{children}</Shell>
      </FrameWords>
    </RootDocument>
  );
}
