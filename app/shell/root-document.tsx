import type { ReadonlyRequestCookies } from "next/dist/server/web/spec-extension/adapters/request-cookies";
import type { ReactNode } from "react";
import { FontPreload } from "@/components/shell/font-preload";
import { themeOf } from "./frame-of";

type RootDocumentProps = {
  readonly locale: string;
  readonly jar: ReadonlyRequestCookies;
  readonly children: ReactNode;
};

/** The document itself, the same for the market and for people in the field: its language, its mark, the reader's theme, the fonts. */
export function RootDocument({ locale, jar, children }: RootDocumentProps) {
  const theme = themeOf(jar);
  return (
    <html lang={locale} data-theme={theme === "system" ? undefined : theme}>
      <head>
        <link rel="icon" href="/mark.svg" type="image/svg+xml" />
      </head>
      <body>
        <FontPreload />
        {children}
      </body>
    </html>
  );
}
