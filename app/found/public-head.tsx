import "server-only";
import { getLocale, getTranslations } from "next-intl/server";
import { type CrumbStep, PageHead, type PageHeadProps } from "@/components/ui/page-head";
import { headElement } from "@/components/ui/written/head-element";
import { addToHead } from "@/components/ui/written/page-parts";
import { sayHeader } from "@/server/platform/process/answer-status";
import { env } from "@/server/platform/process/env";
import { asScript, breadcrumbs, type Thing } from "./things";

type Found = {
  /** Its address without the language: `/hubs/horgos`; empty for the front page. */
  readonly path: string;
  /** What draws it (app/[locale]/picture); the front page's own where it has none. */
  readonly picture?: string;
  readonly things?: readonly Thing[];
  /** A feed of what is new here, and what it is called. */
  readonly feed?: { readonly path: string; readonly title: string };
  /** Whether search engines may keep it: what its owner has not made public, or what is over, they may not. */
  readonly isKept?: boolean;
};

type FoundHeadProps = Found & { readonly title: string; readonly crumb?: readonly CrumbStep[] };

const PICTURE = { width: "1200", height: "630" };

/** What a page of everybody's says to machines: where it stands, how a link to it is shown, and what it is about. The other languages' addresses are a header of the front door. */
export async function FoundHead({
  path,
  title,
  picture = "",
  crumb = [],
  things = [],
  feed,
  isKept = true,
}: FoundHeadProps) {
  const locale = await getLocale();
  const { baseUrl } = env();
  const address = `${baseUrl}/${locale}${path}`;
  if (!isKept) sayHeader("X-Robots-Tag", "noindex");
  const shown: Readonly<Record<string, string>> = {
    "og:title": title,
    "og:type": "website",
    "og:url": address,
    "og:image": `${baseUrl}/${locale}/picture${picture}`,
    "og:image:width": PICTURE.width,
    "og:image:height": PICTURE.height,
  };
  const about = crumb.length > 0 ? [...things, breadcrumbs(baseUrl, crumb)] : things;
  addToHead((nonce) =>
    [
      ...Object.entries(shown).map(([property, content]) => headElement("meta", { property, content })),
      headElement("meta", { name: "twitter:card", content: "summary_large_image" }),
      feed
        ? headElement("link", {
            ...{ rel: "alternate", type: "application/atom+xml", title: feed.title },
            href: `${baseUrl}/${locale}${feed.path}`,
          })
        : "",
      about.length > 0 ? asScript(about, nonce) : "",
    ].join(""),
  );
  // Drawn, since whoever goes on to another page and shares it shares this address.
  return <link rel="canonical" href={address} />;
}

/** The head of a page of everybody's; `PageHead` is that of every other. */
export async function PublicPageHead({ path, picture, things, feed, isKept, ...head }: Found & PageHeadProps) {
  const common = await getTranslations("common");
  return (
    <>
      <FoundHead
        {...{ path, picture, things, feed, isKept }}
        title={`${head.title} · ${common("product")}`}
        crumb={head.crumb}
      />
      <PageHead {...head} />
    </>
  );
}
