import type { ReadonlyRequestCookies } from "next/dist/server/web/spec-extension/adapters/request-cookies";
import type { ReactNode } from "react";
import { FontPreload } from "@/components/shell/font-preload";
import { headElement } from "@/components/ui/written/head-element";
import { addToHead } from "@/components/ui/written/page-parts";
import { themeOf } from "./frame-of";

/** The top bar, `--k-carriage`, whose colour a phone paints its own bar with. */
const THEME_COLOURS = { light: "#143D31", dark: "#0A241C" };

const colour = (content: string, more: Readonly<Record<string, string>> = {}): string =>
  headElement("meta", { name: "theme-color", content, ...more });

/** The mark, the colours and the manifest, by which a phone keeps the market beside its apps. */
const marksOf = (locale: string, theme: ReturnType<typeof themeOf>): string =>
  [
    headElement("link", { rel: "icon", href: "/mark.svg", type: "image/svg+xml" }),
    headElement("link", { rel: "apple-touch-icon", href: "/icon-apple.png" }),
    headElement("link", { rel: "manifest", href: `/${locale}/app.webmanifest` }),
    theme === "system"
      ? colour(THEME_COLOURS.light) + colour(THEME_COLOURS.dark, { media: "(prefers-color-scheme:dark)" })
      : colour(THEME_COLOURS[theme]),
  ].join("");

type RootDocumentProps = {
  readonly locale: string;
  readonly jar: ReadonlyRequestCookies;
  readonly children: ReactNode;
};

/** The document itself, the same for the market and for people in the field: its language, its mark, the reader's theme, the fonts. */
export function RootDocument({ locale, jar, children }: RootDocumentProps) {
  const theme = themeOf(jar);
  const isWritten = addToHead(() => marksOf(locale, theme));
  return (
    <html lang={locale} data-theme={theme === "system" ? undefined : theme}>
      {!isWritten && (
        <head>
          <link rel="icon" href="/mark.svg" type="image/svg+xml" />
        </head>
      )}
      <body>
        <FontPreload />
        {children}
      </body>
    </html>
  );
}
