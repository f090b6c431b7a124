import type { Metadata } from "next";
import { setRequestLocale } from "next-intl/server";
import { LinkUnopened } from "@/components/field/link-page";
import { FaultNote } from "@/components/shell/fault-note";
import { LostNote, RefusedNote } from "@/components/shell/outage-notes";
import { MissingNote } from "@/components/shell/missing-note";
import { AGAIN, DRAWN, type Drawn, REFERENCE } from "@/server/front-door/prerendered-error-pages";

export const metadata: Metadata = { robots: { index: false, follow: false } };
// Drawn at build, so that they can be sent when nothing else can.
export const dynamic = "force-static";
export const dynamicParams = false;
export const generateStaticParams = (): Drawn[] => [...DRAWN];

type PageProps = { readonly params: Promise<Drawn> };

/** What stands in place of a page, with blanks for the reference and for the address. No reader comes here by this address. */
export default async function InsteadPage({ params }: PageProps) {
  const { locale, who, why } = await params;
  setRequestLocale(locale);
  switch (why) {
    case "missing":
      return who === "field" ? <LinkUnopened why="forged" /> : <MissingNote />;
    case "fault":
      return <FaultNote reference={REFERENCE} again={AGAIN} />;
    case "fault_sent":
    case "outage":
      return <LostNote why={why} reference={REFERENCE} againHref={AGAIN} />;
    case "too_many":
      return who === "field" ? <LinkUnopened why={why} /> : <RefusedNote why={why} againHref={AGAIN} />;
    default:
      return <RefusedNote why={why} againHref={AGAIN} />;
  }
}
