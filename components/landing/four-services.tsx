import { useLocale, useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/actions/anchor";
import { SERVICE_ICONS } from "@/components/ui/freight/service-kinds";
import { Icon } from "@/components/ui/icons/icon";
import { SERVICES, type Service } from "@/domain/services/service";

type FourServicesProps = {
  readonly listed: Readonly<Partial<Record<Service, number>>>;
  readonly providersHref: string;
};

/** What may be asked for, and how many offer it. */
export function FourServices({ listed, providersHref }: FourServicesProps) {
  const t = useTranslations("landing.service");
  const locale = useLocale();
  return (
    <section className="four-services" aria-label={t("title")}>
      {SERVICES.map((service) => (
        <article key={service} className={`sv-${service}`}>
          <h2>
            <Icon name={SERVICE_ICONS[service]} size="large" />
            <span>{t(`${service}.name`)}</span>
            {locale !== "zh-CN" && <span lang="zh">{t(`${service}.nameZh`)}</span>}
          </h2>
          <p>{t(`${service}.text`)}</p>
          <p className="meta">
            <Anchor href={`${providersHref}?service=${service}`}>
              {t("providers", { count: listed[service] ?? 0 })}
            </Anchor>
          </p>
        </article>
      ))}
    </section>
  );
}
