"use client";

import { useTranslations } from "next-intl";
import { type ChangeEvent, useState } from "react";
import { Field } from "@/components/ui/form/inputs";
import { Note, Panel } from "@/components/ui/blocks";
import { checkPack, type HeldFile, MANIFEST_NAME, type PackFinding } from "@/domain/documents/pack-manifest";

const HEX = 16;

async function hashOfFile(file: File): Promise<HeldFile> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
  return { name: file.name, sha256: [...digest].map((byte) => byte.toString(HEX).padStart(2, "0")).join("") };
}

/** Holds files of an unpacked archive to the pack's root. They are read on this device and go nowhere. */
export function PackCheck({ root }: { readonly root: string }) {
  const t = useTranslations("packs.check");
  const [finding, setFinding] = useState<PackFinding | "reading" | null>(null);
  async function check(event: ChangeEvent<HTMLInputElement>): Promise<void> {
    const chosen = [...(event.target.files ?? [])];
    if (chosen.length === 0) return setFinding(null);
    setFinding("reading");
    const held: HeldFile[] = [];
    // One after the other: a phone has no room for all of them at once.
    for (const file of chosen) held.push(await hashOfFile(file));
    const manifest = await chosen.find(({ name }) => name === MANIFEST_NAME)?.text();
    setFinding(checkPack(root, manifest ?? null, held));
  }
  return (
    <Panel title={t("title")} id="check">
      <div className="form-stack">
        <p>{t("lead")}</p>
        <Field id="pack-files" label={t("files")} help={t("help")} isRequired>
          {(wired) => (
            <input {...wired} type="file" multiple className="input" onChange={(event) => void check(event)} />
          )}
        </Field>
        <div aria-live="polite">
          {finding === "reading" ? (
            <p>{t("reading")}</p>
          ) : finding === null ? null : finding.kind === "valid" ? (
            <Note tone="ok">{t("valid", { count: finding.entries })}</Note>
          ) : (
            <Note tone="warn">
              <b>{t("notValid")}</b>{" "}
              {"name" in finding ? t(finding.kind, { name: finding.name, number: finding.number }) : t(finding.kind)}
            </Note>
          )}
        </div>
      </div>
    </Panel>
  );
}
