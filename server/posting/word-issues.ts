import { getTranslations } from "next-intl/server";
import type { PostingIssue } from "../../domain/deals/posting/posting-issue";
import { issueWords } from "../platform/form/issue-words";

type Words = Awaited<ReturnType<typeof getTranslations>>;

function wordOf(t: Words, issue: PostingIssue): string {
  const { key, values } = "schema" in issue ? issueWords(issue.schema) : { key: issue.code, values: issue.values };
  const candidates = [
    `${issue.room}.issue.${key}`,
    `${issue.room}.refusal.${key}`,
    `services.issue.${key}`,
    `issues.${key}`,
    `common.refusal.${key}`,
  ];
  const found = candidates.find((candidate) => t.has(candidate)) ?? "issues.malformed";
  const filled = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === "boolean" ? String(value) : value,
  ]);
  return t(found, Object.fromEntries(filled));
}

/** The words of what is to be mended, by field; the first issue of a field speaks for it. */
export async function wordPostingIssues(issues: readonly PostingIssue[]): Promise<Record<string, string>> {
  const t = await getTranslations();
  const words: Record<string, string> = {};
  for (const issue of issues) words[issue.field] ??= wordOf(t, issue);
  return words;
}
