import type { DemoEntrance } from "@/views/accounts";
import { serviceIcon } from "@/components/services/service-icon";
import { useServiceName } from "@/components/services/service-name";
import { useLocale, useTranslations } from "next-intl";
import { partyName } from "@/components/ui/words";
import { Icon, type IconName } from "@/components/ui/icons/icon";
import type { FormAction } from "@/domain/shared/form-state";
import { DemoForm } from "./demo-form";

type DemoUsersProps = {
  readonly users: readonly DemoEntrance[];
  readonly action: FormAction;
  readonly next: string;
};

const iconOf = ({ part, services }: DemoEntrance): IconName =>
  part === "administrator" ? "shield-check" : services[0] ? serviceIcon(services[0]) : "shopping-cart";

function WhereTheyWork({ part, city, ...named }: DemoEntrance) {
  const [t, organisation] = [useTranslations("accounts.signIn"), partyName(named, useLocale())];
  // A Chinese company's own name begins with its town.
  const isPlaced = city !== "" && organisation === named.nameLatin;
  return t(isPlaced ? "at" : "atNoCity", { part: t(`part.${part}`), city, organisation });
}

/** One click into the demo market, each person a button of one form, which works without a script. */
export function DemoUsers({ users, action, next }: DemoUsersProps) {
  const t = useTranslations("accounts.signIn");
  const service = useServiceName();
  return (
    <section className="demo-users">
      <h2 className="heading">{t("demoTitle")}</h2>
      <p className="text-ink-2">{t("demoSub")}</p>
      <DemoForm action={action} next={next}>
        <ul>
          {users.map((user) => (
            <li key={user.handle}>
              <button className="demo-user" name="handle" value={user.handle}>
                <span className="demo-user-icon">
                  <Icon name={iconOf(user)} />
                </span>
                <span>
                  <b>{user.name}</b>
                  <small>
                    <WhereTheyWork {...user} />
                  </small>
                </span>
                <span className="demo-user-next">{user.services.map((kind) => service(kind)).join(" · ")}</span>
                <Icon name="arrow-right" />
              </button>
            </li>
          ))}
        </ul>
      </DemoForm>
    </section>
  );
}
