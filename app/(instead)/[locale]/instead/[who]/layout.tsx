import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import { hasLocale } from "next-intl";
import { setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { FieldWords, FrameWords } from "@/app/client-words";
import { LANGUAGES, bareFrame } from "@/app/shell/navigation";
import { RootDocument } from "@/app/shell/root-document";
import { FieldShell } from "@/components/field/field-shell";
import { Shell } from "@/components/shell/shell";
import { LOCALES } from "@/domain/shared/locale";
import "@/app/styles/index.css";

type Params = Promise<{ locale: string; who: string }>;
type LayoutProps = { readonly children: ReactNode; readonly params: Params };

/**
 * The frame of pages that are drawn at build and sent in place of another by server/front-door: it asks for no session and no database,
 * so it stands whatever is out of order. The front door takes the demo market's banner away where it is none.
 */
export default async function InsteadLayout({ children, params }: LayoutProps) {
  const { locale, who } = await params;
  if (!hasLocale(LOCALES, locale)) notFound();
  setRequestLocale(locale);
  // Empty at build; the front door says the reader's theme.
  const jar = await cookies();
  if (who === "field")
    return (
      <RootDocument locale={locale} jar={jar}>
        <FieldWords>
          <FieldShell languages={LANGUAGES} isDemo>
            {children}
          </FieldShell>
        </FieldWords>
      </RootDocument>
    );
  const frame = await bareFrame("visitor");
  return (
    <RootDocument locale={locale} jar={jar}>
      <FrameWords>
        <Shell {...frame} demo={{}} accountHref={who === "member" ? `/${locale}/account` : undefined}>
          {children}
        </Shell>
      </FrameWords>
    </RootDocument>
  );
}
