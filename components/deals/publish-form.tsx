import { ActionForm } from "@/components/ui/form/action-form";
import type { FormAction } from "@/domain/shared/form-state";

type PublishFormProps = {
  readonly action: FormAction;
  /** What leads to the draft: its id, or the token of its link under that name. */
  readonly draft: { readonly draftId: string } | { readonly link: string };
  /** The version that the page shows; another one is not published. */
  readonly version: number;
  readonly idempotencyKey: string;
  readonly backHref: string;
  readonly words: { readonly back: string; readonly publish: string; readonly consequence: string };
};

/** Sends what was checked. */
export function PublishForm({ action, draft, version, idempotencyKey, backHref, words }: PublishFormProps) {
  return (
    <ActionForm
      id="publish"
      action={action}
      hidden={{ ...draft, version: String(version), idempotencyKey }}
      lead={words.consequence}
      send={words.publish}
      back={{ href: backHref, words: words.back }}
    />
  );
}
