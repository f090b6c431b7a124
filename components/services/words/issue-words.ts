import type { Service } from "@/domain/shared/service";
import type { SpecIssue } from "@/domain/services/spec-issue";

/** A translator over all rooms: `useTranslations()` or `await getTranslations()`. */
type Words = (key: string, values?: SpecIssue["values"]) => string;

/** The words of a rule that a spec does not meet, from the kind's own messages. */
export const specIssueWords = (words: Words, service: Service, issue: SpecIssue): string =>
  words(`service-${service}.${issue.message}`, issue.values);
