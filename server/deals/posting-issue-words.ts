import { getLocale, getTranslations } from "next-intl/server";
import type { PostingIssue } from "@/domain/requests/posting-issue";
import { detailsInWords, issueWords } from "../platform/form/issue-words";

type Wording = { readonly t: Awaited<ReturnType<typeof getTranslations>>; readonly locale: string };

function wordOf({ t, locale }: Wording, issue: PostingIssue): string {
  const { key, values } = "schema" in issue ? issueWords(issue.schema) : { key: issue.code, values: issue.values };
  const candidates = [
    `${issue.room}.issue.${key}`,
    `${issue.room}.refusal.${key}`,
    `services.issue.${key}`,
    `issues.${key}`,
    `common.refusal.${key}`,
  ];
  const found = candidates.find((candidate) => t.has(candidate)) ?? "issues.malformed";
  return t(found, detailsInWords(values, { t, locale }));
}

/** The words of what is to be mended, by field; the first issue of a field speaks for it. */
export async function wordPostingIssues(issues: readonly PostingIssue[]): Promise<Record<string, string>> {
  const wording = { t: await getTranslations(), locale: await getLocale() };
  const words: Record<string, string> = {};
  for (const issue of issues) words[issue.field] ??= wordOf(wording, issue);
  return words;
}
