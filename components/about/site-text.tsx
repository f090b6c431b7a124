import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Anchor, Note, Panel } from "@/components/ui/blocks";
import { AsMarkup } from "@/components/ui/written/as-markup";
import { type Block, blocksOf, type Span } from "@/domain/about/site-text";

const spansOf = (spans: readonly Span[]): ReactNode[] =>
  spans.map((span, at) =>
    typeof span === "string" ? (
      span
    ) : (
      <Anchor key={`${at} ${span.href}`} href={span.href}>
        {span.words}
      </Anchor>
    ),
  );

function BlockView({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case "heading":
      return <h2>{spansOf(block.spans)}</h2>;
    case "paragraph":
      return <p>{spansOf(block.spans)}</p>;
    case "list":
      return (
        <ul>
          {block.items.map((item, at) => (
            <li key={`${at}`}>{spansOf(item)}</li>
          ))}
        </ul>
      );
  }
}

type SiteTextProps = {
  readonly text: string;
  /** Null of the template that comes with the product. */
  readonly version: number | null;
};

/** A text of the operator: paragraphs, headings, lists and links, and never markup of its own. */
export function SiteText({ text, version }: SiteTextProps) {
  const t = useTranslations("about.texts");
  return (
    <AsMarkup>
      <div className="stack">
        {version === null && <Note tone="warn">{t("template")}</Note>}
        <Panel>
          <div className="site-text">
            {blocksOf(text).map((block, at) => (
              <BlockView key={`${at}`} block={block} />
            ))}
          </div>
        </Panel>
      </div>
    </AsMarkup>
  );
}
