import { useLocale, useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/actions/anchor";
import { serviceIcon } from "@/components/services/face/service-icon";
import { serviceName } from "@/components/services/words/service-words";
import { Icon } from "@/components/ui/icons/icon";
import { SERVICES, type Service } from "@/domain/shared/service";

type FourServicesProps = {
  readonly listed: Readonly<Partial<Record<Service, number>>>;
  readonly providersHref: string;
};

/** What may be asked for, and how many offer it. */
export function FourServices({ listed, providersHref }: FourServicesProps) {
  const t = useTranslations("landing.service");
  const words = useTranslations();
  const locale = useLocale();
  return (
    <section className="four-services" aria-label={t("title")}>
      {SERVICES.map((service) => (
        <article key={service} className={`sv-${service}`}>
          <h2>
            <Icon name={serviceIcon(service)} size="large" />
            <span>{serviceName(words, service)}</span>
            {locale !== "zh-CN" && <span lang="zh">{words(`service-${service}.nameZh`)}</span>}
          </h2>
          <p>{words(`service-${service}.pitch`)}</p>
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
