import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/blocks";
import { partyName } from "@/components/ui/words";
import type { ProviderCard } from "@/views/providers";

/** The name under which chosen providers are sent, by the address or to an action. */
export const CHOSEN = "with";

/** The box that chooses a provider of a list. */
export function ChooseBox({ card }: { readonly card: Pick<ProviderCard, "id" | "nameOwn" | "nameLatin"> }) {
  const t = useTranslations("catalogue.choose");
  const name = partyName(card, useLocale());
  return <input type="checkbox" className="choose-box" name={CHOSEN} value={card.id} aria-label={t("one", { name })} />;
}

type ChosenFormProps = {
  readonly compareHref: string;
  readonly inviteHref: string;
  /** Puts the chosen on the shortlist, or of a shortlist takes them off it. */
  readonly shortlist?: (data: FormData) => Promise<void>;
  readonly drop?: (data: FormData) => Promise<void>;
  /** Whoever has a request that takes bids asks for bids from here. */
  readonly isBuyer: boolean;
  readonly children: ReactNode;
};

/** A list whose rows are chosen by boxes, and what is done with those that are: it works without a script, and a comparison has an address. */
export function ChosenForm({ compareHref, inviteHref, shortlist, drop, isBuyer, children }: ChosenFormProps) {
  const t = useTranslations("catalogue.choose");
  return (
    <form method="get" action={compareHref} className="chosen-form">
      {children}
      <div className="send-bar">
        <Button icon="scale">{t("compare")}</Button>
        {shortlist && (
          <Button icon="plus" formAction={shortlist}>
            {t("shortlist")}
          </Button>
        )}
        {isBuyer && (
          <Button icon="send" formAction={inviteHref}>
            {t("invite")}
          </Button>
        )}
        {drop && (
          <Button variant="quiet" icon="x" formAction={drop}>
            {t("drop")}
          </Button>
        )}
      </div>
    </form>
  );
}
