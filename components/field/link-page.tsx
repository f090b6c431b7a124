import { plateText } from "@/domain/orders/document-numbers";
import { useLocale, useTranslations } from "next-intl";
import { partyName } from "@/components/ui/words";
import { ServiceName } from "@/components/services/service-name";
import { RouteText } from "@/components/ui/route-text";
import { PageHead } from "@/components/ui/page-head";
import { TimeText } from "@/components/ui/time/time-text";
import { WaybillGrid } from "@/components/ui/waybill-grid";
import type { NamedPlace } from "@/domain/shared/vocabulary";
import type { Dispatcher, FieldOrder } from "@/views/field";
import { Note } from "@/components/ui/blocks";
import { PageWrap } from "@/components/shell/page-wrap";

/** Whom to ask: the party that gave the link out, and who did it there. */
function DispatcherText({ organisation, name, email }: Dispatcher) {
  const locale = useLocale();
  return (
    <>
      {partyName(organisation, locale)}
      <small className="block">
        {name} <a href={`mailto:${email}`}>{email}</a>
      </small>
    </>
  );
}

type FieldHeadProps = {
  readonly view: FieldOrder;
  /** A place in the language of the page, which may be one that has words for the field alone. */
  readonly placeNameOf: (place: NamedPlace) => string;
};

/** What the order is, as far as somebody in the field needs it: its number, its way, whom to ask. */
export function FieldHead({ view, placeNameOf }: FieldHeadProps) {
  const t = useTranslations("field.page");
  const roles = useTranslations("field.role");
  return (
    <>
      <PageHead
        title={view.reference}
        sub={t("for", { person: view.person, role: roles(view.role) })}
        chip={<ServiceName service={view.service} />}
      />
      <WaybillGrid
        columns={3}
        boxes={[
          {
            number: 1,
            label: t("route"),
            value: (
              <RouteText
                from={placeNameOf(view.origin)}
                hub={placeNameOf(view.hub)}
                isBorderHub={view.hub.isBorderHub}
                to={placeNameOf(view.destination)}
                mode={view.mode}
              />
            ),
          },
          { number: 2, label: t("dispatcher"), value: <DispatcherText {...view.dispatcher} /> },
          { number: 3, label: t("until"), value: <TimeText at={view.expiresAt} zone={view.hub.zone} /> },
          ...view.slots.map((slot, at) => ({
            number: 4 + at,
            label: t("slot", { number: slot.number }),
            value: (
              <>
                <TimeText at={slot.from} zone={slot.crossing.zone} hasZone={false} />
                {" – "}
                <TimeText at={slot.to} zone={slot.crossing.zone} />
              </>
            ),
            detail: `${placeNameOf(slot.crossing)} · ${slot.plates.map(plateText).join(" / ")}`,
          })),
        ]}
      />
    </>
  );
}

type LinkOverProps = { readonly why: "expired" | "revoked"; readonly dispatcher: Dispatcher };

/** A link that opens nothing any more: why, what is safe, and whom to ask for another. */
export function LinkOver({ why, dispatcher }: LinkOverProps) {
  const t = useTranslations("field.over");
  return (
    <>
      <PageHead title={t(`${why}.title`)} />
      <Note tone="warn">
        <p>{t(`${why}.detail`)}</p>
        <p className="mt-2 font-medium">{t("ask")}</p>
        <p>
          <DispatcherText {...dispatcher} />
        </p>
      </Note>
    </>
  );
}

type LinkUnopenedProps = { readonly why: "forged" | "too_many" };

/** In place of a link's page: nobody here has signed the link, most often since its address was not copied whole, or too much is asked at once. */
export function LinkUnopened({ why }: LinkUnopenedProps) {
  const t = useTranslations(`field.over.${why}`);
  return (
    <PageWrap>
      <div className="field-page">
        <PageHead title={t("title")} />
        <Note tone="warn">{t("detail")}</Note>
      </div>
    </PageWrap>
  );
}
