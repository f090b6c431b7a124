"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/blocks";

/** Puts a text on the clipboard and says so; the text itself stands beside it for who has no script. */
export function CopyButton({ text }: { readonly text: string }) {
  const t = useTranslations("field.link");
  const [said, setSaid] = useState<"copied" | "notCopied" | null>(null);
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setSaid("copied"),
      () => setSaid("notCopied"),
    );
  };
  return (
    <span className="flow">
      <Button type="button" size="small" icon="copy" onClick={copy}>
        {t("copy")}
      </Button>
      <span role="status">{said && t(said)}</span>
    </span>
  );
}
