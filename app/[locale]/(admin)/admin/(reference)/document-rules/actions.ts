"use server";

import { getTranslations } from "next-intl/server";
import { ruleForm } from "@/domain/documents/rules/rule-form";
import { enterDocumentRule } from "@/server/documents/enter-document-rule";
import { formAction } from "@/server/platform/form/form-action";

const FIELDS: Readonly<Record<string, string>> = {
  hub_unknown: "hubs",
  document_rule_in_past: "fromDay",
  document_rule_exists: "fromDay",
};

export const enterDocumentRuleAction = formAction({
  command: enterDocumentRule,
  form: ruleForm,
  fieldOf: ({ code }) => FIELDS[code] ?? null,
  then: async () => ({ notice: (await getTranslations("documents.rules"))("done") }),
});
