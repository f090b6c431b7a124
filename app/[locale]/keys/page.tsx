import { getTranslations } from "next-intl/server";
import { cookies } from "next/headers";
import { keysAction } from "@/app/shell/actions";
import { KeysSwitch } from "@/components/shell/preference-switches";
import { PageWrap } from "@/components/shell/page-wrap";
import { Panel } from "@/components/ui/blocks";
import { KEY_ACTS } from "@/components/ui/keys/keys";
import { KeyList } from "@/components/ui/keys/key-list";
import { PageHead } from "@/components/ui/page-head";

/** All keys of the market and where they act, and the switch that turns off those that are pressed alone. */
export default async function KeysPage() {
  const [t, jar] = await Promise.all([getTranslations("find.keys"), cookies()]);
  return (
    <PageWrap>
      <PageHead title={t("title")} sub={t("sub")} />
      <div className="stack">
        <Panel title={t("all")}>
          <KeyList acts={KEY_ACTS} wordOf={(act) => t(`act.${act}`)} />
        </Panel>
        <Panel title={t("single")}>
          <p className="mb-3">{t("singleWhy")}</p>
          <KeysSwitch action={keysAction} current={jar.get("keys")?.value === "off" ? "off" : "on"} />
        </Panel>
      </div>
    </PageWrap>
  );
}
