import { useSourceName } from "@/components/services/words/country-name";

/** Where a rule can be read, in the reader's language where the market knows its name. */
export function SourceText({ source }: { readonly source: string }) {
  return useSourceName("documents")(source);
}
